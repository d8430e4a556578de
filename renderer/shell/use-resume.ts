/** Opens the visit of a site: leads to where it was left, begins one where none goes on, and keeps the step. */
import { useEffect } from 'react';
import { useStore } from 'zustand';
import { VISIT_STEPS } from '../../src/contract/visit.ts';
import type { Stage } from '../../src/contract/words.ts';
import { isBusy } from '../features/results/results-store.ts';
import { isOpenVisit } from '../features/visit/visit-store.ts';
import type { Screen } from '../navigation.ts';
import type { Stores } from '../stores.ts';

const [FIRST_STEP] = VISIT_STEPS;

export function useResume(stores: Stores, { siteId, step, blank }: Extract<Screen, { name: 'visit' }>): void {
  const visit = useStore(stores.visit, (state) => state.visit);
  const mine = useStore(stores.visit, (state) => state.status === 'ready' && state.site?.id === siteId);

  useEffect(() => {
    void stores.visit.getState().open(siteId);
  }, [stores, siteId]);

  useEffect(() => {
    if (!mine || step !== null) return;
    const { go } = stores.navigation.getState();
    if (isOpenVisit(visit)) {
      const results = stores.results.getState();
      const runs = isBusy(results) && results.site?.id === siteId;
      go({ name: 'visit', siteId, step: runs ? 'checks' : visit.step, blank: false });
    } else if (stores.visit.getState().failure === null) {
      void beginVisit(stores);
    }
  }, [stores, siteId, step, mine, visit]);

  // What was opened to print a blank form says nothing of how far the visit is.
  useEffect(() => {
    if (!mine || step === null || blank || !isOpenVisit(visit)) return;
    const reached = VISIT_STEPS.find((entry) => entry === step);
    if (reached !== undefined && visit.step !== reached) stores.visit.getState().change({ step: reached });
  }, [stores, mine, step, blank, visit]);
}

/** A new visit of the opened site, of the stage of its latest run, from the first step on. */
export async function beginVisit(stores: Stores): Promise<void> {
  const { begin, runs, site } = stores.visit.getState();
  if (site === null) return;
  const stage: Stage = runs[0]?.stage ?? 'after-install';
  const begun = await begin(stage);
  const { screen, go } = stores.navigation.getState();
  if (!begun) return;
  stores.results.getState().clear();
  if (screen.name === 'visit' && screen.siteId === site.id) {
    go({ name: 'visit', siteId: site.id, step: FIRST_STEP, blank: false });
  }
}
