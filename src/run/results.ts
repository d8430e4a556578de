/** A check's row in the run document: the plan, what was observed, and what it means. */
import { type CheckResult, checkSchema, type PlannedCheck } from '../contract/check.ts';
import type { Observation } from '../contract/facts.ts';
import type { Proof } from '../contract/words.ts';
import type { Judgement } from '../verdict/judge.ts';

/** The row of a check that was probed. */
export function resultOf(
  check: PlannedCheck,
  proof: Proof,
  observation: Observation,
  judgement: Judgement,
): CheckResult {
  return {
    ...planOf(check),
    ...judgement,
    proof,
    rttMs: observation.rttMs,
    ...(observation.ownDelayMs === undefined ? {} : { ownDelayMs: observation.ownDelayMs }),
    attempts: observation.attempts,
    durationMs: observation.durationMs,
    startedAt: observation.startedAt,
    ...(observation.outcome === 'failed' ? { failure: observation.failure } : {}),
    facts: observation.outcome === 'answered' ? observation.facts : {},
    trace: [...observation.trace],
  };
}

/** The row of a check that was not probed. */
export function skippedResult(check: PlannedCheck, judgement: Judgement): CheckResult {
  return {
    ...planOf(check),
    ...judgement,
    proof: 'none',
    rttMs: null,
    attempts: 0,
    durationMs: 0,
    startedAt: null,
    facts: {},
    trace: [],
  };
}

function planOf(check: PlannedCheck) {
  const { place: _place, action: _action, ...plan } = check;
  return checkSchema.parse(plan);
}
