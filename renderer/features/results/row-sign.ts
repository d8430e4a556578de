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

export function countRows(sources: RowSources): Counts {
  const counts: Record<Chip, number> = {
    fail: 0,
    warn: 0,
    pass: 0,
    answers: 0,
    error: 0,
    skip: 0,
    'other-place': 0,
    queued: 0,
  };
  for (const check of sources.checks) counts[chipOf(rowSign(check, sources))] += 1;
  return counts;
}

export interface ProbeCount {
  readonly done: number;
  readonly total: number;
}

/** How many of the checks that are probed from here are settled; the others are decided before a run begins. */
export function countProbes(sources: RowSources): ProbeCount {
  const planned = sources.checks.filter(({ action }) => action.kind === 'probe');
  const done = planned.filter((check) => chipOf(rowSign(check, sources)) !== 'queued').length;
  return { done, total: planned.length };
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
