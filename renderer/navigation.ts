/** Where the person is: one screen at a time, and a guard that may hold them back. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { VisitStep } from '../src/contract/visit.ts';

/** The steps, and what is entered from one of them: `traps` from `where`, `requests` from several. */
export type VisitScreen = VisitStep | 'traps' | 'requests';

export type Screen =
  | { readonly name: 'sites' }
  | { readonly name: 'editor'; readonly siteId: string | null }
  /** `from`: where it was entered from, and goes back to. */
  | { readonly name: 'settings'; readonly from: Screen }
  | {
      readonly name: 'visit';
      readonly siteId: string;
      /** Null: where the visit was left, or the first step of a new one. */
      readonly step: VisitScreen | null;
      readonly blank: boolean;
      /** The paper is wanted as the act of one page; else the checklist. */
      readonly paper?: 'act';
    };

export interface NavigationState {
  readonly screen: Screen;
  /** The screen asked for while the guard held the person back. */
  readonly pending: Screen | null;
  /** True while leaving would lose something. */
  readonly guarded: boolean;
  readonly go: (screen: Screen) => void;
  readonly setGuarded: (guarded: boolean) => void;
  /** Leaves for the pending screen in spite of the guard. */
  readonly leave: () => void;
  readonly stay: () => void;
}

export type NavigationStore = StoreApi<NavigationState>;

export function createNavigationStore(first: Screen): NavigationStore {
  return createStore<NavigationState>()((set, get) => ({
    screen: first,
    pending: null,
    guarded: false,
    go(screen) {
      if (get().guarded) set({ pending: screen });
      else set({ screen, pending: null });
    },
    setGuarded(guarded) {
      set({ guarded });
    },
    leave() {
      const { pending } = get();
      if (pending !== null) set({ screen: pending, pending: null, guarded: false });
    },
    stay() {
      set({ pending: null });
    },
  }));
}
