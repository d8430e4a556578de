import { describe, expect, it } from 'vitest';
import { createNavigationStore } from '../../../renderer/navigation.ts';
import { createSessionStore } from '../../../renderer/session.ts';
import { fakeBridge, ok, refuse, SETTINGS } from './fake-bridge.ts';

const START = {
  version: '0.1.0',
  platform: 'linux',
  settings: SETTINGS,
  catalogues: [],
  openSiteId: null,
  openProblems: [],
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
