/** How many cells are in each state: the legend of the matrix at the same time. */
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { CoverageCounts, CoverageState } from '../../../src/contract/coverage.ts';
import { COVERAGE_SIGNS } from '../../coverage-signs.ts';
import { VerdictMark } from '../../signs.tsx';

/** From what is done to what is not. */
const ORDER: readonly CoverageState[] = [
  'proven',
  'indirect',
  'failed',
  'fail-indirect',
  'remark',
  'not-seen',
  'waived',
];

export function CoverageCountsLine({ counts }: { readonly counts: CoverageCounts }): ReactElement {
  const { t } = useTranslation();
  return (
    <ul className="coverage-counts">
      {ORDER.filter((state) => counts[state] > 0).map((state) => (
        <li key={state}>
          <VerdictMark sign={COVERAGE_SIGNS[state]} />
          <strong className="numbers">{counts[state]}</strong>
          <span>{t(`coverage.states.${state}`)}</span>
        </li>
      ))}
    </ul>
  );
}
