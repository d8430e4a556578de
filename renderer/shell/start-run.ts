/** Starts a run from the place that the visit names, and leads to the checks. */
import { placeAnswer } from '../features/visit/place-answer.ts';
import { isOpenVisit } from '../features/visit/visit-store.ts';
import type { Stores } from '../stores.ts';

/** `only`: ids of the checks to run, as of a request that is tested again; null: everything of the place. */
export function startRun(stores: Stores, only: readonly string[] | null): void {
  const { visit, site, demo } = stores.visit.getState();
  if (site === null || !isOpenVisit(visit)) return;
  const { viewpoint, stage, indirect, localAddress } = visit;
  const placeReason = placeAnswer(visit, site, stores.place.getState().place, demo)?.reason ?? null;
  void stores.results.getState().start(site, { viewpoint, stage, indirect, localAddress, placeReason, only });
  stores.navigation.getState().go({ name: 'visit', siteId: site.id, step: 'checks', blank: false });
}
