/** Requests to open ports: those of a site, the one that is open, its page, and what is done with it. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Bridge, BridgeError, UnreadableFile } from '../../../src/contract/bridge.ts';
import type { Argument, SavedFormat } from '../../../src/contract/channels.ts';
import type { FirewallRequest } from '../../../src/contract/firewall-request.ts';
import type { Language } from '../../../src/contract/words.ts';
import { attempt } from '../../call.ts';
import { withRefusal } from './request-changes.ts';

export type RequestAction = 'list' | 'create' | 'change' | 'delete' | 'preview' | 'print' | 'save';
export type RequestFile = Exclude<SavedFormat, 'html' | 'json'>;
type Creation = Omit<Argument<'requests:create'>, 'siteId'>;

export interface RequestsState {
  readonly siteId: string | null;
  readonly status: 'loading' | 'ready';
  /** Newest first. */
  readonly requests: readonly FirewallRequest[];
  readonly unreadable: readonly UnreadableFile[];
  readonly openId: string | null;
  /** The page of the open request; null while there is none to show. */
  readonly html: string | null;
  readonly working: 'create' | 'print' | RequestFile | null;
  readonly saved: string | null;
  readonly failure: { readonly action: RequestAction; readonly error: BridgeError } | null;
  readonly load: (siteId: string) => Promise<void>;
  readonly choose: (requestId: string | null) => void;
  readonly forgetUnreadable: () => void;
  /** True where it was made; it is then the open one. */
  readonly create: (creation: Creation) => Promise<boolean>;
  /** An empty reason takes the refusal back. */
  readonly refuse: (requestId: string, rowNumber: number, reason: string) => Promise<void>;
  readonly remove: (requestId: string) => Promise<void>;
  /** After a run: its rows were closed and opened on disk, by what it saw. */
  readonly refresh: (siteId: string) => Promise<void>;
  readonly preview: (requestId: string, language: Language) => Promise<void>;
  readonly print: (requestId: string, language: Language) => Promise<void>;
  readonly save: (requestId: string, language: Language, format: RequestFile) => Promise<void>;
}

export type RequestsStore = StoreApi<RequestsState>;
type RequestsBridge = Pick<
  Bridge,
  | 'listRequests'
  | 'createRequest'
  | 'saveRequest'
  | 'deleteRequest'
  | 'previewReport'
  | 'printReport'
  | 'saveReport'
>;

export function createRequestsStore(bridge: RequestsBridge): RequestsStore {
  return createStore<RequestsState>()((set, get) => {
    /** Answers to an earlier question come too late and are dropped. */
    let previews = 0;

    function fail(action: RequestAction, error: BridgeError): void {
      set({ failure: { action, error } });
    }

    async function store(request: FirewallRequest): Promise<void> {
      const reply = await attempt(() => bridge.saveRequest({ request }));
      if (!reply.ok) return fail('change', reply.error);
      const { requests } = get();
      set({ requests: requests.map((known) => (known.id === request.id ? reply.value : known)) });
    }

    function paperOf(requestId: string) {
      return { kind: 'request', siteId: get().siteId ?? '', requestId } as const;
    }

    return {
      siteId: null,
      status: 'loading',
      requests: [],
      unreadable: [],
      openId: null,
      html: null,
      working: null,
      saved: null,
      failure: null,
      async load(siteId) {
        const known = get().siteId === siteId;
        set(
          known
            ? { failure: null, saved: null }
            : {
                siteId,
                status: 'loading',
                requests: [],
                openId: null,
                html: null,
                failure: null,
                saved: null,
              },
        );
        const reply = await attempt(() => bridge.listRequests({ siteId }));
        if (get().siteId !== siteId) return;
        if (!reply.ok) return set({ status: 'ready', failure: { action: 'list', error: reply.error } });
        const requests = newestFirst(reply.value.requests);
        const openId = requests.some(({ id }) => id === get().openId)
          ? get().openId
          : (requests[0]?.id ?? null);
        set({ status: 'ready', requests, unreadable: reply.value.unreadable, openId });
      },
      forgetUnreadable: () => set({ unreadable: [] }),
      choose: (openId) => set({ openId, html: null, saved: null, failure: null }),
      async create(creation) {
        const { siteId, working } = get();
        if (siteId === null || working !== null) return false;
        set({ working: 'create', saved: null, failure: null });
        const reply = await attempt(() => bridge.createRequest({ siteId, ...creation }));
        set({ working: null });
        if (!reply.ok) {
          fail('create', reply.error);
          return false;
        }
        set({ requests: newestFirst([reply.value, ...get().requests]), openId: reply.value.id, html: null });
        return true;
      },
      async refuse(requestId, rowNumber, reason) {
        const request = get().requests.find(({ id }) => id === requestId);
        set({ failure: null });
        if (request !== undefined) await store(withRefusal(request, rowNumber, reason));
      },
      async remove(requestId) {
        const { siteId } = get();
        if (siteId === null) return;
        set({ failure: null });
        const reply = await attempt(() => bridge.deleteRequest({ siteId, requestId }));
        if (!reply.ok) return fail('delete', reply.error);
        const requests = get().requests.filter(({ id }) => id !== requestId);
        set({ requests, openId: requests[0]?.id ?? null, html: null });
      },
      async refresh(siteId) {
        if (get().siteId === siteId) await get().load(siteId);
      },
      async preview(requestId, language) {
        previews += 1;
        const turn = previews;
        const reply = await attempt(() => bridge.previewReport({ paper: paperOf(requestId), language }));
        if (turn !== previews) return;
        if (reply.ok) set({ html: reply.value.html });
        else set({ html: null, failure: { action: 'preview', error: reply.error } });
      },
      async print(requestId, language) {
        if (get().working !== null) return;
        set({ working: 'print', saved: null, failure: null });
        const reply = await attempt(() => bridge.printReport({ paper: paperOf(requestId), language }));
        set({ working: null });
        if (!reply.ok) fail('print', reply.error);
      },
      async save(requestId, language, format) {
        if (get().working !== null) return;
        set({ working: format, saved: null, failure: null });
        const reply = await attempt(() => bridge.saveReport({ paper: paperOf(requestId), language, format }));
        set({ working: null });
        if (!reply.ok) fail('save', reply.error);
        else if (reply.value !== null) set({ saved: reply.value.path });
      },
    };
  });
}

function newestFirst(requests: readonly FirewallRequest[]): readonly FirewallRequest[] {
  return requests.toSorted((one, other) => other.createdAt.localeCompare(one.createdAt));
}
