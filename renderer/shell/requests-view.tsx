/** The requests of a site inside a visit: what they are made of, and testing them from where the laptop stands. */
import { type ReactElement, useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import type { Catalogue } from '../../src/contract/catalogue.ts';
import type { CheckResult } from '../../src/contract/check.ts';
import { evidenceRuns } from '../../src/contract/evidence-choice.ts';
import { standingRuns } from '../../src/contract/standing-runs.ts';
import type { Viewpoint } from '../../src/contract/words.ts';
import { standingNetworks } from '../../src/report/request/ends.ts';
import type { Suggestion } from '../features/requests/request-form.tsx';
import { RequestsScreen } from '../features/requests/requests-screen.tsx';
import { isBusy } from '../features/results/results-store.ts';
import { isOpenVisit } from '../features/visit/visit-store.ts';
import type { VisitScreen } from '../navigation.ts';
import type { Stores } from '../stores.ts';
import { beginRun, canStart } from './start-run.ts';

interface RequestsViewProps {
  readonly stores: Stores;
  readonly siteId: string;
  readonly catalogue: Catalogue | null;
  readonly go: (screen: VisitScreen) => void;
}

const NO_RESULTS = new Map<string, CheckResult>();

export function RequestsView({ stores, siteId, catalogue, go }: RequestsViewProps): ReactElement {
  const visit = useStore(stores.visit, (state) => state.visit);
  const results = useStore(stores.results);
  const suggestion = useSuggestion(stores, siteId);
  // What may start depends on both of these beside the stores already looked at.
  useStore(stores.place);
  const mine = results.site?.id === siteId;
  const going = isBusy(results) && mine;
  const total = results.checks.filter(({ action }) => action.kind === 'probe').length;
  const done = [...results.results.values()].filter(({ attempts }) => attempts > 0).length;
  const visitId = visit?.id;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another visit has another place
  useEffect(() => {
    void stores.place.getState().open();
  }, [stores, visitId]);

  function moveTo(viewpoint: Viewpoint): void {
    stores.visit.getState().change({ viewpoint });
    go('where');
  }

  return (
    <RequestsScreen
      store={stores.requests}
      siteId={siteId}
      requirements={catalogue?.requirements ?? []}
      suggestion={suggestion}
      retest={{
        standing: isOpenVisit(visit) ? visit.viewpoint : null,
        canStart: canStart(stores, siteId),
        progress: going ? { done, total } : null,
        results: mine ? results.results : NO_RESULTS,
        onStart: (checkIds) => void beginRun(stores, checkIds),
        onStop: () => void results.cancel(),
        onGo: moveTo,
        onChecks: () => go('checks'),
      }}
      onBack={() => go(stores.visit.getState().visit?.step ?? 'result')}
    />
  );
}

/** The runs that the visit stands on, and the networks they stood in. */
function useSuggestion(stores: Stores, siteId: string): Suggestion {
  const { visit, runs: known } = useStore(stores.visit);
  const { runs, siteId: loaded } = useStore(stores.evidence);
  const wanted = useMemo(() => {
    const choice =
      visit === null ? standingRuns(known).map(({ id }) => id) : evidenceRuns(visit, known).runIds;
    return choice.join();
  }, [visit, known]);
  useEffect(() => {
    void stores.evidence.getState().load(siteId, wanted === '' ? [] : wanted.split(','));
  }, [stores, siteId, wanted]);
  const stage = visit?.stage ?? known[0]?.stage ?? 'before-install';
  return useMemo(() => {
    const seen = loaded === siteId ? runs : [];
    const networksAt = (place: Viewpoint) => [
      ...new Set(seen.filter(({ viewpoint }) => viewpoint === place).flatMap(standingNetworks)),
    ];
    return {
      runIds: wanted === '' ? [] : wanted.split(','),
      stage,
      networks: { workstation: networksAt('workstation'), device: networksAt('device') },
    };
  }, [loaded, runs, siteId, stage, wanted]);
}
