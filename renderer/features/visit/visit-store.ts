/** A visit's choice of place: the site, its earlier runs, this computer's addresses, and the plan of each place. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Answers, Bridge, BridgeError, RunSummary } from '../../../src/contract/bridge.ts';
import type { PlannedCheck } from '../../../src/contract/check.ts';
import { DEMO_SITE_ID, type Site } from '../../../src/contract/site.ts';
import { hasMeasured } from '../../../src/contract/standing-runs.ts';
import { type Stage, VIEWPOINTS, type Viewpoint } from '../../../src/contract/words.ts';
import { attempt } from '../../call.ts';
import { defaultAddress } from './looks-like.ts';

export type Plans = Readonly<Partial<Record<Viewpoint, readonly PlannedCheck[]>>>;
export type Place = Answers['place:interfaces'];

export interface VisitState {
  readonly site: Site | null;
  readonly demo: boolean;
  /** Every finished run of the site, newest first. */
  readonly runs: readonly RunSummary[];
  readonly place: Place | null;
  readonly viewpoint: Viewpoint;
  readonly stage: Stage;
  readonly indirect: boolean;
  /** Null: the system chooses. */
  readonly localAddress: string | null;
  /** The person has said that the address is right in spite of the warning. */
  readonly confirmed: boolean;
  readonly plans: Plans;
  readonly failure: { readonly action: 'load' | 'plan' | 'interfaces'; readonly error: BridgeError } | null;
  readonly open: (siteId: string) => Promise<void>;
  readonly refreshRuns: () => Promise<void>;
  readonly refreshPlace: () => Promise<void>;
  readonly chooseViewpoint: (viewpoint: Viewpoint) => void;
  readonly chooseStage: (stage: Stage) => Promise<void>;
  readonly chooseIndirect: (indirect: boolean) => Promise<void>;
  readonly chooseAddress: (address: string | null) => Promise<void>;
  readonly confirm: () => void;
}

export type VisitStore = StoreApi<VisitState>;

const NOTHING = {
  site: null,
  demo: false,
  runs: [],
  place: null,
  viewpoint: 'workstation',
  stage: 'after-install',
  indirect: false,
  localAddress: null,
  confirmed: false,
  plans: {},
  failure: null,
} as const;

export function createVisitStore(bridge: Bridge): VisitStore {
  return createStore<VisitState>()((set, get) => {
    /** Answers to an earlier choice, or for another site, come too late and are dropped. */
    let latest = 0;

    async function replan(): Promise<void> {
      const { site, stage, indirect, localAddress } = get();
      if (site === null) return;
      latest += 1;
      const turn = latest;
      const replies = await Promise.all(
        VIEWPOINTS.map((viewpoint) =>
          attempt(() => bridge.planRun({ siteId: site.id, viewpoint, stage, indirect, localAddress })),
        ),
      );
      if (turn !== latest) return;
      const plans: Partial<Record<Viewpoint, readonly PlannedCheck[]>> = {};
      replies.forEach((reply, index) => {
        const viewpoint = VIEWPOINTS[index];
        if (viewpoint === undefined) return;
        if (reply.ok) plans[viewpoint] = reply.value.checks;
        else set({ failure: { action: 'plan', error: reply.error } });
      });
      set({ plans });
    }

    return {
      ...NOTHING,
      async open(siteId) {
        if (get().site?.id !== siteId) set(NOTHING);
        set({ failure: null });
        const [site, runs, place] = await Promise.all([
          attempt(() => bridge.getSite({ id: siteId })),
          attempt(() => bridge.listRuns({ siteId })),
          attempt(() => bridge.listInterfaces({})),
        ]);
        if (!site.ok) return set({ failure: { action: 'load', error: site.error } });
        if (!runs.ok) set({ failure: { action: 'load', error: runs.error } });
        if (!place.ok) set({ failure: { action: 'interfaces', error: place.error } });
        const known = runs.ok ? runs.value.runs : [];
        const again = get().site?.id === siteId;
        const demo = siteId === DEMO_SITE_ID;
        const viewpoint = again ? get().viewpoint : nextPlace(known);
        const addresses = place.ok ? place.value.interfaces : [];
        const chosen = get().localAddress;
        const kept = again && (chosen === null || addresses.some(({ address }) => address === chosen));
        set({
          site: site.value,
          demo,
          runs: known,
          place: place.ok ? place.value : null,
          viewpoint,
          stage: again ? get().stage : (known[0]?.stage ?? 'after-install'),
          localAddress: kept ? chosen : defaultAddress(addresses, site.value, viewpoint, demo),
        });
        await replan();
      },
      async refreshRuns() {
        const { site } = get();
        if (site === null) return;
        const runs = await attempt(() => bridge.listRuns({ siteId: site.id }));
        if (runs.ok && get().site?.id === site.id) set({ runs: runs.value.runs });
      },
      async refreshPlace() {
        const place = await attempt(() => bridge.listInterfaces({}));
        if (!place.ok) return set({ failure: { action: 'interfaces', error: place.error } });
        const { site, viewpoint, demo, localAddress } = get();
        const still = place.value.interfaces.some(({ address }) => address === localAddress);
        set({ place: place.value, confirmed: false, failure: null });
        if (site !== null && !still) {
          set({ localAddress: defaultAddress(place.value.interfaces, site, viewpoint, demo) });
        }
        await replan();
      },
      chooseViewpoint: (viewpoint) => set({ viewpoint, confirmed: false }),
      async chooseStage(stage) {
        set({ stage });
        await replan();
      },
      async chooseIndirect(indirect) {
        set({ indirect });
        await replan();
      },
      async chooseAddress(localAddress) {
        set({ localAddress, confirmed: false });
        await replan();
      },
      confirm: () => set({ confirmed: true }),
    };
  });
}

/** The first place where nobody has been yet. */
function nextPlace(runs: readonly RunSummary[]): Viewpoint {
  return (
    VIEWPOINTS.find((viewpoint) => !runs.some((run) => run.viewpoint === viewpoint && hasMeasured(run))) ??
    'workstation'
  );
}
