/** One profile being written: what was saved, what stands in the fields, and which fields to complain about. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Bridge, BridgeError } from '../../../src/contract/bridge.ts';
import type { ProbeSettings, Site } from '../../../src/contract/site.ts';
import type { Language } from '../../../src/contract/words.ts';
import { attempt } from '../../call.ts';
import { type Draft, draftOf, emptyDraft, isSameDraft } from './draft.ts';
import { judgeDraft } from './problems.ts';
import { createSecretsPart, NO_SECRETS, type SecretsPart } from './secrets-part.ts';
import { readCsvTable, type TextTable } from './table-text.ts';

export type EditorAction = 'load' | 'save' | 'secrets' | 'forget' | 'readDevices';

/** A foreign table of devices that waits for its columns to be confirmed; `name` is the file's, null of a paste. */
export interface ForeignDevices {
  readonly name: string | null;
  readonly table: TextTable;
}

export interface EditorState extends SecretsPart {
  readonly status: 'loading' | 'ready' | 'saving';
  readonly isNew: boolean;
  /** A new site begins with the few fields that it cannot do without. */
  readonly brief: boolean;
  readonly original: Draft | null;
  readonly draft: Draft | null;
  /** Fields that the person has left; their problems are shown. */
  readonly touched: ReadonlySet<string>;
  /** A save was tried: every problem is shown. */
  readonly tried: boolean;
  readonly failure: { readonly action: EditorAction; readonly error: BridgeError } | null;
  readonly foreign: ForeignDevices | null;
  /** A null `siteId` begins a new profile. */
  readonly open: (siteId: string | null, serverName: string) => Promise<void>;
  readonly expand: () => void;
  readonly change: (update: (draft: Draft) => Draft) => void;
  readonly touch: (path: string) => void;
  readonly setForeign: (foreign: ForeignDevices | null) => void;
  /** Asks for a CSV file in a dialog of the system. */
  readonly readDevicesFile: () => Promise<void>;
  /** The saved site, or null where something stands in the way; the state then says what. */
  readonly save: (language: Language) => Promise<Site | null>;
  /** What was typed and not saved is gone, passwords above all. */
  readonly close: () => void;
}

export type EditorStore = StoreApi<EditorState>;

const NOTHING_OPEN = {
  status: 'loading',
  isNew: true,
  brief: false,
  original: null,
  draft: null,
  touched: new Set<string>(),
  tried: false,
  failure: null,
  foreign: null,
  ...NO_SECRETS,
} as const satisfies Partial<EditorState>;

export function createEditorStore(
  bridge: Bridge,
  newId: () => string,
  probeDefaults: () => ProbeSettings,
): EditorStore {
  return createStore<EditorState>()((set, get) => {
    /** A profile asked for earlier comes too late and is dropped. */
    let latest = 0;
    const secrets = createSecretsPart(bridge, {
      get,
      set,
      fail: (error) => set({ failure: { action: 'forget', error } }),
    });

    function begin(draft: Draft, isNew: boolean): void {
      set({ ...NOTHING_OPEN, status: 'ready', isNew, brief: isNew, original: draft, draft });
      void secrets.ask(draft.id);
    }

    return {
      ...NOTHING_OPEN,
      ...secrets.actions,
      async open(siteId, serverName) {
        latest += 1;
        const turn = latest;
        if (siteId === null) return begin(emptyDraft(newId(), serverName, probeDefaults()), true);
        set(NOTHING_OPEN);
        const reply = await attempt(() => bridge.getSite({ id: siteId }));
        if (turn !== latest) return;
        if (reply.ok) begin(draftOf(reply.value), false);
        else set({ status: 'ready', failure: { action: 'load', error: reply.error } });
      },
      expand: () => set({ brief: false }),
      change(update) {
        const { draft } = get();
        if (draft !== null) set({ draft: update(draft) });
      },
      touch(path) {
        if (!get().touched.has(path)) set({ touched: new Set([...get().touched, path]) });
      },
      setForeign: (foreign) => set({ foreign }),
      async readDevicesFile() {
        set({ failure: null });
        const reply = await attempt(() => bridge.readDevices({}));
        if (!reply.ok) return set({ failure: { action: 'readDevices', error: reply.error } });
        if (reply.value === null) return;
        const { name, text } = reply.value;
        set({ foreign: { name, table: readCsvTable(text) } });
      },
      async save(language) {
        const { draft, status, typed } = get();
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
        const error = await secrets.keep(reply.value.id, typed);
        const left = get().typed;
        begin(draftOf(reply.value), false);
        if (error === null) return reply.value;
        set({ typed: left, failure: { action: 'secrets', error } });
        return null;
      },
      close() {
        latest += 1;
        set(NOTHING_OPEN);
      },
    };
  });
}

/** True while leaving would lose something. */
export function isDirty(state: Pick<EditorState, 'draft' | 'original' | 'typed'>): boolean {
  const { draft, original, typed } = state;
  if (Object.values(typed).some((password) => password !== '')) return true;
  return draft !== original && !(draft !== null && original !== null && isSameDraft(draft, original));
}
