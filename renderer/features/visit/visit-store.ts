/** The site that is visited, its runs, and the visit itself: shown at once, saved at each change. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Bridge, BridgeError, RunSummary, UnreadableFile } from '../../../src/contract/bridge.ts';
import { DEMO_SITE_ID, type Site } from '../../../src/contract/site.ts';
import { hasMeasured } from '../../../src/contract/standing-runs.ts';
import type { ManualAnswer, PlaceReason, RowNote, Signature, Visit } from '../../../src/contract/visit.ts';
import type { Waiver } from '../../../src/contract/waivers.ts';
import { type Stage, VIEWPOINTS, type Viewpoint } from '../../../src/contract/words.ts';
import { attempt } from '../../call.ts';
import * as changes from './visit-changes.ts';
import { createVisitSaver } from './visit-saver.ts';

export type VisitAction = 'load' | 'begin' | 'photos';

export interface VisitState {
  /** `beginning`: a new visit is on its way. */
  readonly status: 'loading' | 'ready' | 'beginning';
  readonly site: Site | null;
  readonly demo: boolean;
  /** Every finished run of the site, newest first. */
  readonly runs: readonly RunSummary[];
  /** Every visit of the site but the current one, newest first. */
  readonly earlier: readonly Visit[];
  /** The visit that goes on, else the newest closed one, which nothing changes; null before the first. */
  readonly visit: Visit | null;
  readonly unreadable: readonly UnreadableFile[];
  readonly failure: { readonly action: VisitAction; readonly error: BridgeError } | null;
  /** Set while the visit cannot be written; what was changed is kept and tried again. */
  readonly unsaved: BridgeError | null;
  readonly open: (siteId: string) => Promise<void>;
  /** A new visit of the opened site; true once it is there. */
  readonly begin: (stage: Stage) => Promise<boolean>;
  readonly refreshRuns: () => Promise<void>;
  readonly change: (patch: changes.VisitPatch) => void;
  readonly addRun: (siteId: string, runId: string) => void;
  readonly addPlaceReason: (reason: Omit<PlaceReason, 'at'>) => void;
  readonly addWaiver: (waiver: Omit<Waiver, 'id' | 'at'>) => void;
  readonly removeWaiver: (waiverId: string) => void;
  readonly setNote: (checkId: string, patch: Partial<Omit<RowNote, 'checkId'>>) => void;
  readonly answerManual: (itemId: string, patch: Partial<Omit<ManualAnswer, 'itemId' | 'at'>> | null) => void;
  readonly setSignature: (side: changes.SignatureSide, patch: Partial<Signature>) => void;
  /** The engineer signs: from now on the visit does not change. */
  readonly close: () => void;
  /** Asks for pictures and copies them beside the visit; none where the person closed the dialog. */
  readonly takePhotos: () => Promise<RowNote['photos']>;
  /** The picture as a `data:` URL; null where it cannot be read. */
  readonly photoUrl: (photoId: string) => Promise<string | null>;
  readonly retrySaving: () => void;
  readonly forgetUnreadable: () => void;
}

export type VisitStore = StoreApi<VisitState>;

const NOTHING = {
  status: 'loading',
  site: null,
  demo: false,
  runs: [],
  earlier: [],
  visit: null,
  unreadable: [],
  failure: null,
  unsaved: null,
} as const;

export function createVisitStore(bridge: Bridge, now: () => string): VisitStore {
  return createStore<VisitState>()((set, get) => {
    /** Answers for another site come too late and are dropped. */
    let latest = 0;
    const saver = createVisitSaver(bridge, (visitId, error) => {
      if (get().visit?.id === visitId) set({ unsaved: error });
    });

    function edit(change: (visit: Visit) => Visit): void {
      const { visit } = get();
      if (visit === null || visit.closedAt !== null) return;
      const changed = change(visit);
      if (changed === visit) return;
      const next = { ...changed, updatedAt: now() };
      set({ visit: next });
      saver.save(next);
    }

    return {
      ...NOTHING,
      async open(siteId) {
        if (get().site?.id !== siteId) set(NOTHING);
        latest += 1;
        const turn = latest;
        // What is known from before may be shown; a visit begins only on what is read now, and once.
        set({ status: 'loading', failure: null });
        const [site, runs, visits] = await Promise.all([
          attempt(() => bridge.getSite({ id: siteId })),
          attempt(() => bridge.listRuns({ siteId })),
          attempt(() => bridge.listVisits({ siteId })),
        ]);
        if (turn !== latest) return;
        const refused = [site, runs, visits].find((reply) => !reply.ok);
        if (refused?.ok === false) set({ failure: { action: 'load', error: refused.error } });
        if (!site.ok) return set({ status: 'ready' });
        const known = visits.ok ? visits.value.visits : [];
        const current = changes.currentVisit(known.map((visit) => saver.unsaved(visit.id) ?? visit));
        set({
          status: 'ready',
          site: site.value,
          demo: siteId === DEMO_SITE_ID,
          runs: runs.ok ? runs.value.runs : [],
          visit: current,
          earlier: known.filter(({ id }) => id !== current?.id),
          unreadable: visits.ok ? visits.value.unreadable : [],
        });
      },
      async begin(stage) {
        const { site, status, visit } = get();
        if (site === null || status !== 'ready') return false;
        set({ status: 'beginning', failure: null });
        const reply = await attempt(() => bridge.beginVisit({ siteId: site.id, stage }));
        if (get().site?.id !== site.id) return false;
        if (!reply.ok) {
          set({ status: 'ready', failure: { action: 'begin', error: reply.error } });
          return false;
        }
        const earlier = visit === null ? get().earlier : [visit, ...get().earlier];
        set({ status: 'ready', visit: reply.value, earlier, unsaved: null });
        edit((begun) => ({ ...begun, viewpoint: nextPlace(get().runs) }));
        return true;
      },
      async refreshRuns() {
        const { site } = get();
        if (site === null) return;
        const runs = await attempt(() => bridge.listRuns({ siteId: site.id }));
        if (runs.ok && get().site?.id === site.id) set({ runs: runs.value.runs });
      },
      change: (patch) => edit((visit) => ({ ...visit, ...patch })),
      addRun: (siteId, runId) =>
        edit((visit) => (visit.siteId === siteId ? changes.withRun(visit, runId) : visit)),
      addPlaceReason: (reason) => edit((visit) => changes.withPlaceReason(visit, { ...reason, at: now() })),
      addWaiver: (waiver) =>
        edit((visit) => changes.withWaiver(visit, { ...waiver, id: crypto.randomUUID(), at: now() })),
      removeWaiver: (waiverId) => edit((visit) => changes.withoutWaiver(visit, waiverId)),
      setNote: (checkId, patch) => edit((visit) => changes.withNote(visit, checkId, patch)),
      answerManual: (itemId, patch) => edit((visit) => changes.withAnswer(visit, itemId, patch, now())),
      setSignature: (side, patch) => edit((visit) => changes.withSignature(visit, side, patch)),
      close: () => edit((visit) => changes.closedAt(visit, now())),
      async takePhotos() {
        const { visit } = get();
        if (visit === null || visit.closedAt !== null) return [];
        const reply = await attempt(() => bridge.addPhotos({ siteId: visit.siteId, visitId: visit.id }));
        if (!reply.ok) set({ failure: { action: 'photos', error: reply.error } });
        return reply.ok ? [...(reply.value?.photos ?? [])] : [];
      },
      async photoUrl(photoId) {
        const { visit } = get();
        if (visit === null) return null;
        const { siteId, id: visitId } = visit;
        const reply = await attempt(() => bridge.getPhoto({ siteId, visitId, photoId }));
        return reply.ok ? reply.value.dataUrl : null;
      },
      retrySaving: () => saver.retry(),
      forgetUnreadable: () => set({ unreadable: [] }),
    };
  });
}

/** True while there is a visit that may be changed. */
export function isOpenVisit(visit: Visit | null): visit is Visit {
  return visit !== null && visit.closedAt === null;
}

/** The first place where nobody has been yet. */
function nextPlace(runs: readonly RunSummary[]): Viewpoint {
  return (
    VIEWPOINTS.find((viewpoint) => !runs.some((run) => run.viewpoint === viewpoint && hasMeasured(run))) ??
    'workstation'
  );
}
