/** What finished runs come to, for paper and for scripts: coverage with the waivers that hold, and the causes found. */
import { calendarDay } from '../contract/calendar-day.ts';
import { collateRuns } from '../contract/collate.ts';
import type { Outcome } from '../contract/coverage.ts';
import type { Run } from '../contract/run.ts';
import type { Visit } from '../contract/visit.ts';
import type { Language } from '../contract/words.ts';
import { coverageOf } from './coverage.ts';
import { evidenceOfCoverage } from './findings/evidence.ts';
import { findingsOf } from './findings/findings.ts';

export interface OutcomeQuestion {
  /** Of one site and one stage, in any order; never empty. */
  readonly runs: readonly Run[];
  /** Its waivers count; null where there was no visit. */
  readonly visit: Pick<Visit, 'waivers' | 'closedAt'> | null;
  /** ISO time at which it is asked. A signed visit is judged as on the day it was signed, so that its paper stays. */
  readonly at: string;
  readonly language: Language;
}

/**
 * About the site as the newest run knew it. What is waived has no cause to mend. Throws a RangeError for no runs and
 * for runs of several sites or stages.
 */
export function outcomeOf({ runs, visit, at, language }: OutcomeQuestion): Outcome {
  const { newest } = collateRuns(runs);
  const { requirements } = newest.catalogue;
  const coverage = coverageOf({
    checks: newest.checks,
    requirements,
    runs,
    waivers: visit?.waivers ?? [],
    day: calendarDay(visit?.closedAt ?? at),
  });
  const evidence = evidenceOfCoverage(coverage, runs);
  return { coverage, findings: evidence === null ? [] : findingsOf(evidence, language) };
}
