/** Every store of the window, each built from the one bridge. */
import type { Answers, Bridge } from '../src/contract/bridge.ts';
import { createEditorStore, type EditorStore } from './features/editor/editor-store.ts';
import { createReportStore, type ReportStore } from './features/report/report-store.ts';
import { createResultsStore, type ResultsStore } from './features/results/results-store.ts';
import { createSitesStore, type SitesStore } from './features/sites/sites-store.ts';
import { createTrapsStore, type TrapsStore } from './features/standin/traps-store.ts';
import { createVisitStore, type VisitStore } from './features/visit/visit-store.ts';
import { createNavigationStore, type NavigationStore } from './navigation.ts';
import { createSessionStore, type SessionStore } from './session.ts';

export interface Stores {
  readonly session: SessionStore;
  readonly navigation: NavigationStore;
  readonly sites: SitesStore;
  readonly editor: EditorStore;
  readonly visit: VisitStore;
  readonly results: ResultsStore;
  readonly report: ReportStore;
  readonly traps: TrapsStore;
}

export function createStores(bridge: Bridge, start: Answers['app:bootstrap']): Stores {
  const sites = createSitesStore(bridge);
  const visit = createVisitStore(bridge);
  const { openSiteId } = start;
  if (openSiteId !== null) sites.getState().select(openSiteId);
  return {
    session: createSessionStore(bridge, start),
    navigation: createNavigationStore(
      openSiteId === null
        ? { name: 'sites' }
        : { name: 'visit', siteId: openSiteId, step: 'where', blank: false },
    ),
    sites,
    visit,
    editor: createEditorStore(bridge, () => crypto.randomUUID()),
    results: createResultsStore(bridge, () => {
      void visit.getState().refreshRuns();
      void sites.getState().load();
    }),
    report: createReportStore(bridge),
    traps: createTrapsStore(bridge),
  };
}
