import { describe, expect, it } from 'vitest';
import { candidateOf, draftOf, freeId, isSameDraft } from '../../../../../renderer/features/editor/draft.ts';
import { judgeDraft, problemsOf } from '../../../../../renderer/features/editor/problems.ts';
import { siteSchema } from '../../../../../src/contract/site.ts';
import { makeSite } from '../../fake-bridge.ts';

const site = makeSite({
  external: siteSchema.shape.external.parse([
    { id: 'pg', kind: 'postgresql', host: 'db', database: 'printum', user: 'p' },
    { id: 'ch', kind: 'clickhouse', host: 'db', tls: true },
    { id: 'ad', kind: 'domain', host: 'dc', domain: 'corp.example' },
    { id: 'nfs', kind: 'nfs', host: 'nas', export: '/srv/scans' },
  ]),
  portOverrides: { 'printmanager-http': 8011 },
});

describe('draftOf and candidateOf', () => {
  it('bring every profile back unchanged', () => {
    expect(siteSchema.parse(candidateOf(draftOf(site)))).toEqual(site);
  });
});

describe('judgeDraft', () => {
  const draft = draftOf(site);

  it('names the field and what is allowed there, in both languages', () => {
    const wrong = {
      ...draft,
      name: '  ',
      servers: draft.servers.map((server) => ({ ...server, host: '10.77 30.10' })),
      external: draft.external.map((entry) => ({ ...entry, port: '70000' })),
      probe: { ...draft.probe, attempts: 'два' },
    };
    const judged = judgeDraft(wrong, 'ru');
    if (judged.ok) throw new Error('was accepted');
    expect([...judged.problems.keys()]).toEqual(
      expect.arrayContaining(['name', 'servers.0.host', 'external.3.port', 'probe.attempts']),
    );
    expect(judged.problems.get('external.0.port')).toBe('целое число от 1 до 65535');
    expect(judged.problems.get('servers.0.host')).toContain('без пробелов');
    const english = judgeDraft(wrong, 'en');
    expect(english.ok ? '' : english.problems.get('probe.attempts')).toBe('a whole number from 1 to 5');
  });

  it('asks for a role and for a server in words of its own', () => {
    const judged = judgeDraft(
      { ...draft, servers: draft.servers.map((server) => ({ ...server, roles: [] })) },
      'ru',
    );
    expect(judged.ok ? '' : judged.problems.get('servers.0.roles')).toBe('needRole');
    const none = judgeDraft({ ...draft, servers: [] }, 'ru');
    expect(none.ok ? '' : none.problems.get('servers')).toBe('needServer');
  });

  it('forgets an override whose field was emptied', () => {
    const judged = judgeDraft({ ...draft, portOverrides: { 'printmanager-http': ' ' } }, 'ru');
    expect(judged.ok && judged.site.portOverrides).toEqual({});
  });
});

describe('problemsOf', () => {
  const draft = draftOf(site);

  it('finds what the whole schema finds, devices and their ids included', () => {
    const [first, second] = draft.devices;
    if (first === undefined || second === undefined) throw new Error('no devices');
    const wrong = {
      ...draft,
      name: '',
      devices: [first, { ...second, host: 'МФУ 3' }, { ...second, host: '10.0.0.9', id: first.id }],
    };
    const judged = judgeDraft(wrong, 'ru');
    expect(judged.ok).toBe(false);
    expect([...problemsOf(wrong, 'ru').keys()]).toEqual(['name', 'devices.1.host', 'devices.2.id']);
    expect(problemsOf(wrong, 'en').get('devices.1.host')).toContain('without spaces');
  });

  it('finds nothing in what the schema accepts, spaces around an address included', () => {
    const spaced = {
      ...draft,
      devices: draft.devices.map((device) => ({ ...device, host: ` ${device.host} ` })),
    };
    expect(judgeDraft(spaced, 'ru').ok).toBe(true);
    expect(problemsOf(spaced, 'ru').size).toBe(0);
  });

  it('says when there are more devices than a profile holds', () => {
    const devices = Array.from({ length: 10_001 }, (_, index) => ({
      id: `d${index}`,
      name: '',
      host: `prn-${index}`,
      model: '',
      location: '',
    }));
    expect(problemsOf({ ...draft, devices }, 'ru').get('devices')).toBe('tooManyDevices');
  });

  it('judges a device once, and again only when it has changed', () => {
    let looks = 0;
    const watched = {
      id: 'd1',
      name: '',
      get host() {
        looks += 1;
        return '10.0.0.1';
      },
      model: '',
      location: '',
    };
    const other = { id: 'd2', name: '', host: 'prn 2', model: '', location: '' };
    problemsOf({ ...draft, devices: [watched, other] }, 'ru');
    const first = looks;
    expect(first).toBeGreaterThan(0);
    const changed = { ...other, host: 'prn-2' };
    expect(problemsOf({ ...draft, devices: [watched, changed] }, 'ru').size).toBe(0);
    expect(looks).toBe(first);
  });
});

describe('isSameDraft', () => {
  const draft = draftOf(site);

  it('sees equal drafts in other objects, and a change in any part', () => {
    expect(isSameDraft(draft, structuredClone(draft))).toBe(true);
    expect(isSameDraft(draft, { ...draft, onlineInstall: true })).toBe(false);
    expect(isSameDraft(draft, { ...draft, devices: draft.devices.slice(1) })).toBe(false);
    const renamed = draft.devices.map((device) => ({ ...device, name: 'x' }));
    expect(isSameDraft(draft, { ...draft, devices: renamed })).toBe(false);
  });
});

describe('freeId', () => {
  it('never gives an id that is taken', () => {
    expect(freeId('device', [])).toBe('device-1');
    expect(freeId('device', [{ id: 'device-2' }])).toBe('device-3');
    expect(freeId('device', [{ id: 'device-2' }, { id: 'device-3' }])).toBe('device-4');
  });
});
