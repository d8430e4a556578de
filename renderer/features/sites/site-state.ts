/** What the runs of a site counted, place by place: the numbers that stand behind its readiness. */
import type { RunSummary } from '../../../src/contract/bridge.ts';
import { standingRuns } from '../../../src/contract/standing-runs.ts';
import { VIEWPOINTS, type Viewpoint } from '../../../src/contract/words.ts';

export interface SiteState {
  readonly fail: number;
  readonly warn: number;
  readonly error: number;
  readonly pass: number;
  readonly visited: readonly Viewpoint[];
  readonly interrupted: boolean;
  readonly last: RunSummary | null;
}

type Numbers = Readonly<Record<'fail' | 'warn' | 'error' | 'pass', number>>;

interface PlaceState {
  readonly numbers: Numbers;
  /** No run from this place came to its end. */
  readonly interrupted: boolean;
}

/** Only what was seen directly counts, and only the stage of the newest run. */
export function siteState(runs: readonly RunSummary[]): SiteState {
  const standing = standingRuns(runs);
  const visited = VIEWPOINTS.filter((viewpoint) => standing.some((run) => run.viewpoint === viewpoint));
  const places = visited.flatMap((viewpoint) =>
    placeState(standing.filter((run) => run.viewpoint === viewpoint)),
  );
  const sum = (key: keyof Numbers) => places.reduce((total, place) => total + place.numbers[key], 0);
  return {
    fail: sum('fail'),
    warn: sum('warn'),
    error: sum('error'),
    pass: sum('pass'),
    visited,
    interrupted: places.some(({ interrupted }) => interrupted),
    last: newest(standing),
  };
}

/**
 * `runs` of one place, newest first: one, or a stopped one and the complete one before it. Which rows the stopped one
 * replaced is not in its numbers, so the place is taken to be no better than either run says.
 */
function placeState(runs: readonly RunSummary[]): readonly PlaceState[] {
  const [newer, older] = runs;
  if (newer === undefined) return [];
  if (older === undefined) return [{ numbers: newer.summary, interrupted: newer.interrupted }];
  const [now, before] = [newer.summary, older.summary];
  const fail = Math.max(now.fail, before.fail);
  const warn = Math.max(now.warn, before.warn);
  const error = Math.max(now.error, before.error);
  const measured = before.pass + before.warn + before.fail + before.error;
  const pass = Math.max(0, measured - fail - warn - error);
  return [{ numbers: { fail, warn, error, pass }, interrupted: false }];
}

function newest(runs: readonly RunSummary[]): RunSummary | null {
  return runs.reduce<RunSummary | null>(
    (latest, run) => (latest === null || run.finishedAt > latest.finishedAt ? run : latest),
    null,
  );
}
