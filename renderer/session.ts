/** What lasts as long as the window: version, catalogues, and the settings of this laptop. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Answers, Bridge, BridgeError } from '../src/contract/bridge.ts';
import type { Catalogue } from '../src/contract/catalogue.ts';
import type { Settings } from '../src/contract/settings.ts';
import { attempt } from './call.ts';

type ChangedSettings = Partial<Pick<Settings, 'language' | 'theme' | 'engineer' | 'company'>>;

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
  return createStore<SessionState>()((set, get) => ({
    version: start.version,
    catalogues: start.catalogues,
    openProblems: start.openProblems,
    settings: start.settings,
    error: null,
    async change(changed) {
      set({ settings: { ...get().settings, ...changed }, error: null });
      const reply = await attempt(() => bridge.saveSettings({ settings: changed }));
      if (reply.ok) set({ settings: { ...reply.value, ...pickNewer(get().settings, reply.value, changed) } });
      else set({ error: reply.error });
    },
    forgetProblems() {
      set({ openProblems: [] });
    },
  }));
}

/** Keys this call did not change may have been changed since it left: the window's value is the newer one. */
function pickNewer(current: Settings, saved: Settings, changed: ChangedSettings): Partial<Settings> {
  const newer: Record<string, unknown> = {};
  for (const key of ['language', 'theme', 'engineer', 'company'] as const) {
    const leftAs = changed[key];
    if (leftAs === undefined || current[key] !== leftAs) newer[key] = current[key];
    else newer[key] = saved[key];
  }
  return newer as Partial<Settings>;
}
