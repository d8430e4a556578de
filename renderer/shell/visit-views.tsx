/** The screens of a visit: each feature puts its own here. */
import { type ComponentType, type ReactElement, useEffect } from 'react';
import { useStore } from 'zustand';
import type { Catalogue } from '../../src/contract/catalogue.ts';
import type { Visit, VisitStep } from '../../src/contract/visit.ts';
import { ReportScreen } from '../features/report/report-screen.tsx';
import { ChecksScreen } from '../features/results/checks-screen.tsx';
import { isBusy } from '../features/results/results-store.ts';
import { TrapsScreen } from '../features/standin/traps-screen.tsx';
import { ManualScreen } from '../features/visit/manual-screen.tsx';
import { PrepareScreen } from '../features/visit/prepare-screen.tsx';
import { isOpenVisit } from '../features/visit/visit-store.ts';
import { WhereScreen } from '../features/visit/where-screen.tsx';
import { useLanguage } from '../i18n/i18n.ts';
import type { VisitScreen } from '../navigation.ts';
import type { Stores } from '../stores.ts';
import { LeftView, ResultView } from './outcome-views.tsx';
import { RequestsView } from './requests-view.tsx';
import { startRun } from './start-run.ts';
import { useRowVisit } from './use-row-visit.ts';

export interface VisitViewProps {
  readonly stores: Stores;
  readonly siteId: string;
  /** The requirements of the site; null while the site is not loaded or its catalogue is not known here. */
  readonly catalogue: Catalogue | null;
  /** The paper is wanted as the blank form. */
  readonly blank: boolean;
  readonly go: (screen: VisitScreen) => void;
  readonly onOpenSettings: () => void;
}

export const VISIT_VIEWS: Readonly<Record<VisitScreen, ComponentType<VisitViewProps>>> = {
  prepare: PrepareView,
  where: WhereView,
  manual: ManualView,
  traps: TrapsView,
  checks: ChecksView,
  left: LeftView,
  result: ResultView,
  paper: PaperView,
  requests: RequestsView,
};

/** What can be looked at without a visit that goes on: earlier runs and paper. */
export const VIEWS_WITHOUT_VISIT: ReadonlySet<VisitScreen> = new Set(['checks', 'paper', 'requests']);

/** The step that the rail marks, also while a screen inside it is open. */
export function stepOf(screen: VisitScreen, visit: Visit | null): VisitStep {
  if (screen === 'traps') return 'where';
  return screen === 'requests' ? (visit?.step ?? 'result') : screen;
}

function PrepareView({ stores, siteId, go }: VisitViewProps): ReactElement {
  const { go: goTo } = stores.navigation.getState();
  return (
    <PrepareScreen
      store={stores.visit}
      onNext={() => go('where')}
      onBlank={() => goTo({ name: 'visit', siteId, step: 'paper', blank: true })}
      onRequest={() => go('requests')}
    />
  );
}

function ManualView({ stores, catalogue, go }: VisitViewProps): ReactElement {
  return <ManualScreen store={stores.visit} catalogue={catalogue} onNext={() => go('result')} />;
}

function WhereView({ stores, catalogue, go }: VisitViewProps): ReactElement {
  const running = useStore(stores.results, isBusy);
  return (
    <WhereScreen
      visits={stores.visit}
      places={stores.place}
      catalogue={catalogue}
      running={running}
      onBegin={() => void startRun(stores, null)}
      onListen={() => go('traps')}
    />
  );
}

function TrapsView({ stores, siteId, go }: VisitViewProps): ReactElement {
  const { site, visit } = useStore(stores.visit);
  return (
    <TrapsScreen
      store={stores.traps}
      siteId={siteId}
      address={visit?.localAddress ?? null}
      devices={site?.devices ?? []}
      onBack={() => go('where')}
    />
  );
}

function ChecksView({ stores, siteId, catalogue, go }: VisitViewProps): ReactElement {
  const { runs, visit } = useStore(stores.visit);
  const rowVisit = useRowVisit(stores, siteId);
  const results = useStore(stores.results);
  // Of a visit that goes on only its own runs: an earlier visit is looked at by its place in the rail.
  const own = isOpenVisit(visit) ? runs.filter(({ id }) => visit.runIds.includes(id)) : runs;
  const latestRunId = own[0]?.siteId === siteId ? own[0].id : null;
  const mine = results.site?.id === siteId;
  const busy = isBusy(results);
  // Opening the results without having begun any shows those of the latest run.
  useEffect(() => {
    if (!mine && !busy && latestRunId !== null) void stores.results.getState().show(siteId, latestRunId);
  }, [stores, siteId, mine, busy, latestRunId]);
  return (
    <ChecksScreen
      store={stores.results}
      siteId={siteId}
      requirements={catalogue?.requirements ?? []}
      visit={rowVisit}
      onWhere={() => go('where')}
      onPaper={() => go('paper')}
      onNext={() => go('left')}
      onRequest={() => go('requests')}
    />
  );
}

function PaperView({ stores, siteId, blank, onOpenSettings }: VisitViewProps): ReactElement {
  const language = useLanguage();
  const { engineer, company } = useStore(stores.session, (state) => state.settings);
  const visit = useStore(stores.visit, ({ visit }) => (visit?.siteId === siteId ? visit : null));
  const visitId = visit?.id ?? null;
  const wanted = useStore(stores.navigation, ({ screen }) =>
    screen.name === 'visit' && screen.paper !== undefined ? screen.paper : 'runs',
  );
  const kind = blank ? 'blank' : wanted;
  // The names in the settings stand on the paper, so a change of them makes it anew.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the names are not used, their change is
  useEffect(() => {
    void stores.report.getState().open({ siteId, visitId, kind, language });
  }, [stores, siteId, visitId, kind, language, engineer, company]);
  return (
    <ReportScreen
      store={stores.report}
      engineer={engineer}
      signedBy={visit?.signatures.engineer.name.trim() ?? ''}
      onOpenSettings={onOpenSettings}
    />
  );
}
