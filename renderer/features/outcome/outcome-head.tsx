/** Ready or not: a word, a sentence, and the requirements by state; never a percentage. */
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Coverage, CoverageState } from '../../../src/contract/coverage.ts';
import { READINESS_LABELS, READINESS_SIGNS } from '../../../src/contract/labels.ts';
import { COVERAGE_SIGNS } from '../../coverage-signs.ts';
import { useLanguage } from '../../i18n/i18n.ts';
import { VERDICT_TONES, VerdictMark } from '../../signs.tsx';
import { SegmentedBar } from '../../ui/segmented-bar.tsx';

interface OutcomeHeadProps {
  readonly coverage: Coverage;
  readonly sentence: string;
}

/** From what is done to what is not, as in the bar. */
const ORDER: readonly CoverageState[] = [
  'proven',
  'failed',
  'fail-indirect',
  'remark',
  'indirect',
  'not-seen',
  'waived',
];
const HATCHED: ReadonlySet<CoverageState> = new Set(['indirect', 'fail-indirect']);

export function OutcomeHead({ coverage, sentence }: OutcomeHeadProps): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const { readiness, requirementCounts: counts, requirements } = coverage;
  const sign = READINESS_SIGNS[readiness];
  const shown = ORDER.filter((state) => counts[state] > 0);
  const parts = shown.map((state) => `${t(`outcome.counts.${state}`)} ${counts[state]}`).join(', ');
  return (
    <div className="outcome-head">
      <div className="outcome-verdict">
        <VerdictMark sign={sign} size={34} />
        <h1 data-tone={VERDICT_TONES[sign]}>{READINESS_LABELS[readiness][language]}</h1>
        <div className="outcome-verdict-texts">
          <p>{sentence}</p>
          <ul className="outcome-counts">
            {shown.map((state) => (
              <li key={state}>
                <VerdictMark sign={COVERAGE_SIGNS[state]} size={15} />
                <strong className="numbers">{counts[state]}</strong>
                <span>{t(`outcome.counts.${state}`)}</span>
              </li>
            ))}
          </ul>
        </div>
      </div>
      <SegmentedBar
        total={requirements}
        label={t('outcome.bar', { parts })}
        segments={shown.map((state) => ({
          key: state,
          tone: state === 'not-seen' ? 'none' : VERDICT_TONES[COVERAGE_SIGNS[state]],
          count: counts[state],
          hatched: HATCHED.has(state),
        }))}
      />
    </div>
  );
}
