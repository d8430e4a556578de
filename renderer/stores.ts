/** Every store of the window, each built from the one bridge. */
import type { Answers, Bridge } from '../src/contract/bridge.ts';
import { createEditorStore, type EditorStore } from './features/editor/editor-store.ts';
import { createReportStore, type ReportStore } from './features/report/report-store.ts';
import { createResultsStore, type ResultsStore } from './features/results/results-store.ts';
import { createSitesStore, type SitesStore } from './features/sites/sites-store.ts';
import { createTrapsStore, type TrapsStore } from './features/standin/traps-store.ts';
import { createPlaceStore, type PlaceStore } from './features/visit/place-store.ts';
import { createVisitStore, type VisitStore } from './features/visit/visit-store.ts';
import { createNavigationStore, type NavigationStore } from './navigation.ts';
import { createSessionStore, type SessionStore } from './session.ts';

export interface Stores {
  readonly session: SessionStore;
  readonly navigation: NavigationStore;
  readonly sites: SitesStore;
  readonly editor: EditorStore;
  readonly visit: VisitStore;
  readonly place: PlaceStore;
  readonly results: ResultsStore;
  readonly report: ReportStore;
  readonly traps: TrapsStore;
}

export function createStores(bridge: Bridge, start: Answers['app:bootstrap']): Stores {
  const sites = createSitesStore(bridge);
  const visit = createVisitStore(bridge, () => new Date().toISOString());
  const session = createSessionStore(bridge, start);
  const { openSiteId } = start;
  if (openSiteId !== null) sites.getState().select(openSiteId);
  return {
    session,
    navigation: createNavigationStore(
      openSiteId === null
        ? { name: 'sites' }
        : { name: 'visit', siteId: openSiteId, step: null, blank: false },
    ),
    sites,
    visit,
    place: createPlaceStore(bridge, visit),
    editor: createEditorStore(
      bridge,
      () => crypto.randomUUID(),
      () => session.getState().settings.probe,
    ),
    results: createResultsStore(bridge, {
      onStarted: (siteId, runId) => visit.getState().addRun(siteId, runId),
      onFinished: () => {
        void visit.getState().refreshRuns();
        void sites.getState().load();
      },
    }),
    report: createReportStore(bridge),
    traps: createTrapsStore(bridge),
  };
}
