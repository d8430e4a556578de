import { describe, expect, it } from 'vitest';
import { createSettingsStore } from '../../../../../renderer/features/settings/settings-store.ts';
import { createSessionStore } from '../../../../../renderer/session.ts';
import type { Bridge } from '../../../../../src/contract/bridge.ts';
import { CATALOGUE } from '../../../../support/make-run.ts';
import { fakeBridge, ok, refuse, SETTINGS } from '../../fake-bridge.ts';

function make(answers: Partial<Bridge>) {
  const bridge = fakeBridge(answers);
  const session = createSessionStore(bridge, {
    version: '0.1.0',
    platform: 'linux',
    settings: SETTINGS,
    catalogues: [CATALOGUE],
    addedCatalogues: [],
    logFile: '/logs/main.log',
    openSiteId: null,
    openProblems: [],
  });
  return { session, store: createSettingsStore(bridge, session) };
}

describe('createSettingsStore', () => {
  it('says in its place that a change was saved, or why it was not', async () => {
    const { store, session } = make({
      saveSettings: ({ settings }) =>
        settings.company === undefined ? ok({ ...SETTINGS, engineer: 'Орлов' }) : refuse('диск полон'),
    });
    await store.getState().change('engineer', { engineer: 'Орлов' });
    expect(store.getState().outcome).toEqual({ place: 'engineer', outcome: { kind: 'saved' } });
    expect(session.getState().settings.engineer).toBe('Орлов');
    await store.getState().change('company', { company: 'Партнёр' });
    expect(store.getState().outcome).toEqual({
      place: 'company',
      outcome: { kind: 'failed', message: 'диск полон' },
    });
  });

  it('takes a chosen logo and folder into the session, and clears them', async () => {
    const logo = 'data:image/png;base64,AAAA';
    const { store, session } = make({
      chooseLogo: () => ok({ ...SETTINGS, logo }),
      clearSetting: ({ what }) => ok({ ...SETTINGS, [what]: null }),
      chooseReportsFolder: () => ok({ ...SETTINGS, reportsFolder: '/отчёты' }),
    });
    await store.getState().chooseLogo();
    expect(session.getState().settings.logo).toBe(logo);
    await store.getState().clear('logo');
    expect(session.getState().settings.logo).toBeNull();
    await store.getState().chooseReportsFolder();
    expect(session.getState().settings.reportsFolder).toBe('/отчёты');
    expect(store.getState().outcome).toEqual({ place: 'reportsFolder', outcome: { kind: 'saved' } });
  });

  it('says nothing when the person closes a dialog, and stays free for the next', async () => {
    const { store, session } = make({ chooseLogo: () => ok(null), addCatalogue: () => ok(null) });
    await store.getState().chooseLogo();
    await store.getState().addCatalogue();
    expect(store.getState()).toMatchObject({ outcome: null, busy: null });
    expect(session.getState().settings).toEqual(SETTINGS);
  });

  it('adds a catalogue and removes it again; a wrong file is named in place', async () => {
    const other = { ...CATALOGUE, id: 'printum-r13', revision: '13' };
    let wrong = false;
    const { store, session } = make({
      addCatalogue: () => (wrong ? refuse('revision: нет ключа') : ok(other)),
      removeCatalogue: ({ id }) => ok({ id }),
    });
    const ids = () => session.getState().catalogues.map(({ id }) => id);
    await store.getState().addCatalogue();
    expect(ids()).toEqual([CATALOGUE.id, 'printum-r13']);
    expect(session.getState().addedCatalogues).toEqual(['printum-r13']);
    await store.getState().removeCatalogue('printum-r13');
    expect(ids()).toEqual([CATALOGUE.id]);
    wrong = true;
    await store.getState().addCatalogue();
    expect(store.getState().outcome).toEqual({
      place: 'catalogues',
      outcome: { kind: 'failed', message: 'revision: нет ключа' },
    });
  });

  it('says how many lines of the log were copied', async () => {
    const { store } = make({ copyLog: () => ok({ lines: 42 }), showLog: () => ok({ shown: true }) });
    await store.getState().copyLog();
    expect(store.getState().outcome).toEqual({ place: 'log', outcome: { kind: 'copied', lines: 42 } });
    await store.getState().showLog();
    expect(store.getState()).toMatchObject({ outcome: null, busy: null });
  });

  it('opens one dialog at a time', async () => {
    let opened = 0;
    let close = () => {};
    const { store } = make({
      chooseLogo: () => {
        opened += 1;
        return new Promise((resolve) => {
          close = () => resolve({ ok: true, value: null });
        });
      },
    });
    const first = store.getState().chooseLogo();
    await store.getState().chooseReportsFolder();
    await store.getState().chooseLogo();
    close();
    await first;
    expect(opened).toBe(1);
    expect(store.getState().busy).toBeNull();
  });
});
