/** Which runs of a site say how it stands now: one stage, every place, and no run that measured nothing. */
import type { RunSummary } from './bridge.ts';
import { VIEWPOINTS } from './words.ts';

/** False for a run that was stopped before its first answer: it is no visit. */
export function hasMeasured({ summary }: Pick<RunSummary, 'summary'>): boolean {
  return [summary, summary.indirect].some(({ pass, warn, fail, error }) => pass + warn + fail + error > 0);
}

/**
 * Of the newest run's stage, for each viewpoint in the order of `VIEWPOINTS`: the newest run and, where that one was
 * stopped, also the newest that came to its end, whose rows stand where the stopped one did not come to.
 */
export function standingRuns<
  R extends Pick<RunSummary, 'summary' | 'stage' | 'viewpoint' | 'interrupted' | 'finishedAt'>,
>(runs: readonly R[]): readonly R[] {
  const newestFirst = runs
    .filter(hasMeasured)
    .sort((one, other) => other.finishedAt.localeCompare(one.finishedAt));
  const ofStage = newestFirst.filter(({ stage }) => stage === newestFirst[0]?.stage);
  return VIEWPOINTS.flatMap((viewpoint) => {
    const here = ofStage.filter((run) => run.viewpoint === viewpoint);
    const newest = here.slice(0, 1);
    const complete = here.find(({ interrupted }) => !interrupted);
    return complete === undefined || newest.includes(complete) ? newest : [...newest, complete];
  });
}
