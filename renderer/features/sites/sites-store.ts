/** The list of sites: what is saved, what is chosen, and what can be done with a site. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type {
  Bridge,
  BridgeError,
  Reply,
  SiteSummary,
  UnreadableFile,
} from '../../../src/contract/bridge.ts';
import type { Site } from '../../../src/contract/site.ts';
import { attempt } from '../../call.ts';
import type { SiteFilter } from './site-list.ts';

export type SitesAction = 'load' | 'delete' | 'restore' | 'import' | 'export' | 'demo';

export interface SitesState {
  readonly status: 'loading' | 'ready';
  readonly sites: readonly SiteSummary[];
  readonly unreadable: readonly UnreadableFile[];
  readonly selectedId: string | null;
  readonly query: string;
  readonly filter: SiteFilter;
  readonly failure: { readonly action: SitesAction; readonly error: BridgeError } | null;
  readonly load: () => Promise<void>;
  readonly select: (id: string) => void;
  readonly search: (query: string) => void;
  readonly setFilter: (filter: SiteFilter) => void;
  readonly remove: (id: string) => Promise<boolean>;
  readonly restore: (id: string) => Promise<void>;
  /** The opened site, or null where the person closed the dialog or the file was refused. */
  readonly importFile: () => Promise<Site | null>;
  /** The path of the written file. */
  readonly exportSite: (id: string) => Promise<string | null>;
  readonly openDemo: () => Promise<Site | null>;
  readonly forgetFailure: () => void;
  readonly forgetUnreadable: () => void;
}

export type SitesStore = StoreApi<SitesState>;

export function createSitesStore(bridge: Bridge): SitesStore {
  return createStore<SitesState>()((set, get) => {
    function take<T>(action: SitesAction, reply: Reply<T>): T | null {
      if (reply.ok) return reply.value;
      set({ failure: { action, error: reply.error } });
      return null;
    }

    async function arrive(action: SitesAction, reply: Reply<Site>): Promise<Site | null> {
      const site = take(action, reply);
      if (site === null) return null;
      await get().load();
      set({ selectedId: site.id, query: '', filter: 'all' });
      return site;
    }

    return {
      status: 'loading',
      sites: [],
      unreadable: [],
      selectedId: null,
      query: '',
      filter: 'all',
      failure: null,
      async load() {
        const list = take('load', await attempt(() => bridge.listSites({})));
        if (list === null) return set({ status: 'ready' });
        const chosen = get().selectedId;
        set({
          status: 'ready',
          sites: list.sites,
          unreadable: merge(get().unreadable, list.unreadable),
          selectedId: list.sites.some(({ site }) => site.id === chosen) ? chosen : null,
        });
      },
      select: (id) => set({ selectedId: id }),
      search: (query) => set({ query }),
      setFilter: (filter) => set({ filter }),
      async remove(id) {
        set({ failure: null });
        const removed = take('delete', await attempt(() => bridge.deleteSite({ id })));
        if (removed === null) return false;
        await get().load();
        return true;
      },
      async restore(id) {
        await arrive('restore', await attempt(() => bridge.restoreSite({ id })));
      },
      async importFile() {
        set({ failure: null });
        const reply = await attempt(() => bridge.importSite({}));
        if (!reply.ok) return arrive('import', reply);
        return reply.value === null ? null : arrive('import', { ok: true, value: reply.value.site });
      },
      async exportSite(id) {
        set({ failure: null });
        return take('export', await attempt(() => bridge.exportSite({ id })))?.path ?? null;
      },
      async openDemo() {
        set({ failure: null });
        return arrive('demo', await attempt(() => bridge.openDemo({})));
      },
      forgetFailure: () => set({ failure: null }),
      forgetUnreadable: () => set({ unreadable: [] }),
    };
  });
}

/** A file is named by the one list that found it; later lists no longer see it, the person still has to. */
function merge(
  known: readonly UnreadableFile[],
  found: readonly UnreadableFile[],
): readonly UnreadableFile[] {
  const names = new Set(known.map((file) => file.file));
  return [...known, ...found.filter((file) => !names.has(file.file))];
}
