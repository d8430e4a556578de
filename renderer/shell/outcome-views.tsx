/** What is left, and the result: both stand on the runs of the visit, fetched and joined here. */
import { Button } from '@mantine/core';
import { type ReactElement, type ReactNode, useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Catalogue } from '../../src/contract/catalogue.ts';
import type { CoverageCell } from '../../src/contract/coverage.ts';
import type { Viewpoint } from '../../src/contract/words.ts';
import { CoverageScreen } from '../features/coverage/coverage-screen.tsx';
import { OutcomeScreen } from '../features/outcome/outcome-screen.tsx';
import type { VisitScreen } from '../navigation.ts';
import type { Stores } from '../stores.ts';
import { LoadingBars } from '../ui/loading-bars.tsx';
import { openPaper } from './open-paper.ts';
import { startRun } from './start-run.ts';
import { useEvidence, useVisitFindings, type VisitEvidence } from './use-evidence.ts';

interface ViewProps {
  readonly stores: Stores;
  readonly siteId: string;
  readonly catalogue: Catalogue | null;
  readonly go: (screen: VisitScreen) => void;
}

export function LeftView({ stores, siteId, catalogue, go }: ViewProps): ReactElement {
  const evidence = useEvidence(stores, siteId, catalogue);
  const engineer = useStore(stores.session, ({ settings }) => settings.engineer);
  const { addWaiver, removeWaiver } = stores.visit.getState();
  const showChecks = useShowChecks(stores, siteId, go);
  const moveTo = useMoveTo(stores, go);
  return (
    <WithEvidence evidence={evidence} feature="coverage" go={go}>
      {(ready) => (
        <CoverageScreen
          site={ready.site}
          visit={ready.visit}
          coverage={ready.coverage}
          requirements={ready.requirements}
          manual={ready.manual}
          older={ready.older}
          engineer={engineer}
          failure={ready.failure}
          onRetry={ready.retry}
          onMove={moveTo}
          onTraps={() => go('traps')}
          onManual={() => go('manual')}
          onResult={() => go('result')}
          onChecks={(cells) => showChecks(cells.map(({ check }) => check.id))}
          onWaive={addWaiver}
          onTakeBack={removeWaiver}
        />
      )}
    </WithEvidence>
  );
}

export function ResultView(props: ViewProps): ReactElement {
  const { stores, siteId, catalogue, go } = props;
  const evidence = useEvidence(stores, siteId, catalogue);
  return (
    <WithEvidence evidence={evidence} feature="outcome" go={go}>
      {(ready) => <Result {...props} ready={ready} />}
    </WithEvidence>
  );
}

function Result({ stores, siteId, go, ready }: ViewProps & { readonly ready: VisitEvidence }): ReactElement {
  const findings = useVisitFindings(ready);
  const engineer = useStore(stores.session, ({ settings }) => settings.engineer);
  const showChecks = useShowChecks(stores, siteId, go);
  const moveTo = useMoveTo(stores, go);
  const { setSignature, close } = stores.visit.getState();

  /** From here where this place can prove some of it, else from the place that can. */
  function repeat(cells: readonly CoverageCell[]): void {
    const viewpoint = stores.visit.getState().visit?.viewpoint ?? null;
    const here = cells.filter(({ place }) => place === viewpoint);
    const elsewhere = cells.find(({ place }) => place !== null && place !== viewpoint)?.place;
    if (here.length > 0)
      void startRun(
        stores,
        here.map(({ check }) => check.id),
      );
    else if (elsewhere !== undefined && elsewhere !== null) moveTo(elsewhere);
  }

  return (
    <OutcomeScreen
      site={ready.site}
      visit={ready.visit}
      coverage={ready.coverage}
      findings={findings}
      requirements={ready.requirements}
      runs={ready.runs}
      earlierRuns={ready.earlierRuns}
      older={ready.older}
      engineer={engineer}
      failure={ready.failure}
      onRetry={ready.retry}
      onChecks={showChecks}
      onRepeat={repeat}
      onRequest={() => go('requests')}
      onAct={() => openPaper(stores, siteId, 'act')}
      onPrint={() => openPaper(stores, siteId, 'runs')}
      onSignature={setSignature}
      onSign={(name) => {
        setSignature('engineer', { name });
        close();
      }}
    />
  );
}

interface WithEvidenceProps {
  readonly evidence: VisitEvidence | 'loading' | 'none';
  readonly feature: 'coverage' | 'outcome';
  readonly go: (screen: VisitScreen) => void;
  readonly children: (evidence: VisitEvidence) => ReactNode;
}

/** Before the first run there is nothing to show but the way to it. */
function WithEvidence({ evidence, feature, go, children }: WithEvidenceProps): ReactElement {
  const { t } = useTranslation();
  if (evidence === 'loading') return <LoadingBars label={t('common.loading')} />;
  if (evidence === 'none') {
    return (
      <div className="empty-state">
        <h1>{t(`${feature}.empty.title`)}</h1>
        <p>{t(`${feature}.empty.text`)}</p>
        <Button variant="filled" onClick={() => go('where')}>
          {t(`${feature}.empty.action`)}
        </Button>
      </div>
    );
  }
  return <>{children(evidence)}</>;
}

function useMoveTo(stores: Stores, go: (screen: VisitScreen) => void): (viewpoint: Viewpoint) => void {
  return useCallback(
    (viewpoint) => {
      stores.visit.getState().change({ viewpoint });
      go('where');
    },
    [stores, go],
  );
}

/** Opens the run that saw the first of them, narrowed to them. */
function useShowChecks(
  stores: Stores,
  siteId: string,
  go: (screen: VisitScreen) => void,
): (checkIds: readonly string[]) => void {
  return useCallback(
    (checkIds) => {
      const wanted = new Set(checkIds);
      const seenIn = (run: { readonly checks: readonly { readonly id: string; readonly proof: string }[] }) =>
        run.checks.filter(({ id, proof }) => wanted.has(id) && proof === 'direct').length;
      const runs = stores.evidence.getState().runs;
      const best = runs.toSorted((one, other) => seenIn(other) - seenIn(one))[0];
      if (best === undefined) return;
      void stores.results
        .getState()
        .show(siteId, best.id)
        .then(() => stores.results.getState().narrow({ chip: 'all', query: '', only: wanted }));
      go('checks');
    },
    [stores, siteId, go],
  );
}
