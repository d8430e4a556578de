/** A visit: the rail of its steps, and the step that is open. */
import { type ReactElement, useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { RunSummary } from '../../src/contract/bridge.ts';
import { STAGE_LABELS, VIEWPOINT_LABELS } from '../../src/contract/labels.ts';
import { hasMeasured } from '../../src/contract/standing-runs.ts';
import { ReportScreen } from '../features/report/report-screen.tsx';
import { ChecksScreen } from '../features/results/checks-screen.tsx';
import { isBusy } from '../features/results/results-store.ts';
import { countProbes } from '../features/results/row-sign.ts';
import { TrapsScreen } from '../features/standin/traps-screen.tsx';
import { WhereScreen } from '../features/visit/where-screen.tsx';
import { formatDay, formatWhen } from '../format.ts';
import { useLanguage } from '../i18n/i18n.ts';
import type { Screen, VisitStep } from '../navigation.ts';
import type { Stores } from '../stores.ts';
import { Rail, type RailStep } from './rail.tsx';

interface VisitFrameProps {
  readonly stores: Stores;
  readonly screen: Extract<Screen, { name: 'visit' }>;
  readonly onOpenSettings: () => void;
}

export function VisitFrame({ stores, screen, onOpenSettings }: VisitFrameProps): ReactElement {
  const { siteId, step, blank } = screen;
  const { t } = useTranslation();
  const language = useLanguage();
  const { catalogues, settings } = useStore(stores.session);
  const visit = useStore(stores.visit);
  const results = useStore(stores.results);
  const { site } = visit;
  const mine = results.site?.id === siteId;
  const busy = isBusy(results);
  const visits = useMemo(
    () => (site?.id === siteId ? visit.runs.filter(hasMeasured) : []),
    [site, siteId, visit.runs],
  );
  const latestRun = visits[0] ?? null;
  const catalogue = catalogues.find(({ id }) => id === site?.catalogue) ?? null;

  useEffect(() => {
    void stores.visit.getState().open(siteId);
  }, [stores, siteId]);
  // Opening the results without having begun any shows those of the latest run.
  useEffect(() => {
    if (step === 'checks' && !mine && !busy && latestRun !== null) {
      void stores.results.getState().show(siteId, latestRun.id);
    }
  }, [stores, siteId, step, mine, busy, latestRun]);
  // The names in the settings stand on the paper, so a change of them makes it anew.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the names are not used, their change is
  useEffect(() => {
    if (step === 'paper') void stores.report.getState().open(siteId, blank ? 'blank' : 'runs', language);
  }, [stores, siteId, step, blank, language, settings.engineer, settings.company]);

  function go(next: VisitStep): void {
    stores.navigation.getState().go({ name: 'visit', siteId, step: next, blank: false });
  }

  function begin(): void {
    const { viewpoint, stage, indirect, localAddress } = stores.visit.getState();
    if (site === null) return;
    void stores.results.getState().start(site, { viewpoint, stage, indirect, localAddress });
    go('checks');
  }

  function showRun(run: RunSummary): void {
    void stores.results.getState().show(siteId, run.id);
    go('checks');
  }

  const probes = mine ? countProbes(results) : null;
  const visited = new Set(visits.map(({ viewpoint }) => viewpoint)).size;
  const place = mine && results.choice !== null ? VIEWPOINT_LABELS[results.choice.viewpoint][language] : null;
  const steps: readonly RailStep[] = [
    {
      step: 'where',
      title: t('common.stepWhere'),
      hint:
        place ?? (visited > 0 ? t('common.stepWhereVisited', { done: visited }) : t('common.stepWhereHint')),
      done: place !== null,
    },
    {
      step: 'checks',
      title: t('common.stepChecks'),
      hint:
        probes !== null && probes.total > 0
          ? t('common.progress', { ...probes })
          : latestRun === null
            ? t('common.stepChecksNone')
            : t('common.stepChecksLast', { when: formatWhen(latestRun.finishedAt, language) }),
      done: mine && results.run !== null && !results.run.interrupted,
    },
    { step: 'paper', title: t('common.stepPaper'), hint: t('common.stepPaperHint'), done: false },
  ];

  return (
    <main className="visit">
      <Rail
        title={t('common.visitOf', { date: formatDay(new Date().toISOString(), language) })}
        subtitle={
          STAGE_LABELS[mine && results.choice !== null ? results.choice.stage : visit.stage][language]
        }
        steps={steps}
        current={step === 'traps' ? 'where' : step}
        runs={visits}
        now={mine && busy ? (results.choice?.viewpoint ?? null) : null}
        onStep={go}
        onRun={showRun}
      />
      {step === 'where' ? (
        <WhereScreen
          store={stores.visit}
          catalogue={catalogue}
          running={busy}
          onBegin={begin}
          onListen={() => go('traps')}
        />
      ) : null}
      {step === 'traps' ? (
        <TrapsScreen
          store={stores.traps}
          siteId={siteId}
          address={visit.localAddress}
          devices={site?.devices ?? []}
          onBack={() => go('where')}
        />
      ) : null}
      {step === 'checks' ? (
        <ChecksScreen
          store={stores.results}
          siteId={siteId}
          requirements={catalogue?.requirements ?? []}
          onWhere={() => go('where')}
          onPaper={() => go('paper')}
        />
      ) : null}
      {step === 'paper' ? (
        <ReportScreen store={stores.report} engineer={settings.engineer} onOpenSettings={onOpenSettings} />
      ) : null}
    </main>
  );
}
