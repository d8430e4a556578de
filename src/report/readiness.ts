/** Whether a site is ready, by requirement: from what was proven directly, never from an indirect answer. */
import type { Readiness } from '../contract/labels.ts';
import type { Entry } from './collate.ts';
import { groupBy } from './group-by.ts';

/** The worst of a requirement's required flows: a failed one first, a proven one last. */
export const REQUIREMENT_STATES = ['failed', 'unproven', 'indirect', 'remark', 'proven'] as const;
export type RequirementState = (typeof REQUIREMENT_STATES)[number];

export interface ReadinessCount {
  readonly readiness: Readiness;
  /** Requirements with at least one required flow. */
  readonly total: number;
  readonly counts: Readonly<Record<RequirementState, number>>;
}

/** A requirement counts once, in the state of its worst required flow. */
export function countReadiness(entries: readonly Pick<Entry, 'result'>[]): ReadinessCount {
  const required = entries.filter((entry) => entry.result.required);
  const states = [...groupBy(required, (entry) => entry.result.requirement).values()].map((group) =>
    worst(group.map(stateOf)),
  );
  const counts = Object.fromEntries(
    REQUIREMENT_STATES.map((state) => [state, states.filter((entry) => entry === state).length]),
  ) as Record<RequirementState, number>;
  return { readiness: readinessOf(counts, states.length), total: states.length, counts };
}

function readinessOf(counts: Readonly<Record<RequirementState, number>>, total: number): Readiness {
  if (total === 0) return 'not-checked';
  if (counts.failed > 0) return 'not-ready';
  if (counts.unproven + counts.indirect > 0) return 'not-enough-data';
  if (counts.remark > 0) return 'remarks';
  return 'ready';
}

function worst(states: readonly RequirementState[]): RequirementState {
  return REQUIREMENT_STATES.find((state) => states.includes(state)) ?? 'unproven';
}

function stateOf({ result }: Pick<Entry, 'result'>): RequirementState {
  if (result.verdict === 'skip' || result.verdict === 'error' || result.proof === 'none') return 'unproven';
  if (result.proof === 'indirect') return 'indirect';
  if (result.verdict === 'fail') return 'failed';
  return result.verdict === 'warn' ? 'remark' : 'proven';
}
