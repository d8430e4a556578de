/** Several runs of one site and stage become one list: for every check the result that says most about it. */
import type { Requirement } from '../contract/catalogue.ts';
import type { CheckResult } from '../contract/check.ts';
import { verdictSign } from '../contract/labels.ts';
import type { Run } from '../contract/run.ts';
import { STAGES, type Stage } from '../contract/words.ts';

/** A result and the run it was seen in. */
export interface Entry {
  readonly result: CheckResult;
  readonly run: Run;
}

export interface Collation {
  /** The run whose profile and catalogue the paper describes. */
  readonly newest: Run;
  readonly first: Run;
  /** One for each check of the newest run, in its order. */
  readonly entries: readonly Entry[];
  /** Runs of which at least one result stands on the paper, oldest first. */
  readonly contributing: readonly Run[];
  readonly requirements: ReadonlyMap<string, Requirement>;
  /** Probed results of earlier runs for addresses that the newest profile no longer has. */
  readonly outdated: number;
}

/**
 * The direct proof wins, then the newest. Results for addresses that are no longer in the profile of the newest
 * run are counted, not shown. Throws a RangeError for no runs, and for runs of different sites or stages: what is
 * a pass before the installation can be a failure after it.
 */
export function collateRuns(runs: readonly Run[]): Collation {
  const oldestFirst = [...runs].sort((a, b) => Date.parse(a.startedAt) - Date.parse(b.startedAt));
  const first = oldestFirst[0];
  const newest = oldestFirst.at(-1);
  if (first === undefined || newest === undefined) throw new RangeError('A checklist needs at least one run');
  if (oldestFirst.some((run) => run.site.id !== newest.site.id)) {
    throw new RangeError('A checklist is about one site, the runs are of several');
  }
  if (stagesOf(runs).length > 1) {
    throw new RangeError('A checklist is about one stage, the runs are of several');
  }
  const best = new Map<string, Entry>();
  for (const run of oldestFirst) {
    for (const result of run.checks) {
      const key = addressKey(result);
      const held = best.get(key);
      if (held === undefined || weight(result) >= weight(held.result)) best.set(key, { result, run });
    }
  }
  const wanted = new Set(newest.checks.map(addressKey));
  const entries = newest.checks.flatMap((result) => best.get(addressKey(result)) ?? []);
  const contributing = oldestFirst.filter((run) => entries.some((entry) => entry.run === run));
  const outdated = [...best].filter(([key, entry]) => !wanted.has(key) && weight(entry.result) > 0).length;
  const requirements = new Map(newest.catalogue.requirements.map((entry) => [entry.id, entry]));
  return { newest, first, entries, contributing, requirements, outdated };
}

/** The stages of the runs, each once, in the order of an installation. */
export function stagesOf(runs: readonly Pick<Run, 'stage'>[]): readonly Stage[] {
  return STAGES.filter((stage) => runs.some((run) => run.stage === stage));
}

function addressKey(result: CheckResult): string {
  return `${result.id}\n${result.to.host}`;
}

/** Of two results for one check the heavier is kept; of two equals the later. */
function weight(result: CheckResult): number {
  if (result.proof === 'direct') return 4;
  if (result.proof === 'indirect') return 3;
  if (result.verdict === 'error') return 2;
  return verdictSign(result) === 'other-place' ? 0 : 1;
}
