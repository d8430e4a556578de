import { describe, expect, it } from 'vitest';
import { emptyDraft } from '../../../../../renderer/features/editor/draft.ts';
import { createEditorStore, isDirty } from '../../../../../renderer/features/editor/editor-store.ts';
import type { Answers, Bridge } from '../../../../../src/contract/bridge.ts';
import type { Site } from '../../../../../src/contract/site.ts';
import { fakeBridge, makeSite, ok, refuse, SETTINGS, SITE_ID } from '../../fake-bridge.ts';

const site = makeSite();
const NONE: Answers['secrets:status'] = {
  keyStore: true,
  secrets: { ftp: 'none', postgresql: 'none', redis: 'none' },
};

function make(answers: Partial<Bridge> = {}) {
  const bridge = fakeBridge({
    getSite: () => ok(site),
    saveSite: (argument) => ok(argument.site),
    secretsStatus: () => ok(NONE),
    ...answers,
  });
  return createEditorStore(
    bridge,
    () => SITE_ID,
    () => SETTINGS.probe,
  );
}

describe('createEditorStore', () => {
  it('begins a new site with few fields and the timeouts of the settings', async () => {
    const probe = { timeoutMs: 5000, attempts: 3, concurrency: 8 };
    const store = createEditorStore(
      fakeBridge({}),
      () => SITE_ID,
      () => probe,
    );
    await store.getState().open(null, 'Сервер Принтум');
    expect(store.getState()).toMatchObject({
      isNew: true,
      brief: true,
      draft: { probe: { timeoutMs: '5000', attempts: '3', concurrency: '8' } },
    });
    store.getState().expand();
    expect(store.getState().brief).toBe(false);
  });

  it('saves nothing and shows every problem when a new profile is incomplete', async () => {
    const store = make();
    await store.getState().open(null, 'Сервер Принтум');
    expect(store.getState().draft).toEqual(emptyDraft(SITE_ID, 'Сервер Принтум', SETTINGS.probe));
    expect(await store.getState().save('ru')).toBeNull();
    expect(store.getState()).toMatchObject({ tried: true, failure: null });
  });

  it('saves what the schema accepts, and is then clean', async () => {
    const saved: Site[] = [];
    const store = make({
      saveSite: (argument) => {
        saved.push(argument.site);
        return ok(argument.site);
      },
    });
    await store.getState().open(SITE_ID, '');
    store.getState().change((draft) => ({ ...draft, name: 'Новое название' }));
    expect(isDirty(store.getState())).toBe(true);
    await store.getState().save('ru');
    expect(saved.map(({ name }) => name)).toEqual(['Новое название']);
    expect(isDirty(store.getState())).toBe(false);
  });

  it('keeps what was typed when the disk refuses', async () => {
    const store = make({ saveSite: () => refuse('диск полон') });
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
    const store = make();
    await store.getState().open(SITE_ID, '');
    store.getState().change((draft) => ({ ...draft, name: `${draft.name}!` }));
    store.getState().change((draft) => ({ ...draft, name: site.name }));
    expect(isDirty(store.getState())).toBe(false);
  });

  it('reads a file of devices, and says why where it cannot', async () => {
    const store = make({ readDevices: () => ok({ name: 'мфу.csv', text: 'IP;Имя\n10.0.0.1;МФУ' }) });
    await store.getState().readDevicesFile();
    expect(store.getState().foreign).toMatchObject({
      name: 'мфу.csv',
      table: { rows: [{ line: 1 }, { line: 2, cells: ['10.0.0.1', 'МФУ'] }] },
    });
    const closed = make({ readDevices: () => ok(null) });
    await closed.getState().readDevicesFile();
    expect(closed.getState()).toMatchObject({ foreign: null, failure: null });
    const refused = make({ readDevices: () => refuse('нет доступа') });
    await refused.getState().readDevicesFile();
    expect(refused.getState()).toMatchObject({ foreign: null, failure: { action: 'readDevices' } });
  });
});

describe('passwords of the editor', () => {
  it('wait for the save and never get into the profile', async () => {
    const told: string[] = [];
    const store = make({
      saveSite: (argument) => {
        told.push(JSON.stringify(argument));
        return ok(argument.site);
      },
      setSecret: ({ siteId, kind, password }) => {
        told.push(`${siteId} ${kind} ${password}`);
        return ok({ kind, place: 'kept' });
      },
    });
    await store.getState().open(SITE_ID, '');
    store.getState().typeSecret('ftp', 'тайна');
    store.getState().typeSecret('redis', '');
    expect(isDirty(store.getState())).toBe(true);
    expect(await store.getState().save('ru')).not.toBeNull();
    expect(told[0]).not.toContain('тайна');
    expect(told.slice(1)).toEqual([`${SITE_ID} ftp тайна`]);
    expect(isDirty(store.getState())).toBe(false);
    expect(JSON.stringify(store.getState())).not.toContain('тайна');
  });

  it('stay typed, with the reason, when the key store refuses', async () => {
    const store = make({
      setSecret: ({ kind }) => (kind === 'ftp' ? ok({ kind, place: 'kept' }) : refuse('хранилище закрыто')),
    });
    await store.getState().open(SITE_ID, '');
    store.getState().typeSecret('ftp', 'один');
    store.getState().typeSecret('redis', 'два');
    expect(await store.getState().save('ru')).toBeNull();
    expect(store.getState()).toMatchObject({
      typed: { ftp: '', redis: 'два' },
      failure: { action: 'secrets', error: { message: 'хранилище закрыто' } },
    });
    expect(isDirty(store.getState())).toBe(true);
  });

  it('say where they are kept, and are forgotten at once', async () => {
    const store = make({
      secretsStatus: () => ok({ ...NONE, secrets: { ...NONE.secrets, ftp: 'kept', redis: 'environment' } }),
      setSecret: ({ kind, password }) => {
        expect(password).toBeNull();
        return ok({ kind, place: 'none' });
      },
    });
    await store.getState().open(SITE_ID, '');
    await Promise.resolve();
    await store.getState().forgetSecret('ftp');
    expect(store.getState().secrets?.secrets).toEqual({
      ftp: 'none',
      postgresql: 'none',
      redis: 'environment',
    });
  });

  it('are gone from the window once the editor is closed', async () => {
    const store = make();
    await store.getState().open(SITE_ID, '');
    store.getState().typeSecret('ftp', 'тайна');
    store.getState().close();
    expect(store.getState()).toMatchObject({ typed: {}, draft: null });
  });
});
