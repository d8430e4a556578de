/** The settings screen: each change is saved at once, and its place remembers what became of it. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Bridge, Reply } from '../../../src/contract/bridge.ts';
import type { Settings, SettingsChange } from '../../../src/contract/settings.ts';
import { attempt } from '../../call.ts';
import type { SessionStore } from '../../session.ts';

/** Where on the screen the outcome of a change stands. */
export const SETTINGS_PLACES = [
  'language',
  'theme',
  'density',
  'engineer',
  'company',
  'logo',
  'probe',
  'reportsFolder',
  'catalogues',
  'log',
] as const;
export type SettingsPlace = (typeof SETTINGS_PLACES)[number];

export type Outcome =
  | { readonly kind: 'saved' | 'added' | 'removed' }
  | { readonly kind: 'copied'; readonly lines: number }
  | { readonly kind: 'failed'; readonly message: string };

export interface SettingsState {
  /** Of the last change alone, so that no old confirmation stands beside a new one. */
  readonly outcome: { readonly place: SettingsPlace; readonly outcome: Outcome } | null;
  readonly busy: SettingsPlace | null;
  readonly change: (place: SettingsPlace, changed: SettingsChange) => Promise<void>;
  readonly chooseLogo: () => Promise<void>;
  readonly chooseReportsFolder: () => Promise<void>;
  readonly clear: (what: 'logo' | 'reportsFolder') => Promise<void>;
  readonly addCatalogue: () => Promise<void>;
  readonly removeCatalogue: (id: string) => Promise<void>;
  readonly showLog: () => Promise<void>;
  readonly copyLog: () => Promise<void>;
  /** A confirmation is of this stay on the screen. */
  readonly leave: () => void;
}

export type SettingsStore = StoreApi<SettingsState>;

export function createSettingsStore(bridge: Bridge, session: SessionStore): SettingsStore {
  return createStore<SettingsState>()((set, get) => {
    function tell(place: SettingsPlace, outcome: Outcome | null): void {
      set({ busy: null, outcome: outcome === null ? null : { place, outcome } });
    }

    /** Null in a good reply means that the person closed the dialog: nothing happened, nothing is said. */
    async function ask<T>(
      place: SettingsPlace,
      call: () => Promise<Reply<T | null>>,
      take: (value: T) => Outcome | null,
    ): Promise<void> {
      if (get().busy !== null) return;
      set({ busy: place, outcome: null });
      const reply = await attempt(call);
      if (!reply.ok) tell(place, { kind: 'failed', message: reply.error.message });
      else tell(place, reply.value === null ? null : take(reply.value));
    }

    function takeSettings(settings: Settings): Outcome {
      session.getState().takeSettings(settings);
      return { kind: 'saved' };
    }

    return {
      outcome: null,
      busy: null,
      async change(place, changed) {
        set({ outcome: null });
        await session.getState().change(changed);
        const { error } = session.getState();
        tell(place, error === null ? { kind: 'saved' } : { kind: 'failed', message: error.message });
      },
      chooseLogo: () => ask('logo', () => bridge.chooseLogo({}), takeSettings),
      chooseReportsFolder: () => ask('reportsFolder', () => bridge.chooseReportsFolder({}), takeSettings),
      clear: (what) => ask(what, () => bridge.clearSetting({ what }), takeSettings),
      addCatalogue: () =>
        ask(
          'catalogues',
          () => bridge.addCatalogue({}),
          (catalogue) => {
            session.getState().takeCatalogue(catalogue);
            return { kind: 'added' };
          },
        ),
      removeCatalogue: (id) =>
        ask(
          'catalogues',
          () => bridge.removeCatalogue({ id }),
          () => {
            session.getState().dropCatalogue(id);
            return { kind: 'removed' };
          },
        ),
      showLog: () =>
        ask(
          'log',
          () => bridge.showLog({}),
          () => null,
        ),
      copyLog: () =>
        ask(
          'log',
          () => bridge.copyLog({}),
          ({ lines }) => ({ kind: 'copied', lines }),
        ),
      leave: () => set({ outcome: null }),
    };
  });
}
