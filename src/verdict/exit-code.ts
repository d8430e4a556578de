/** The exit code of a run: what a script may conclude from it. */
import type { Proof, Verdict } from '../contract/words.ts';

interface Outcome {
  readonly interrupted: boolean;
  readonly checks: readonly {
    readonly verdict: Verdict;
    readonly proof: Proof;
    readonly required: boolean;
  }[];
}

/**
 * 0: every required check that could be proven from here passed · 1: at least one failed · 3: none failed, but
 * the tool could not do one · 130: interrupted. What was seen indirectly never counts.
 */
export function exitCodeOf(run: Outcome): 0 | 1 | 3 | 130 {
  if (run.interrupted) return 130;
  const counted = run.checks.filter((check) => check.required && check.proof === 'direct');
  if (counted.some((check) => check.verdict === 'fail')) return 1;
  return counted.some((check) => check.verdict === 'error') ? 3 : 0;
}
