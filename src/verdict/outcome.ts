/** What finished runs come to, for paper and for scripts: coverage with the waivers that hold, and the causes found. */
import { collateRuns } from '../contract/collate.ts';
import type { Outcome } from '../contract/coverage.ts';
import type { Run } from '../contract/run.ts';
import type { Waiver } from '../contract/waivers.ts';
import type { Language } from '../contract/words.ts';
import { coverageOf } from './coverage.ts';
import { evidenceOfVisit } from './findings/evidence.ts';
import { findingsOf } from './findings/findings.ts';

export interface OutcomeQuestion {
  /** Of one site and one stage, in any order; never empty. */
  readonly runs: readonly Run[];
  readonly waivers: readonly Waiver[];
  /** The day on which it is asked: `2026-11-22`. */
  readonly day: string;
  readonly language: Language;
}

/**
 * About the site as the newest run knew it. What is waived has no cause to mend. Throws a RangeError for no runs and
 * for runs of several sites or stages.
 */
export function outcomeOf({ runs, waivers, day, language }: OutcomeQuestion): Outcome {
  const { newest } = collateRuns(runs);
  const { requirements } = newest.catalogue;
  const coverage = coverageOf({ checks: newest.checks, requirements, runs, waivers, day });
  const standing = coverage.cells.flatMap(({ state, result }) =>
    result === null || state === 'waived' ? [] : [result],
  );
  const oldestFirst = runs.toSorted((one, other) => Date.parse(one.startedAt) - Date.parse(other.startedAt));
  const evidence = evidenceOfVisit(standing, oldestFirst);
  return { coverage, findings: evidence === null ? [] : findingsOf(evidence, language) };
}
