/** One profile being written: what was saved, what stands in the fields, and which fields to complain about. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Bridge, BridgeError } from '../../../src/contract/bridge.ts';
import type { Site } from '../../../src/contract/site.ts';
import type { Language } from '../../../src/contract/words.ts';
import { attempt } from '../../call.ts';
import { type Draft, draftOf, emptyDraft } from './draft.ts';
import { judgeDraft } from './problems.ts';

export interface EditorState {
  readonly status: 'loading' | 'ready' | 'saving';
  readonly isNew: boolean;
  readonly original: Draft | null;
  readonly draft: Draft | null;
  /** Fields that the person has left; their problems are shown. */
  readonly touched: ReadonlySet<string>;
  /** A save was tried: every problem is shown. */
  readonly tried: boolean;
  readonly failure: { readonly action: 'load' | 'save'; readonly error: BridgeError } | null;
  /** A null `siteId` begins a new profile. */
  readonly open: (siteId: string | null, serverName: string) => Promise<void>;
  readonly change: (update: (draft: Draft) => Draft) => void;
  readonly touch: (path: string) => void;
  /** The saved site, or null where something stands in the way; the state then says what. */
  readonly save: (language: Language) => Promise<Site | null>;
}

export type EditorStore = StoreApi<EditorState>;

export function createEditorStore(bridge: Bridge, newId: () => string): EditorStore {
  return createStore<EditorState>()((set, get) => {
    /** A profile asked for earlier comes too late and is dropped. */
    let latest = 0;

    function begin(draft: Draft, isNew: boolean): void {
      set({
        status: 'ready',
        isNew,
        original: draft,
        draft,
        touched: new Set(),
        tried: false,
        failure: null,
      });
    }

    return {
      status: 'loading',
      isNew: true,
      original: null,
      draft: null,
      touched: new Set(),
      tried: false,
      failure: null,
      async open(siteId, serverName) {
        latest += 1;
        const turn = latest;
        if (siteId === null) return begin(emptyDraft(newId(), serverName), true);
        set({ status: 'loading', draft: null, original: null, failure: null });
        const reply = await attempt(() => bridge.getSite({ id: siteId }));
        if (turn !== latest) return;
        if (reply.ok) begin(draftOf(reply.value), false);
        else set({ status: 'ready', failure: { action: 'load', error: reply.error } });
      },
      change(update) {
        const { draft } = get();
        if (draft !== null) set({ draft: update(draft) });
      },
      touch(path) {
        if (!get().touched.has(path)) set({ touched: new Set([...get().touched, path]) });
      },
      async save(language) {
        const { draft, status } = get();
        if (draft === null || status === 'saving') return null;
        const judged = judgeDraft(draft, language);
        if (!judged.ok) {
          set({ tried: true });
          return null;
        }
        set({ status: 'saving', failure: null });
        const reply = await attempt(() => bridge.saveSite({ site: judged.site }));
        if (!reply.ok) {
          set({ status: 'ready', failure: { action: 'save', error: reply.error } });
          return null;
        }
        begin(draftOf(reply.value), false);
        return reply.value;
      },
    };
  });
}

/** True while leaving would lose something. */
export function isDirty({ draft, original }: Pick<EditorState, 'draft' | 'original'>): boolean {
  return draft !== original && JSON.stringify(draft) !== JSON.stringify(original);
}
