/** Every store of the window, each built from the one bridge. */
import type { Answers, Bridge } from '../src/contract/bridge.ts';
import { createEvidenceStore, type EvidenceStore } from './evidence-store.ts';
import { createEditorStore, type EditorStore } from './features/editor/editor-store.ts';
import { createReportStore, type ReportStore } from './features/report/report-store.ts';
import { createRequestsStore, type RequestsStore } from './features/requests/requests-store.ts';
import { createResultsStore, type ResultsStore } from './features/results/results-store.ts';
import { createSettingsStore, type SettingsStore } from './features/settings/settings-store.ts';
import { createSitesStore, type SitesStore } from './features/sites/sites-store.ts';
import { createTrapsStore, type TrapsStore } from './features/standin/traps-store.ts';
import { createPlaceStore, type PlaceStore } from './features/visit/place-store.ts';
import { createVisitStore, type VisitStore } from './features/visit/visit-store.ts';
import { watchUnsaved } from './guard.ts';
import { createNavigationStore, type NavigationStore } from './navigation.ts';
import { createSessionStore, type SessionStore } from './session.ts';

export interface Stores {
  readonly session: SessionStore;
  readonly navigation: NavigationStore;
  readonly sites: SitesStore;
  readonly editor: EditorStore;
  readonly settings: SettingsStore;
  readonly visit: VisitStore;
  readonly place: PlaceStore;
  readonly results: ResultsStore;
  readonly report: ReportStore;
  readonly requests: RequestsStore;
  readonly traps: TrapsStore;
  /** The runs that the visit stands on, and those of the visit before it. */
  readonly evidence: EvidenceStore;
  readonly earlier: EvidenceStore;
  readonly onMenuCommand: Bridge['onMenuCommand'];
}

export function createStores(bridge: Bridge, start: Answers['app:bootstrap']): Stores {
  const sites = createSitesStore(bridge);
  const visit = createVisitStore(bridge, () => new Date().toISOString());
  const session = createSessionStore(bridge, start);
  const requests = createRequestsStore(bridge);
  const { openSiteId } = start;
  if (openSiteId !== null) sites.getState().select(openSiteId);
  const navigation = createNavigationStore(
    openSiteId === null ? { name: 'sites' } : { name: 'visit', siteId: openSiteId, step: null, blank: false },
  );
  watchUnsaved(bridge, navigation, visit);
  return {
    session,
    navigation,
    sites,
    visit,
    place: createPlaceStore(bridge, visit),
    editor: createEditorStore(
      bridge,
      () => crypto.randomUUID(),
      () => session.getState().settings.probe,
    ),
    settings: createSettingsStore(bridge, session),
    results: createResultsStore(bridge, {
      onStarted: (siteId, runId) => visit.getState().addRun(siteId, runId),
      onFinished: (run) => {
        void requests.getState().refresh(run.site.id);
        void visit.getState().refreshRuns();
        void sites.getState().load();
      },
    }),
    report: createReportStore(bridge),
    requests,
    traps: createTrapsStore(bridge),
    evidence: createEvidenceStore(bridge),
    earlier: createEvidenceStore(bridge),
    onMenuCommand: bridge.onMenuCommand,
  };
}
