/** What the latest runs of a site say about its readiness: a word, and the numbers behind it. */
import type { RunSummary } from '../../../src/contract/bridge.ts';
import type { Readiness } from '../../../src/contract/labels.ts';
import { VIEWPOINTS, type Viewpoint } from '../../../src/contract/words.ts';

export interface SiteState {
  readonly readiness: Readiness;
  readonly fail: number;
  readonly warn: number;
  readonly error: number;
  readonly pass: number;
  readonly visited: readonly Viewpoint[];
  readonly interrupted: boolean;
  readonly last: RunSummary | null;
}

/** Only what was seen directly counts; `runs` hold the latest run of each viewpoint. */
export function siteState(runs: readonly RunSummary[]): SiteState {
  const latest = latestByViewpoint(runs);
  const sum = (key: 'fail' | 'warn' | 'error' | 'pass') =>
    latest.reduce((total, run) => total + run.summary[key], 0);
  const visited = VIEWPOINTS.filter((viewpoint) => latest.some((run) => run.viewpoint === viewpoint));
  const state = {
    fail: sum('fail'),
    warn: sum('warn'),
    error: sum('error'),
    pass: sum('pass'),
    visited,
    interrupted: latest.some((run) => run.interrupted),
    last: newest(latest),
  };
  return { ...state, readiness: readinessOf(state) };
}

function readinessOf(state: Omit<SiteState, 'readiness'>): Readiness {
  if (state.visited.length === 0) return 'not-checked';
  if (state.fail > 0) return 'not-ready';
  if (state.visited.length < VIEWPOINTS.length || state.interrupted || state.error > 0)
    return 'not-enough-data';
  return state.warn > 0 ? 'remarks' : 'ready';
}

function latestByViewpoint(runs: readonly RunSummary[]): readonly RunSummary[] {
  return VIEWPOINTS.flatMap((viewpoint) => newest(runs.filter((run) => run.viewpoint === viewpoint)) ?? []);
}

function newest(runs: readonly RunSummary[]): RunSummary | null {
  return runs.reduce<RunSummary | null>(
    (latest, run) => (latest === null || run.finishedAt > latest.finishedAt ? run : latest),
    null,
  );
}
