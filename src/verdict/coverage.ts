/** Proof and coverage of a site: the best that any run has seen of every flow, and what that comes to. */
import type { Requirement } from '../contract/catalogue.ts';
import type { Check, CheckResult } from '../contract/check.ts';
import { bestResults, type Entry } from '../contract/collate.ts';
import {
  COVERAGE_STATES,
  type Coverage,
  type CoverageCell,
  type CoverageCounts,
  type CoverageState,
} from '../contract/coverage.ts';
import type { Readiness } from '../contract/labels.ts';
import type { Run } from '../contract/run.ts';
import { type Waiver, waiverFor } from '../contract/waivers.ts';
import { isExternalKind, type Party, placeOf, type Viewpoint } from '../contract/words.ts';

export interface CoverageQuestion {
  /** Every flow of the site: of the plan before any run, or the checks of the newest run. */
  readonly checks: readonly Check[];
  /** Those that apply to the site. */
  readonly requirements: readonly Requirement[];
  /** Of one site and one stage, in any order; none before the first. */
  readonly runs: readonly Run[];
  readonly waivers: readonly Waiver[];
  /** The day on which it is asked, as the laptop counts days: `2026-11-22`. */
  readonly day: string;
}

/**
 * For each flow the direct proof wins, then the newest result. A waiver that holds on the day stands over everything
 * but a direct proof: what is proven needs none. Throws a RangeError for runs of several sites or stages.
 */
export function coverageOf(question: CoverageQuestion): Coverage {
  const best = bestResults(question.runs);
  const cells = question.checks.map((check) => cellOf(check, best(check), question));
  const required = cells.filter(({ check }) => check.required);
  const byRequirement = new Map<string, CoverageState[]>();
  const count = (requirement: string, state: CoverageState) => {
    const states = byRequirement.get(requirement);
    if (states === undefined) byRequirement.set(requirement, [state]);
    else states.push(state);
  };
  for (const { check, state } of required) count(check.requirement, state);
  for (const { id, from } of withoutTarget(question)) {
    count(id, waivedWhole(id, from, question) ? 'waived' : 'not-seen');
  }
  const requirementStates = [...byRequirement.values()].map(worstOf);
  const requirementCounts = countsOf(requirementStates);
  return {
    cells,
    cellCounts: countsOf(cells.map(({ state }) => state)),
    requirementCounts,
    requirements: requirementStates.length,
    readiness:
      question.runs.length === 0 ? 'not-checked' : readinessOf(requirementCounts, requirementStates.length),
    left: {
      workstation: leftFor('workstation', required),
      device: leftFor('device', required),
      server: leftFor('server', required),
    },
  };
}

/** The worst state stands for all of them. */
export function worstOf(states: readonly CoverageState[]): CoverageState {
  return COVERAGE_STATES.find((state) => states.includes(state)) ?? 'not-seen';
}

function cellOf(check: Check, entry: Entry | null, { waivers, day }: CoverageQuestion): CoverageCell {
  const state = entry === null ? 'not-seen' : stateOf(entry.result);
  const waiver = state === 'proven' ? null : waiverFor(waivers, check, day);
  return {
    check,
    place: placeOf(check.from),
    state: waiver === null ? state : 'waived',
    result: entry?.result ?? null,
    seen: entry === null ? null : seenIn(entry),
    waiver,
  };
}

/** Where the tool failed or nothing was probed, nothing was seen. */
function stateOf({ verdict, proof }: CheckResult): CoverageState {
  if (verdict === 'skip' || verdict === 'error' || proof === 'none') return 'not-seen';
  if (proof === 'indirect') return verdict === 'fail' ? 'fail-indirect' : 'indirect';
  if (verdict === 'fail') return 'failed';
  return verdict === 'warn' ? 'remark' : 'proven';
}

function seenIn({ result, run }: Entry): CoverageCell['seen'] {
  if (result.attempts === 0) return null;
  return { runId: run.id, viewpoint: run.viewpoint, at: result.startedAt ?? run.startedAt };
}

/** Flows that have nothing in the profile to lead to; what lies outside need not be there. */
function withoutTarget({ checks, requirements }: CoverageQuestion) {
  const present = new Set(checks.map(({ requirement, from, to }) => wayOf(requirement, from, to.role)));
  return requirements.flatMap(({ id, flows }) =>
    flows
      .filter(({ from, to }) => !isExternalKind(to) && !present.has(wayOf(id, from, to)))
      .map(({ from }) => ({ id, from })),
  );
}

function wayOf(requirement: string, from: string, to: string): string {
  return `${requirement}:${from}>${to}`;
}

/** Only a waiver that names no target covers a flow that leads nowhere. */
function waivedWhole(requirement: string, from: Party, { waivers, day }: CoverageQuestion): boolean {
  const whole = waivers.filter(({ targetId }) => targetId === null);
  return waiverFor(whole, { requirement, from, to: { id: '' } }, day) !== null;
}

/** What was seen from the wrong place proves nothing, good or bad. */
function readinessOf(counts: CoverageCounts, total: number): Readiness {
  if (total === 0) return 'not-checked';
  if (counts.failed > 0) return 'not-ready';
  if (counts['not-seen'] + counts.indirect + counts['fail-indirect'] > 0) return 'not-enough-data';
  return counts.remark > 0 ? 'remarks' : 'ready';
}

function leftFor(place: Viewpoint, required: readonly CoverageCell[]): readonly CoverageCell[] {
  return required.filter(
    (cell) => cell.place === place && cell.state !== 'proven' && cell.state !== 'waived',
  );
}

function countsOf(states: readonly CoverageState[]): CoverageCounts {
  const counts: Record<CoverageState, number> = {
    failed: 0,
    'fail-indirect': 0,
    'not-seen': 0,
    indirect: 0,
    remark: 0,
    waived: 0,
    proven: 0,
  };
  for (const state of states) counts[state] += 1;
  return counts;
}
