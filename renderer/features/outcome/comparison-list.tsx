/** What has changed since the last visit, place by place: got worse, fixed, the same, and what cannot be told. */
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import {
  CHANGES,
  type Change,
  type ComparedCheck,
  INCOMPARABLE_TEXTS,
} from '../../../src/contract/comparison.ts';
import {
  VERDICT_LABELS,
  type VerdictSign,
  VIEWPOINT_LABELS,
  verdictSign,
} from '../../../src/contract/labels.ts';
import { portText } from '../../../src/contract/port-text.ts';
import { formatMoment } from '../../format.ts';
import { useLanguage } from '../../i18n/i18n.ts';
import { PlaceIcon, VerdictMark } from '../../signs.tsx';
import type { PlaceComparison } from './comparison.ts';
import './comparison.css';

interface ComparisonListProps {
  readonly places: readonly PlaceComparison[];
  readonly titleOf: (requirement: string) => string;
}

const SIGNS: Readonly<Record<Change, VerdictSign>> = {
  'newly-failing': 'fail',
  fixed: 'pass',
  unchanged: 'skip',
  'not-comparable': 'not-seen',
};
/** The rest is counted: nobody reads a thousand lines of what stayed as it was. */
const LISTED = ['newly-failing', 'fixed', 'not-comparable'] as const satisfies readonly Change[];
const SHOWN = 30;

export function ComparisonList({ places, titleOf }: ComparisonListProps): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  if (places.length === 0) return <p className="outcome-quiet">{t('outcome.comparison.none')}</p>;
  return (
    <>
      {places.map(({ viewpoint, before, comparison }) => (
        <section key={viewpoint} className="comparison" aria-label={VIEWPOINT_LABELS[viewpoint][language]}>
          <h3 className="comparison-place">
            <PlaceIcon viewpoint={viewpoint} />
            {VIEWPOINT_LABELS[viewpoint][language]}
            <span className="comparison-when">
              {t('outcome.comparison.since', { when: formatMoment(before, language) })}
            </span>
          </h3>
          <ul className="outcome-counts">
            {CHANGES.map((change) => (
              <li key={change}>
                <VerdictMark sign={SIGNS[change]} size={15} />
                <strong className="numbers">{comparison.counts[change]}</strong>
                <span>{t(`outcome.comparison.counts.${change}`)}</span>
              </li>
            ))}
          </ul>
          {LISTED.map((change) => (
            <Changed
              key={change}
              change={change}
              checks={comparison.checks.filter((compared) => compared.change === change)}
              titleOf={titleOf}
            />
          ))}
        </section>
      ))}
    </>
  );
}

interface ChangedProps {
  readonly change: (typeof LISTED)[number];
  readonly checks: readonly ComparedCheck[];
  readonly titleOf: (requirement: string) => string;
}

function Changed({ change, checks, titleOf }: ChangedProps): ReactElement | null {
  const { t } = useTranslation();
  const language = useLanguage();
  if (checks.length === 0) return null;

  function detail({ earlier, later, why }: ComparedCheck): string {
    if (why !== null) return INCOMPARABLE_TEXTS[why][language];
    if (earlier === null || later === null) return '';
    return t('outcome.comparison.before', {
      before: VERDICT_LABELS[verdictSign(earlier)][language],
      after: VERDICT_LABELS[verdictSign(later)][language],
    });
  }

  return (
    <details className="comparison-change" open={change !== 'not-comparable'}>
      <summary>{t(`outcome.comparison.${change}`)}</summary>
      <ul>
        {checks.slice(0, SHOWN).map((compared) => (
          <li key={`${compared.check.id} ${compared.check.to.host}`}>
            <span className="comparison-check">
              {titleOf(compared.check.requirement)}{' '}
              <span className="numbers">
                {compared.check.to.host}, {portText(compared.check)}
              </span>
            </span>
            <span className="comparison-detail">{detail(compared)}</span>
          </li>
        ))}
        {checks.length > SHOWN ? (
          <li className="comparison-detail">
            {t('outcome.comparison.more', { count: checks.length - SHOWN })}
          </li>
        ) : null}
      </ul>
    </details>
  );
}
