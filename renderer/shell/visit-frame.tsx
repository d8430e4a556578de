/** A visit: the rail of its steps, and the step that is open. */
import { Button } from '@mantine/core';
import { type ReactElement, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { RunSummary } from '../../src/contract/bridge.ts';
import { STAGE_LABELS } from '../../src/contract/labels.ts';
import { hasMeasured } from '../../src/contract/standing-runs.ts';
import { isBusy } from '../features/results/results-store.ts';
import { formatDay } from '../format.ts';
import { useLanguage } from '../i18n/i18n.ts';
import type { Screen, VisitScreen } from '../navigation.ts';
import type { Stores } from '../stores.ts';
import { LoadingBars } from '../ui/loading-bars.tsx';
import { Rail } from './rail.tsx';
import { beginVisit, useResume } from './use-resume.ts';
import { useSteps } from './use-steps.ts';
import { VisitNotices } from './visit-notices.tsx';
import { stepOf, VIEWS_WITHOUT_VISIT, VISIT_VIEWS } from './visit-views.tsx';
import './visit-frame.css';

interface VisitFrameProps {
  readonly stores: Stores;
  readonly screen: Extract<Screen, { name: 'visit' }>;
  readonly onOpenSettings: () => void;
}

export function VisitFrame({ stores, screen, onOpenSettings }: VisitFrameProps): ReactElement {
  const { siteId, step, blank } = screen;
  const { t } = useTranslation();
  const language = useLanguage();
  const catalogues = useStore(stores.session, (session) => session.catalogues);
  const { visit, site, runs, status, failure } = useStore(stores.visit);
  const results = useStore(stores.results);
  useResume(stores, screen);
  const shown = site?.id === siteId;
  const measured = useMemo(() => (shown ? runs.filter(hasMeasured) : []), [shown, runs]);
  const mine = results.site?.id === siteId;
  const catalogue = catalogues.find(({ id }) => id === site?.catalogue) ?? null;
  const steps = useSteps(stores, siteId, catalogue);
  const View = step === null ? null : VISIT_VIEWS[step];
  const current = shown ? visit : null;

  function go(next: VisitScreen): void {
    stores.navigation.getState().go({ name: 'visit', siteId, step: next, blank: false });
  }

  function showRun(run: RunSummary): void {
    void stores.results.getState().show(siteId, run.id);
    go('checks');
  }

  function body(): ReactElement | null {
    const loading = !shown && failure === null;
    if (loading || status === 'beginning' || View === null || step === null) {
      return failure === null ? <LoadingBars label={t('common.loading')} /> : null;
    }
    if (current === null && !VIEWS_WITHOUT_VISIT.has(step)) {
      return (
        <div className="empty-state">
          <h1>{t('visit.none.title')}</h1>
          <p>{t('visit.none.text')}</p>
          <Button variant="filled" onClick={() => void beginVisit(stores)}>
            {t('visit.beginVisit')}
          </Button>
        </div>
      );
    }
    return <View {...{ stores, siteId, catalogue, blank, go, onOpenSettings }} />;
  }

  return (
    <main className="visit">
      <Rail
        title={t('common.visitOf', {
          date: formatDay(current?.startedAt ?? new Date().toISOString(), language),
        })}
        subtitle={current === null ? '' : STAGE_LABELS[current.stage][language]}
        steps={steps}
        current={step === null ? null : stepOf(step, current)}
        runs={measured}
        now={mine && isBusy(results) ? (results.choice?.viewpoint ?? null) : null}
        onStep={go}
        onRun={showRun}
      />
      <div className="visit-step">
        <VisitNotices stores={stores} siteId={siteId} />
        {body()}
      </div>
    </main>
  );
}
