/** The steps of the rail: what each is called, what is known of it, and whether it is done. */
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Catalogue } from '../../src/contract/catalogue.ts';
import { VIEWPOINT_LABELS } from '../../src/contract/labels.ts';
import { hasMeasured } from '../../src/contract/standing-runs.ts';
import { VISIT_STEPS, type VisitStep } from '../../src/contract/visit.ts';
import { isBusy } from '../features/results/results-store.ts';
import { countProbes } from '../features/results/row-sign.ts';
import { manualItemsOf } from '../features/visit/manual-items.ts';
import { preparationOf } from '../features/visit/preparation.ts';
import { formatWhen } from '../format.ts';
import { useLanguage } from '../i18n/i18n.ts';
import type { Stores } from '../stores.ts';
import type { RailStep } from './rail.tsx';

type Known = Pick<RailStep, 'hint' | 'done'>;

export function useSteps(stores: Stores, siteId: string, catalogue: Catalogue | null): readonly RailStep[] {
  const { t } = useTranslation();
  const language = useLanguage();
  const { runs, site, visit } = useStore(stores.visit);
  const results = useStore(stores.results);
  const shown = site?.id === siteId;
  const measured = shown ? runs.filter(hasMeasured) : [];
  const ofVisit = visit === null ? measured : measured.filter(({ id }) => visit.runIds.includes(id));
  const mine = results.site?.id === siteId;
  const [latest] = ofVisit;

  /** Of lines to tick and items to look at: how many are, and what stands there while none is. */
  function counted(ids: readonly string[], known: readonly string[], nothing: string): Known {
    const done = ids.filter((id) => known.includes(id)).length;
    const hint = done === 0 ? nothing : t('common.progress', { done, total: ids.length });
    return { hint, done: ids.length > 0 && done === ids.length };
  }

  const known: Readonly<Record<VisitStep, () => Known>> = {
    prepare() {
      const groups = shown && visit !== null ? preparationOf(site, visit.stage) : [];
      const ids = groups.flatMap(({ lines }) => lines.map(({ id }) => id));
      return counted(ids, visit?.prepared ?? [], t('common.stepHints.prepare'));
    },
    where() {
      const done = new Set(ofVisit.map(({ viewpoint }) => viewpoint)).size;
      const now = mine && isBusy(results) ? results.choice : null;
      const been = done > 0 ? t('common.stepWhereVisited', { done }) : t('common.stepHints.where');
      return { hint: now === null ? been : VIEWPOINT_LABELS[now.viewpoint][language], done: done > 0 };
    },
    checks() {
      const probes = mine ? countProbes(results) : null;
      const last =
        latest === undefined
          ? t('common.stepHints.checks')
          : t('common.stepChecksLast', { when: formatWhen(latest.finishedAt, language) });
      const going = probes !== null && probes.total > 0;
      return {
        hint: going ? t('common.progress', { ...probes }) : last,
        done: !(mine && isBusy(results)) && latest !== undefined && !latest.interrupted,
      };
    },
    left: () => ({ hint: t('common.stepHints.left'), done: false }),
    manual() {
      const ids = shown ? manualItemsOf(catalogue, site).map(({ id }) => id) : [];
      const looked = visit?.manual.map(({ itemId }) => itemId) ?? [];
      return counted(ids, looked, t('common.stepHints.manual'));
    },
    result: () => ({ hint: t('common.stepHints.result'), done: visit !== null && visit.closedAt !== null }),
    paper: () => ({ hint: t('common.stepHints.paper'), done: false }),
  };
  return VISIT_STEPS.map((step) => ({ step, title: t(`common.stepNames.${step}`), ...known[step]() }));
}
