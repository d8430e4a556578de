/** Where the laptop stands: its addresses, and what a run from each place would check. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Answers, Bridge, BridgeError } from '../../../src/contract/bridge.ts';
import type { PlannedCheck } from '../../../src/contract/check.ts';
import { type Stage, VIEWPOINTS, type Viewpoint } from '../../../src/contract/words.ts';
import { attempt } from '../../call.ts';
import { defaultAddress } from './looks-like.ts';
import type { VisitStore } from './visit-store.ts';

export type Plans = Readonly<Partial<Record<Viewpoint, readonly PlannedCheck[]>>>;
export type Place = Answers['place:interfaces'];

export interface PlaceState {
  /** The visit that it was read for; null before the first. */
  readonly visitId: string | null;
  readonly place: Place | null;
  readonly plans: Plans;
  readonly failure: { readonly action: 'plan' | 'interfaces'; readonly error: BridgeError } | null;
  /** For the visit that is open; an address that is gone, or was never chosen, is chosen by what fits. */
  readonly open: () => Promise<void>;
  readonly refresh: () => Promise<void>;
  readonly chooseStage: (stage: Stage) => Promise<void>;
  readonly chooseIndirect: (indirect: boolean) => Promise<void>;
  readonly chooseAddress: (address: string | null) => Promise<void>;
}

export type PlaceStore = StoreApi<PlaceState>;

export function createPlaceStore(bridge: Bridge, visits: VisitStore): PlaceStore {
  return createStore<PlaceState>()((set, get) => {
    /** Answers to an earlier choice, or for another visit, come too late and are dropped. */
    let latest = 0;
    async function replan(): Promise<void> {
      const { site, visit } = visits.getState();
      if (site === null || visit === null) return;
      latest += 1;
      const turn = latest;
      const { stage, indirect, localAddress } = visit;
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

    async function refresh(): Promise<void> {
      set({ failure: null });
      const place = await attempt(() => bridge.listInterfaces({}));
      if (!place.ok) set({ failure: { action: 'interfaces', error: place.error } });
      else {
        set({ place: place.value });
        const { site, visit, demo, change } = visits.getState();
        if (site !== null && visit !== null) {
          const { interfaces } = place.value;
          const chosen = visit.localAddress;
          const isGone = chosen !== null && !interfaces.some(({ address }) => address === chosen);
          const isNew = get().visitId !== visit.id && visit.runIds.length === 0 && chosen === null;
          set({ visitId: visit.id });
          if (isGone || isNew) {
            change({ localAddress: defaultAddress(interfaces, site, visit.viewpoint, demo) });
          }
        }
      }
      await replan();
    }

    return {
      visitId: null,
      place: null,
      plans: {},
      failure: null,
      async open() {
        if (get().visitId !== visits.getState().visit?.id) set({ plans: {} });
        await refresh();
      },
      refresh,
      async chooseStage(stage) {
        visits.getState().change({ stage });
        await replan();
      },
      async chooseIndirect(indirect) {
        visits.getState().change({ indirect });
        await replan();
      },
      async chooseAddress(localAddress) {
        visits.getState().change({ localAddress });
        await replan();
      },
    };
  });
}
