/** The sign that stands for each state of coverage, the same in the matrix, on the map and in their legends. */
import type { CoverageState } from '../src/contract/coverage.ts';
import type { VerdictSign } from '../src/contract/labels.ts';

export const COVERAGE_SIGNS: Readonly<Record<CoverageState, VerdictSign>> = {
  failed: 'fail',
  'fail-indirect': 'fail-indirect',
  remark: 'warn',
  'not-seen': 'not-seen',
  indirect: 'answers',
  waived: 'waived',
  proven: 'pass',
};

/** What still has to be done about a cell in this state. */
export function isLeft(state: CoverageState): boolean {
  return state !== 'proven' && state !== 'waived';
}
