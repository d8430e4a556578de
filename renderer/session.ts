/** What lasts as long as the window: version, catalogues, and the settings of this laptop. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Answers, Bridge, BridgeError } from '../src/contract/bridge.ts';
import type { Catalogue } from '../src/contract/catalogue.ts';
import type { Settings, SettingsChange } from '../src/contract/settings.ts';
import { attempt } from './call.ts';

type Choice = keyof SettingsChange;

export interface SessionState {
  readonly version: string;
  readonly catalogues: readonly Catalogue[];
  /** Ids of those that were added on this computer and may be removed. */
  readonly addedCatalogues: readonly string[];
  readonly logFile: string;
  readonly openProblems: readonly string[];
  readonly settings: Settings;
  readonly error: BridgeError | null;
  /** Takes effect at once; an answer of the main process then corrects it. */
  readonly change: (changed: SettingsChange) => Promise<void>;
  /** What the main process has changed by itself, as after a dialog of the system. */
  readonly takeSettings: (settings: Settings) => void;
  /** One that was added, also in the place of an older one of its id. */
  readonly takeCatalogue: (catalogue: Catalogue) => void;
  readonly dropCatalogue: (id: string) => void;
  readonly forgetProblems: () => void;
}

export type SessionStore = StoreApi<SessionState>;

export function createSessionStore(bridge: Bridge, start: Answers['app:bootstrap']): SessionStore {
  return createStore<SessionState>()((set, get) => {
    let turns = 0;
    /** The last call that changed each of the settings. */
    const changedIn: Partial<Record<Choice, number>> = {};
    return {
      version: start.version,
      catalogues: start.catalogues,
      addedCatalogues: start.addedCatalogues,
      logFile: start.logFile,
      openProblems: start.openProblems,
      settings: start.settings,
      error: null,
      async change(changed) {
        turns += 1;
        const turn = turns;
        for (const key of keysOf(changed)) changedIn[key] = turn;
        set({ settings: withChange(get().settings, changed), error: null });
        const reply = await attempt(() => bridge.saveSettings({ settings: changed }));
        if (reply.ok) set({ settings: corrected(get().settings, reply.value, turn, changedIn) });
        else set({ error: reply.error });
      },
      takeSettings: (settings) => set({ settings, error: null }),
      takeCatalogue(catalogue) {
        const { catalogues, addedCatalogues } = get();
        const { id } = catalogue;
        set({
          catalogues: [...catalogues.filter((known) => known.id !== id), catalogue],
          addedCatalogues: [...addedCatalogues.filter((known) => known !== id), id],
        });
      },
      dropCatalogue(id) {
        set({
          catalogues: get().catalogues.filter((known) => known.id !== id),
          addedCatalogues: get().addedCatalogues.filter((known) => known !== id),
        });
      },
      forgetProblems() {
        set({ openProblems: [] });
      },
    };
  });
}

/** What the main process answered, save the keys that were changed again since that call left. */
function corrected(
  current: Settings,
  answer: Settings,
  turn: number,
  changedIn: Readonly<Partial<Record<Choice, number>>>,
): Settings {
  const later = keysOf(changedIn).filter((key) => (changedIn[key] ?? 0) > turn);
  return { ...answer, ...Object.fromEntries(later.map((key) => [key, current[key]])) };
}

function withChange(settings: Settings, changed: SettingsChange): Settings {
  return { ...settings, ...Object.fromEntries(keysOf(changed).map((key) => [key, changed[key]])) };
}

/** The keys that are really there. */
function keysOf(record: Readonly<Partial<Record<Choice, unknown>>>): readonly Choice[] {
  return (Object.keys(record) as Choice[]).filter((key) => record[key] !== undefined);
}
