/** What causes are looked for in: results, where they were seen from, and whose site they are about. */
import type { CheckResult } from '../../contract/check.ts';
import type { Coverage } from '../../contract/coverage.ts';
import type { Control, Place, Run } from '../../contract/run.ts';
import type { Site } from '../../contract/site.ts';
import type { Stage, Viewpoint } from '../../contract/words.ts';

/** One place the laptop stood in, and what the run there tried on itself. */
export interface Origin {
  readonly viewpoint: Viewpoint;
  /** Null where it is not known. */
  readonly place: Pick<Place, 'localAddress' | 'addresses' | 'networks'> | null;
  readonly controls: readonly Control[];
}

export interface Evidence {
  /** At most one for each check. */
  readonly results: readonly CheckResult[];
  /** Ids of checks that need no cause: what they saw still tells of the others. */
  readonly waived?: ReadonlySet<string>;
  readonly site: Site;
  readonly stage: Stage;
  /** Oldest first; of two with the same viewpoint the later one counts. */
  readonly origins: readonly Origin[];
}

/** The evidence of one finished run. */
export function evidenceOf(run: Pick<Run, 'checks' | 'profile' | 'stage' | keyof Origin>): Evidence {
  return { results: run.checks, site: run.profile, stage: run.stage, origins: [run] };
}

/** The evidence of a whole visit as its coverage has it; what is waived is a witness only. Null without runs. */
export function evidenceOfCoverage(
  { cells }: Pick<Coverage, 'cells'>,
  runs: readonly Run[],
): Evidence | null {
  const results = cells.flatMap(({ result }) => result ?? []);
  const oldestFirst = runs.toSorted((one, other) => Date.parse(one.startedAt) - Date.parse(other.startedAt));
  const evidence = evidenceOfVisit(results, oldestFirst);
  const waived = cells.filter(({ state }) => state === 'waived').map(({ check }) => check.id);
  return evidence === null ? null : { ...evidence, waived: new Set(waived) };
}

/**
 * The evidence of a whole visit: the results that stand (one for each check, as the coverage or the paper chooses
 * them) and the runs they were seen in, oldest first. The site is that of the newest run; null without runs.
 */
export function evidenceOfVisit(results: readonly CheckResult[], runs: readonly Run[]): Evidence | null {
  const newest = runs.at(-1);
  return newest === undefined ? null : { results, site: newest.profile, stage: newest.stage, origins: runs };
}
