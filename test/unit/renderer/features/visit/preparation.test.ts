import { describe, expect, it } from 'vitest';
import { preparationOf } from '../../../../../renderer/features/visit/preparation.ts';
import type { Site } from '../../../../../src/contract/site.ts';
import type { Stage } from '../../../../../src/contract/words.ts';
import { makeSite } from '../../fake-bridge.ts';

function linesOf(changes: Partial<Site>, stage: Stage) {
  return preparationOf(makeSite(changes), stage).flatMap(({ lines }) => lines);
}
const idsOf = (changes: Partial<Site>, stage: Stage) => linesOf(changes, stage).map(({ id }) => id);

describe('preparationOf', () => {
  it('asks for what the resources of the site need, and for nothing that it does not have', () => {
    const ids = idsOf({}, 'after-install');
    expect(ids).toContain('postgresql');
    for (const id of ['clickhouse', 'nfs', 'onlineInstall', 'redisPassword', 'failoverWindow']) {
      expect(ids).not.toContain(id);
    }
    expect(idsOf({ onlineInstall: true }, 'before-install')).toContain('onlineInstall');
  });

  it('asks for accounts and the administrator only where the services are installed', () => {
    expect(idsOf({}, 'before-install')).not.toContain('ftpAccount');
    expect(idsOf({}, 'after-install')).toEqual(
      expect.arrayContaining(['ftpAccount', 'printumAdministrator']),
    );
  });

  it('asks for a list of devices where the profile has none, else for a way to them', () => {
    const none = idsOf({ devices: [] }, 'before-install');
    expect(none).toContain('deviceList');
    expect(none).not.toContain('deviceSocket');
    const line = linesOf({}, 'before-install').find(({ id }) => id === 'deviceSocket');
    expect(line?.values.count).toBe(2);
  });

  it('asks for a time to stop a server in the scheme that must live without it', () => {
    expect(idsOf({ scheme: 'ha' }, 'after-install')).toContain('failoverWindow');
    expect(idsOf({ scheme: 'ha' }, 'before-install')).not.toContain('failoverWindow');
  });

  it('names a few servers and says that there are more', () => {
    const servers: Site['servers'] = [1, 2, 3, 4].map((number) => ({
      id: `app${number}`,
      name: '',
      host: `10.77.30.1${number}`,
      roles: ['printManager'],
    }));
    const line = linesOf({ servers }, 'after-install').find(({ id }) => id === 'serverSocket');
    expect(line?.values.hosts).toBe('10.77.30.11, 10.77.30.12, 10.77.30.13…');
  });

  it('has each line once', () => {
    const ids = idsOf({ scheme: 'ha', onlineInstall: true }, 'after-install');
    expect(new Set(ids).size).toBe(ids.length);
  });
});
