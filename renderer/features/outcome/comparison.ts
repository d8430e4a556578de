/** Each place of the visit against the newest complete run from there before it. */
import type { Comparison } from '../../../src/contract/comparison.ts';
import type { Coverage } from '../../../src/contract/coverage.ts';
import type { Run } from '../../../src/contract/run.ts';
import type { Visit } from '../../../src/contract/visit.ts';
import { placeOf, VIEWPOINTS, type Viewpoint } from '../../../src/contract/words.ts';
import { compareRuns } from '../../../src/verdict/compare.ts';

export interface PlaceComparison {
  readonly viewpoint: Viewpoint;
  /** When the earlier run ended. */
  readonly before: string;
  readonly comparison: Comparison;
}

interface ComparisonRequest {
  readonly visit: Pick<Visit, 'runIds'>;
  readonly coverage: Pick<Coverage, 'cells'>;
  /** What the coverage was made of. */
  readonly runs: readonly Run[];
  readonly earlier: readonly Run[];
}

/**
 * Only what a place itself proves, as it stands now: of several runs of this visit the best of each flow. Places that
 * this visit or an earlier one has not been to are left out.
 */
export function comparePlaces({
  visit,
  coverage,
  runs,
  earlier,
}: ComparisonRequest): readonly PlaceComparison[] {
  return VIEWPOINTS.flatMap((viewpoint) => {
    const then = earlier.find((run) => run.viewpoint === viewpoint);
    const [now] = runs
      .filter((run) => run.viewpoint === viewpoint && visit.runIds.includes(run.id))
      .toSorted((one, other) => other.finishedAt.localeCompare(one.finishedAt));
    if (then === undefined || now === undefined) return [];
    const standing = coverage.cells.flatMap(({ place, result }) =>
      place === viewpoint && result !== null ? [result] : [],
    );
    const comparison = compareRuns(
      { ...then, checks: then.checks.filter(({ from }) => placeOf(from) === viewpoint) },
      { ...now, checks: standing },
    );
    return [{ viewpoint, before: then.finishedAt, comparison }];
  });
}
