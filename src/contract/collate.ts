/** Several runs of one site and stage become one list: for every check the result that says most about it. */
import type { Requirement } from './catalogue.ts';
import type { Check, CheckResult } from './check.ts';
import { verdictSign } from './labels.ts';
import type { Run } from './run.ts';
import { STAGES, type Stage } from './words.ts';

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
  const ordered = oldestFirst(runs);
  const first = ordered[0];
  const newest = ordered.at(-1);
  if (first === undefined || newest === undefined) throw new RangeError('A checklist needs at least one run');
  const best = bestByAddress(ordered);
  const wanted = new Set(newest.checks.map(addressKey));
  const entries = newest.checks.flatMap((result) => best.get(addressKey(result)) ?? []);
  const contributing = ordered.filter((run) => entries.some((entry) => entry.run === run));
  const outdated = [...best].filter(([key, entry]) => !wanted.has(key) && weight(entry.result) > 0).length;
  const requirements = new Map(newest.catalogue.requirements.map((entry) => [entry.id, entry]));
  return { newest, first, entries, contributing, requirements, outdated };
}

/**
 * Looks up the best result for a check by its id and address; null where no run has one. Throws a RangeError for
 * runs of different sites or stages.
 */
export function bestResults(runs: readonly Run[]): (check: Pick<Check, 'id' | 'to'>) => Entry | null {
  const best = bestByAddress(oldestFirst(runs));
  return (check) => best.get(addressKey(check)) ?? null;
}

function oldestFirst(runs: readonly Run[]): readonly Run[] {
  return [...runs].sort((a, b) => Date.parse(a.startedAt) - Date.parse(b.startedAt));
}

function bestByAddress(ordered: readonly Run[]): ReadonlyMap<string, Entry> {
  if (new Set(ordered.map(({ site }) => site.id)).size > 1) {
    throw new RangeError('Results are joined for one site, the runs are of several');
  }
  if (stagesOf(ordered).length > 1) {
    throw new RangeError('Results are joined for one stage, the runs are of several');
  }
  const best = new Map<string, Entry>();
  for (const run of ordered) {
    for (const result of run.checks) {
      const key = addressKey(result);
      const held = best.get(key);
      if (held === undefined || isBetter(result, held.result)) best.set(key, { result, run });
    }
  }
  return best;
}

/** The stages of the runs, each once, in the order of an installation. */
export function stagesOf(runs: readonly Pick<Run, 'stage'>[]): readonly Stage[] {
  return STAGES.filter((stage) => runs.some((run) => run.stage === stage));
}

function addressKey({ id, to }: Pick<Check, 'id' | 'to'>): string {
  return `${id}\n${to.host}`;
}

/** Of equals the later look: a run that repeats single checks carries older results over. */
function isBetter(result: CheckResult, held: CheckResult): boolean {
  const difference = weight(result) - weight(held);
  if (difference !== 0 || result.startedAt === null || held.startedAt === null) return difference >= 0;
  return Date.parse(result.startedAt) >= Date.parse(held.startedAt);
}

/**
 * Of two results for one check the heavier is kept; of two equals the later. Where the tool itself failed, or nothing was
 * heard from the wrong place, nothing was seen: that never takes the place of what was.
 */
function weight(result: CheckResult): number {
  if (result.verdict === 'error') return 2;
  if (result.proof === 'direct') return 4;
  if (result.proof === 'indirect') return result.verdict === 'skip' ? 2 : 3;
  return verdictSign(result) === 'other-place' ? 0 : 1;
}
