/** Which runs say how a visit stands: its own, and for a place it has not been to, those of earlier visits. */
import type { RunSummary } from './bridge.ts';
import { hasMeasured, standingRuns } from './standing-runs.ts';
import type { Visit } from './visit.ts';
import type { Viewpoint } from './words.ts';

/** As many as one paper takes. */
const RUNS_MAX = 20;

export interface EvidenceChoice {
  /** Newest first. */
  readonly runIds: readonly string[];
  /** Places that only earlier visits have seen, each with the end of its newest run there. */
  readonly older: readonly { readonly viewpoint: Viewpoint; readonly at: string }[];
}

type Known = Pick<RunSummary, 'id' | 'summary' | 'stage' | 'viewpoint' | 'interrupted' | 'finishedAt'>;
type Asking = Pick<Visit, 'runIds' | 'stage' | 'startedAt' | 'closedAt'>;

/** Only runs of the visit's stage count; of a closed visit only what was known when it was closed. */
export function evidenceRuns(visit: Asking, runs: readonly Known[]): EvidenceChoice {
  const ofStage = newestFirst(runs).filter((run) => run.stage === visit.stage && hasMeasured(run));
  const own = ofStage.filter(({ id }) => visit.runIds.includes(id));
  const places = new Set(own.map(({ viewpoint }) => viewpoint));
  const before = ofStage.filter(
    (run) => !visit.runIds.includes(run.id) && run.finishedAt <= (visit.closedAt ?? run.finishedAt),
  );
  const older = standingRuns(before).filter(({ viewpoint }) => !places.has(viewpoint));
  const newestOlder = older.filter(
    (run, index) => older.findIndex(({ viewpoint }) => viewpoint === run.viewpoint) === index,
  );
  return {
    runIds: [...own.slice(0, RUNS_MAX - older.length), ...older].map(({ id }) => id),
    older: newestOlder.map(({ viewpoint, finishedAt }) => ({ viewpoint, at: finishedAt })),
  };
}

/** For each place of the visit, the newest finished run of the same stage that began before the visit. */
export function earlierRuns(visit: Asking, runs: readonly Known[]): readonly string[] {
  const before = runs.filter(
    (run) =>
      !visit.runIds.includes(run.id) &&
      run.stage === visit.stage &&
      run.finishedAt <= visit.startedAt &&
      !run.interrupted,
  );
  return standingRuns(before).map(({ id }) => id);
}

function newestFirst(runs: readonly Known[]): readonly Known[] {
  return runs.toSorted((one, other) => other.finishedAt.localeCompare(one.finishedAt));
}
