/** How the state of a way is drawn: its colour, and dashes for what was only seen from elsewhere or not at all. */
import type { CoverageState } from '../../../src/contract/coverage.ts';

export const EDGE_COLOURS: Readonly<Record<CoverageState, string>> = {
  failed: 'var(--fail)',
  'fail-indirect': 'var(--fail)',
  remark: 'var(--warn)',
  'not-seen': 'var(--line-strong)',
  indirect: 'var(--ind)',
  waived: 'var(--line-strong)',
  proven: 'var(--pass)',
};

const SOLID: ReadonlySet<CoverageState> = new Set(['failed', 'remark', 'proven']);

export function isDashed(state: CoverageState): boolean {
  return !SOLID.has(state);
}
