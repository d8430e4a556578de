import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createPlaceHandlers, type PlaceHandlerOptions } from '../../../../electron/ipc/place-handlers.ts';
import { createNetworkStore } from '../../../../electron/store/network-store.ts';
import { makeSite } from '../documents.ts';
import { makeArchive } from '../stand-ins.ts';
import { temporaryFolders } from '../temporary-folder.ts';

const folder = temporaryFolders();
const HERE = { gateway: '10.77.10.1', mac: '02:fc:00:00:00:05' };

function open(options: Partial<PlaceHandlerOptions> = {}, userData = folder()) {
  const archive = makeArchive(userData);
  const times = ['2026-11-20', '2026-11-21', '2026-11-22'].map((day) => new Date(`${day}T06:00:00.000Z`));
  const networks = createNetworkStore(userData, archive.setAside, () => times.shift() ?? new Date());
  const surroundings = { gateways: async () => [HERE.gateway], macOf: async () => HERE.mac };
  return {
    ...archive,
    userData,
    networks,
    handlers: createPlaceHandlers({ ...archive, networks, surroundings, ...options }),
  };
}

describe('sites:recognise', () => {
  it('names the sites seen behind this gateway, the latest first, and none that was deleted', async () => {
    const { handlers, sites, networks } = open();
    const [older, newer, gone] = [makeSite(), makeSite(), makeSite()];
    for (const site of [older, newer]) await sites.save(site);
    for (const site of [older, gone, newer]) await networks.remember(site.id, HERE);
    expect(await handlers['sites:recognise']({})).toEqual({
      siteIds: [newer.id, older.id],
      gateway: HERE.gateway,
    });
  });

  it.each([
    ['the same address has another MAC', { ...HERE, mac: '02:fc:00:00:00:06' }],
    ['the same MAC has another address', { ...HERE, gateway: '10.77.20.1' }],
  ])('names none when %s', async (_when, seen) => {
    const { handlers, sites, networks } = open();
    const site = await sites.save(makeSite());
    await networks.remember(site.id, seen);
    expect((await handlers['sites:recognise']({})).siteIds).toEqual([]);
  });

  it('names none when the computer is in no network', async () => {
    const { handlers } = open({
      surroundings: { gateways: async () => ['10.0.0.1'], macOf: async () => null },
    });
    expect(await handlers['sites:recognise']({})).toEqual({ siteIds: [], gateway: null });
  });

  it('remembers after a new start, and begins anew when the file is damaged', async () => {
    const { sites, networks, userData } = open();
    const site = await sites.save(makeSite());
    await networks.remember(site.id, HERE);
    expect((await open({}, userData).handlers['sites:recognise']({})).siteIds).toEqual([site.id]);
    writeFileSync(join(userData, 'networks.json'), '{');
    const again = open({}, userData);
    expect((await again.handlers['sites:recognise']({})).siteIds).toEqual([]);
    expect(again.setAside.list('ru')).toHaveLength(1);
  });
});

describe('place:interfaces', () => {
  it('tells the proxy that the system would use for a public site', async () => {
    const asked: string[] = [];
    const { handlers } = open({
      proxyFor: async (url) => {
        asked.push(url);
        return { scheme: 'http', host: '10.77.30.5', port: 3128, login: 'u:p' };
      },
    });
    const answer = await handlers['place:interfaces']({});
    expect(answer.proxy).toBe('10.77.30.5:3128');
    expect(asked).toHaveLength(1);
    expect(answer.interfaces.some(({ internal }) => internal)).toBe(true);
  });

  it('tells no proxy when the system has none or does not say', async () => {
    expect((await open().handlers['place:interfaces']({})).proxy).toBeNull();
    const broken = open({ proxyFor: () => Promise.reject(new Error('no PAC')) });
    expect((await broken.handlers['place:interfaces']({})).proxy).toBeNull();
  });
});
