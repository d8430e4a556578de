/** Results counted by verdict; what was seen from the wrong place is counted apart. */
import type { Summary } from '../contract/run.ts';
import { type Proof, VERDICTS, type Verdict } from '../contract/words.ts';

interface Counted {
  readonly verdict: Verdict;
  readonly proof: Proof;
}

/** Checks that were not probed count among the direct ones, as `skip`. */
export function summaryOf(results: readonly Counted[]): Summary {
  const indirect = results.filter((result) => result.proof === 'indirect');
  const others = results.filter((result) => result.proof !== 'indirect');
  return { ...countVerdicts(others), indirect: countVerdicts(indirect) };
}

function countVerdicts(results: readonly Counted[]): Record<Verdict, number> {
  const counts: Record<Verdict, number> = { pass: 0, warn: 0, fail: 0, skip: 0, error: 0 };
  for (const verdict of VERDICTS) {
    counts[verdict] = results.filter((result) => result.verdict === verdict).length;
  }
  return counts;
}
