import { describe, expect, it } from 'vitest';
import { createNavigationStore } from '../../../renderer/navigation.ts';
import { createSessionStore } from '../../../renderer/session.ts';
import { CATALOGUE } from '../../support/make-run.ts';
import { fakeBridge, ok, refuse, SETTINGS } from './fake-bridge.ts';

const START = {
  version: '0.1.0',
  platform: 'linux',
  settings: SETTINGS,
  catalogues: [],
  openSiteId: null,
  openProblems: [],
  addedCatalogues: [],
  logFile: '/var/log/sitecheck.log',
};

describe('createSessionStore', () => {
  it('switches the language before the main process has answered', () => {
    const store = createSessionStore(fakeBridge({ saveSettings: () => new Promise(() => {}) }), START);
    void store.getState().change({ language: 'en' });
    expect(store.getState().settings.language).toBe('en');
  });

  it('keeps a newer change when an older answer arrives late', async () => {
    const answers: (() => void)[] = [];
    const bridge = fakeBridge({
      saveSettings: ({ settings }) =>
        new Promise((resolve) =>
          answers.push(() => resolve(ok({ ...SETTINGS, ...settings } as typeof SETTINGS))),
        ),
    });
    const store = createSessionStore(bridge, START);
    const first = store.getState().change({ language: 'en' });
    void store.getState().change({ theme: 'dark' });
    answers[0]?.();
    await first;
    expect(store.getState().settings).toMatchObject({ language: 'en', theme: 'dark' });
  });

  it('shows what the main process answered, also for what was not changed', async () => {
    const answer = { ...SETTINGS, language: 'en', theme: 'system', engineer: 'Иванов И. И.' } as const;
    const store = createSessionStore(fakeBridge({ saveSettings: () => ok(answer) }), START);
    await store.getState().change({ language: 'en', engineer: 'Иванов' });
    expect(store.getState().settings).toEqual(answer);
  });

  it('loses no keystroke when answers arrive late', async () => {
    const answers: (() => void)[] = [];
    const bridge = fakeBridge({
      saveSettings: ({ settings }) =>
        new Promise((resolve) => answers.push(() => resolve(ok(Object.assign({ ...SETTINGS }, settings))))),
    });
    const store = createSessionStore(bridge, START);
    const typed = ['И', 'Ив', 'И'].map((engineer) => store.getState().change({ engineer }));
    answers[1]?.();
    await typed[1];
    expect(store.getState().settings.engineer).toBe('И');
    answers[0]?.();
    answers[2]?.();
    await Promise.all(typed);
    expect(store.getState().settings.engineer).toBe('И');
  });

  it('knows a catalogue that was added, once, until it is removed', () => {
    const store = createSessionStore(fakeBridge({}), { ...START, catalogues: [CATALOGUE] });
    const added = { ...CATALOGUE, id: 'printum-r13', revision: '13' };
    store.getState().takeCatalogue(added);
    store.getState().takeCatalogue({ ...added, revision: '13a' });
    expect(store.getState().catalogues.map(({ revision }) => revision)).toEqual(['12', '13a']);
    expect(store.getState().addedCatalogues).toEqual(['printum-r13']);
    store.getState().dropCatalogue('printum-r13');
    expect(store.getState()).toMatchObject({ catalogues: [{ id: 'printum-r12' }], addedCatalogues: [] });
  });

  it('says when the settings were not saved', async () => {
    const store = createSessionStore(fakeBridge({ saveSettings: () => refuse('диск полон') }), START);
    await store.getState().change({ theme: 'dark' });
    expect(store.getState().error?.message).toBe('диск полон');
  });
});

describe('createNavigationStore', () => {
  it('holds a person back while something would be lost, and lets them choose', () => {
    const store = createNavigationStore({ name: 'editor', siteId: null });
    store.getState().setGuarded(true);
    store.getState().go({ name: 'sites' });
    expect(store.getState()).toMatchObject({ screen: { name: 'editor' }, pending: { name: 'sites' } });
    store.getState().stay();
    expect(store.getState()).toMatchObject({ screen: { name: 'editor' }, pending: null });
    store.getState().go({ name: 'sites' });
    store.getState().leave();
    expect(store.getState()).toMatchObject({ screen: { name: 'sites' }, pending: null, guarded: false });
  });
});
