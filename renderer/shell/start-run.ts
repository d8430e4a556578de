/** Starts a run from the place that the visit names. */
import { isBusy } from '../features/results/results-store.ts';
import { placeAnswer } from '../features/visit/place-answer.ts';
import { isOpenVisit } from '../features/visit/visit-store.ts';
import type { Stores } from '../stores.ts';

/**
 * Leads to the checks; where something about the place is still to be decided, to that. `only`: ids of the checks to
 * run; null: everything of the place.
 */
export async function startRun(stores: Stores, only: readonly string[] | null): Promise<void> {
  const { site, visit } = stores.visit.getState();
  if (site === null || !isOpenVisit(visit)) return;
  const siteId = site.id;
  if (stores.place.getState().visitId !== visit.id) await stores.place.getState().open();
  const { screen, go } = stores.navigation.getState();
  if (screen.name !== 'visit' || screen.siteId !== siteId) return;
  const begun = canStart(stores, siteId) && beginRun(stores, only) !== null;
  go({ name: 'visit', siteId, step: begun ? 'checks' : 'where', blank: false });
}

/** Stays where the person is, as when a request is tested again. The site's id; null where there is no visit to begin in. */
export function beginRun(stores: Stores, only: readonly string[] | null): string | null {
  const { visit, site, demo } = stores.visit.getState();
  if (site === null || !isOpenVisit(visit)) return null;
  const { viewpoint, stage, indirect, localAddress } = visit;
  const placeReason = placeAnswer(visit, site, stores.place.getState().place, demo)?.reason ?? null;
  void stores.results.getState().start(site, { viewpoint, stage, indirect, localAddress, placeReason, only });
  return site.id;
}

/** False where the person must first look at the place: it was not read yet, or its address contradicts. */
export function canStart(stores: Stores, siteId: string): boolean {
  const { visit, site, demo } = stores.visit.getState();
  const { visitId, place, plans } = stores.place.getState();
  if (site?.id !== siteId || !isOpenVisit(visit) || isBusy(stores.results.getState())) return false;
  const checks = plans[visit.viewpoint] ?? [];
  if (visitId !== visit.id || !checks.some(({ action }) => action.kind === 'probe')) return false;
  return placeAnswer(visit, site, place, demo)?.reason !== null;
}
