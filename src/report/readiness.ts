/** Whether a site is ready, by requirement: from what was proven directly, never from an indirect answer. */
import type { Flow, Requirement } from '../contract/catalogue.ts';
import type { Entry } from '../contract/collate.ts';
import type { Readiness } from '../contract/labels.ts';
import { isExternalKind } from '../contract/words.ts';
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

/**
 * A requirement counts once, in the state of its worst required flow. Of the `requirements` that apply to the site, one
 * whose flow has nothing in the profile to lead to is unproven; what lies outside need not be there.
 */
export function countReadiness(
  entries: readonly Pick<Entry, 'result'>[],
  requirements: Iterable<Requirement> = [],
): ReadinessCount {
  const required = entries.filter((entry) => entry.result.required);
  const groups = groupBy(required, (entry) => entry.result.requirement);
  const untold = new Set(withoutTarget(entries, requirements));
  const states = [
    ...[...groups].map(([id, group]) => worst([...group.map(stateOf), ...(untold.has(id) ? UNPROVEN : [])])),
    ...[...untold].filter((id) => !groups.has(id)).map(() => 'unproven' as const),
  ];
  const counts = Object.fromEntries(
    REQUIREMENT_STATES.map((state) => [state, states.filter((entry) => entry === state).length]),
  ) as Record<RequirementState, number>;
  return { readiness: readinessOf(counts, states.length), total: states.length, counts };
}

const UNPROVEN: readonly RequirementState[] = ['unproven'];

function withoutTarget(
  entries: readonly Pick<Entry, 'result'>[],
  requirements: Iterable<Requirement>,
): readonly string[] {
  const present = new Set(
    entries.map(({ result }) => wayOf(result.requirement, result.from, result.to.role)),
  );
  const leadsNowhere = (id: string, { from, to }: Flow) =>
    !isExternalKind(to) && !present.has(wayOf(id, from, to));
  return [...requirements].flatMap(({ id, flows }) =>
    flows.some((flow) => leadsNowhere(id, flow)) ? [id] : [],
  );
}

function wayOf(requirement: string, from: string, to: string): string {
  return `${requirement}:${from}>${to}`;
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
