import { describe, expect, it } from 'vitest';
import { candidateOf, draftOf, emptyDraft, freeId } from '../../../../../renderer/features/editor/draft.ts';
import { createEditorStore, isDirty } from '../../../../../renderer/features/editor/editor-store.ts';
import { judgeDraft } from '../../../../../renderer/features/editor/problems.ts';
import { type Site, siteSchema } from '../../../../../src/contract/site.ts';
import { fakeBridge, makeSite, ok, refuse, SITE_ID } from '../../fake-bridge.ts';

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

describe('freeId', () => {
  it('never gives an id that is taken', () => {
    expect(freeId('device', [])).toBe('device-1');
    expect(freeId('device', [{ id: 'device-2' }])).toBe('device-3');
    expect(freeId('device', [{ id: 'device-2' }, { id: 'device-3' }])).toBe('device-4');
  });
});

describe('createEditorStore', () => {
  const newId = () => SITE_ID;

  it('saves nothing and shows every problem when a new profile is incomplete', async () => {
    const store = createEditorStore(fakeBridge({}), newId);
    await store.getState().open(null, 'Сервер Принтум');
    expect(store.getState().draft).toEqual(emptyDraft(SITE_ID, 'Сервер Принтум'));
    expect(await store.getState().save('ru')).toBeNull();
    expect(store.getState()).toMatchObject({ tried: true, failure: null });
  });

  it('saves what the schema accepts, and is then clean', async () => {
    const saved: Site[] = [];
    const bridge = fakeBridge({
      getSite: () => ok(site),
      saveSite: (argument) => {
        saved.push(argument.site);
        return ok(argument.site);
      },
    });
    const store = createEditorStore(bridge, newId);
    await store.getState().open(SITE_ID, '');
    store.getState().change((draft) => ({ ...draft, name: 'Новое название' }));
    expect(isDirty(store.getState())).toBe(true);
    await store.getState().save('ru');
    expect(saved.map(({ name }) => name)).toEqual(['Новое название']);
    expect(isDirty(store.getState())).toBe(false);
  });

  it('keeps what was typed when the disk refuses', async () => {
    const bridge = fakeBridge({ getSite: () => ok(site), saveSite: () => refuse('диск полон') });
    const store = createEditorStore(bridge, newId);
    await store.getState().open(SITE_ID, '');
    store.getState().change((draft) => ({ ...draft, name: 'Новое название' }));
    expect(await store.getState().save('ru')).toBeNull();
    expect(store.getState()).toMatchObject({
      draft: { name: 'Новое название' },
      failure: { action: 'save' },
    });
    expect(isDirty(store.getState())).toBe(true);
  });

  it('is not dirty after a change was taken back', async () => {
    const store = createEditorStore(fakeBridge({ getSite: () => ok(site) }), newId);
    await store.getState().open(SITE_ID, '');
    store.getState().change((draft) => ({ ...draft, name: `${draft.name}!` }));
    store.getState().change((draft) => ({ ...draft, name: site.name }));
    expect(isDirty(store.getState())).toBe(false);
  });
});
