/** The steps of the rail: what each is called, what is known of it, and whether it is done. */
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { VIEWPOINT_LABELS } from '../../src/contract/labels.ts';
import { hasMeasured } from '../../src/contract/standing-runs.ts';
import type { VisitStep } from '../../src/contract/visit.ts';
import { countProbes } from '../features/results/row-sign.ts';
import { formatWhen } from '../format.ts';
import { useLanguage } from '../i18n/i18n.ts';
import type { Stores } from '../stores.ts';
import type { RailStep } from './rail.tsx';
import { SHOWN_STEPS } from './visit-views.tsx';

type Known = Pick<RailStep, 'hint' | 'done'>;

export function useSteps(stores: Stores, siteId: string): readonly RailStep[] {
  const { t } = useTranslation();
  const language = useLanguage();
  const { runs, site } = useStore(stores.visit);
  const results = useStore(stores.results);
  const measured = site?.id === siteId ? runs.filter(hasMeasured) : [];
  const mine = results.site?.id === siteId;
  const place = mine && results.choice !== null ? VIEWPOINT_LABELS[results.choice.viewpoint][language] : null;
  const known: Readonly<Record<VisitStep, () => Known>> = {
    prepare: () => ({ hint: t('common.stepHints.prepare'), done: false }),
    where: () => {
      const done = new Set(measured.map(({ viewpoint }) => viewpoint)).size;
      const been = done > 0 ? t('common.stepWhereVisited', { done }) : t('common.stepHints.where');
      return { hint: place ?? been, done: place !== null };
    },
    checks: () => {
      const probes = mine ? countProbes(results) : null;
      const [latest] = measured;
      const last =
        latest === undefined
          ? t('common.stepHints.checks')
          : t('common.stepChecksLast', { when: formatWhen(latest.finishedAt, language) });
      return {
        hint: probes !== null && probes.total > 0 ? t('common.progress', { ...probes }) : last,
        done: mine && results.run !== null && !results.run.interrupted,
      };
    },
    left: () => ({ hint: t('common.stepHints.left'), done: false }),
    manual: () => ({ hint: t('common.stepHints.manual'), done: false }),
    result: () => ({ hint: t('common.stepHints.result'), done: false }),
    paper: () => ({ hint: t('common.stepHints.paper'), done: false }),
  };
  return SHOWN_STEPS.map((step) => ({ step, title: t(`common.stepNames.${step}`), ...known[step]() }));
}
