/** Starts a run from the place that the visit names, and leads to the checks. */
import { isBusy } from '../features/results/results-store.ts';
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

/** False where the person must first look at the place: it was not read yet, or its address contradicts. */
export function canStart(stores: Stores, siteId: string): boolean {
  const { visit, site, demo } = stores.visit.getState();
  const { place, plans } = stores.place.getState();
  if (site?.id !== siteId || !isOpenVisit(visit) || isBusy(stores.results.getState())) return false;
  const checks = plans[visit.viewpoint] ?? [];
  if (place === null || !checks.some(({ action }) => action.kind === 'probe')) return false;
  return placeAnswer(visit, site, place, demo)?.reason !== null;
}
