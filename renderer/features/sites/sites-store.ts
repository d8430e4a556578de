/** The list of sites: what is saved, what is chosen, and what can be done with a site. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type {
  Answers,
  Bridge,
  BridgeError,
  Reply,
  SiteSummary,
  UnreadableFile,
} from '../../../src/contract/bridge.ts';
import type { Site } from '../../../src/contract/site.ts';
import { attempt } from '../../call.ts';
import { type DroppedFile, importDropped, type RefusedFile } from './dropped-files.ts';
import { NEWEST_FIRST, pressColumn, type SiteFilter, type SiteOrder, type SortColumn } from './site-list.ts';

export type SitesAction = 'load' | 'delete' | 'restore' | 'import' | 'export' | 'demo' | 'duplicate';

export interface SitesState {
  readonly status: 'loading' | 'ready';
  readonly sites: readonly SiteSummary[];
  readonly unreadable: readonly UnreadableFile[];
  readonly selectedId: string | null;
  readonly query: string;
  readonly filter: SiteFilter;
  readonly order: SiteOrder;
  readonly failure: { readonly action: SitesAction; readonly error: BridgeError } | null;
  /** Files of the last drop that are no profiles. */
  readonly refusedFiles: readonly RefusedFile[];
  /** Sites in whose network this computer seems to stand; null before it is known, and once the person put it aside. */
  readonly recognised: Answers['sites:recognise'] | null;
  readonly load: () => Promise<void>;
  readonly select: (id: string) => void;
  readonly search: (query: string) => void;
  readonly setFilter: (filter: SiteFilter) => void;
  readonly sortBy: (column: SortColumn) => void;
  readonly remove: (id: string) => Promise<boolean>;
  readonly restore: (id: string) => Promise<void>;
  readonly duplicate: (id: string) => Promise<Site | null>;
  /** The opened site, or null where the person closed the dialog or the file was refused. */
  readonly importFile: () => Promise<Site | null>;
  /** Those of the dropped files that became sites. */
  readonly importDropped: (files: readonly DroppedFile[]) => Promise<readonly Site[]>;
  /** The path of the written file. */
  readonly exportSite: (id: string) => Promise<string | null>;
  readonly openDemo: () => Promise<Site | null>;
  readonly recognise: () => Promise<void>;
  readonly forgetFailure: () => void;
  readonly forgetRefused: () => void;
  readonly forgetUnreadable: () => void;
  readonly forgetRecognised: () => void;
}

export type SitesStore = StoreApi<SitesState>;

export function createSitesStore(bridge: Bridge): SitesStore {
  return createStore<SitesState>()((set, get) => {
    /** The network that the person has put aside; another one is offered again. */
    let putAside: string | null = null;

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
      order: NEWEST_FIRST,
      failure: null,
      refusedFiles: [],
      recognised: null,
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
      sortBy: (column) => set({ order: pressColumn(get().order, column) }),
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
      async duplicate(id) {
        set({ failure: null });
        return arrive('duplicate', await attempt(() => bridge.duplicateSite({ id })));
      },
      async importFile() {
        set({ failure: null });
        const reply = await attempt(() => bridge.importSite({}));
        if (!reply.ok) return arrive('import', reply);
        return reply.value === null ? null : arrive('import', { ok: true, value: reply.value.site });
      },
      async importDropped(files) {
        set({ failure: null, refusedFiles: [] });
        const { sites, refused } = await importDropped(bridge, files);
        set({ refusedFiles: refused });
        const last = sites.at(-1);
        if (last !== undefined) await arrive('import', { ok: true, value: last });
        return sites;
      },
      async exportSite(id) {
        set({ failure: null });
        return take('export', await attempt(() => bridge.exportSite({ id })))?.path ?? null;
      },
      async openDemo() {
        set({ failure: null });
        return arrive('demo', await attempt(() => bridge.openDemo({})));
      },
      async recognise() {
        const reply = await attempt(() => bridge.recogniseSites({}));
        // An offer that cannot be made is no failure: the list works without it.
        const found = reply.ok && reply.value.siteIds.length > 0 ? reply.value : null;
        set({ recognised: found !== null && found.gateway === putAside ? null : found });
      },
      forgetFailure: () => set({ failure: null }),
      forgetRefused: () => set({ refusedFiles: [] }),
      forgetUnreadable: () => set({ unreadable: [] }),
      forgetRecognised() {
        putAside = get().recognised?.gateway ?? null;
        set({ recognised: null });
      },
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
