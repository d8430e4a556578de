/** What lasts as long as the window: version, catalogues, and the settings of this laptop. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Answers, Bridge, BridgeError } from '../src/contract/bridge.ts';
import type { Catalogue } from '../src/contract/catalogue.ts';
import type { Settings } from '../src/contract/settings.ts';
import { attempt } from './call.ts';

const CHOICES = ['language', 'theme', 'engineer', 'company'] as const;
type Choice = (typeof CHOICES)[number];
type ChangedSettings = Partial<Pick<Settings, Choice>>;

export interface SessionState {
  readonly version: string;
  readonly catalogues: readonly Catalogue[];
  readonly openProblems: readonly string[];
  readonly settings: Settings;
  readonly error: BridgeError | null;
  /** Takes effect at once; an answer of the main process then corrects it. */
  readonly change: (changed: ChangedSettings) => Promise<void>;
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
      openProblems: start.openProblems,
      settings: start.settings,
      error: null,
      async change(changed) {
        turns += 1;
        const turn = turns;
        for (const key of CHOICES) if (changed[key] !== undefined) changedIn[key] = turn;
        set({ settings: { ...get().settings, ...changed }, error: null });
        const reply = await attempt(() => bridge.saveSettings({ settings: changed }));
        if (reply.ok) set({ settings: corrected(get().settings, reply.value, turn, changedIn) });
        else set({ error: reply.error });
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
  const later = CHOICES.filter((key) => (changedIn[key] ?? 0) > turn).map((key) => [key, current[key]]);
  return { ...answer, ...(Object.fromEntries(later) as ChangedSettings) };
}
