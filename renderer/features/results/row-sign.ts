/** The sign of each row at this moment, and how many rows carry which. */
import type { CheckResult, PlannedCheck } from '../../../src/contract/check.ts';
import { type VerdictSign, verdictSign } from '../../../src/contract/labels.ts';

export interface RowSources {
  readonly checks: readonly PlannedCheck[];
  readonly results: ReadonlyMap<string, CheckResult>;
  readonly running: ReadonlySet<string>;
}

export function rowSign(check: PlannedCheck, sources: Omit<RowSources, 'checks'>): VerdictSign {
  const result = sources.results.get(check.id);
  if (sources.running.has(check.id)) return 'running';
  if (result !== undefined) return result.reason.code === 'interrupted' ? 'queued' : verdictSign(result);
  if (check.action.kind === 'skip') return check.action.reason === 'not-selected' ? 'skip' : 'other-place';
  return 'queued';
}

export const CHIPS = ['fail', 'warn', 'pass', 'answers', 'error', 'skip', 'other-place', 'queued'] as const;
export type Chip = (typeof CHIPS)[number];

/** A chip counts what a person reads as one word: a failure counts whether seen directly or not. */
export function chipOf(sign: VerdictSign): Chip {
  switch (sign) {
    case 'fail-indirect':
      return 'fail';
    case 'running':
    case 'not-seen':
    case 'waived':
      return 'queued';
    default:
      return sign;
  }
}

export type Counts = Readonly<Record<Chip, number>>;

export interface ProbeCount {
  readonly done: number;
  readonly total: number;
}

interface Tally {
  readonly checks: readonly PlannedCheck[];
  readonly running: ReadonlySet<string>;
  readonly counts: Counts;
  readonly probes: ProbeCount;
}

/** Several parts of the window ask at each redraw, and thousands of rows take their time. */
const tallies = new WeakMap<RowSources['results'], Tally>();

export function countRows(sources: RowSources): Counts {
  return tallyOf(sources).counts;
}

/** How many of the checks that are probed from here are settled; the others are decided before a run begins. */
export function countProbes(sources: RowSources): ProbeCount {
  return tallyOf(sources).probes;
}

function tallyOf(sources: RowSources): Tally {
  const { checks, results, running } = sources;
  const known = tallies.get(results);
  if (known?.checks === checks && known.running === running) return known;
  const counts = Object.fromEntries(CHIPS.map((chip) => [chip, 0])) as Record<Chip, number>;
  let [done, total] = [0, 0];
  for (const check of checks) {
    const chip = chipOf(rowSign(check, sources));
    counts[chip] += 1;
    if (check.action.kind !== 'probe') continue;
    total += 1;
    if (chip !== 'queued') done += 1;
  }
  const tally: Tally = { checks, running, counts, probes: { done, total } };
  tallies.set(results, tally);
  return tally;
}

/** The checks to run again: what failed, and what the tool could not do but might next time. */
export function toRepeat(sources: RowSources): readonly string[] {
  return sources.checks.flatMap(({ id }) => {
    const result = sources.results.get(id);
    if (result === undefined) return [];
    const again =
      result.verdict === 'fail' || (result.verdict === 'error' && result.reason.code !== 'not-implemented');
    return again ? [id] : [];
  });
}

/** The checks that a stopped run never came to. */
export function notReached(sources: RowSources): readonly string[] {
  return sources.checks
    .filter((check) => rowSign(check, { ...sources, running: new Set() }) === 'queued')
    .map(({ id }) => id);
}
