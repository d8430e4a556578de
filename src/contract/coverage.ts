/** Proof and coverage: what is known about every flow of a site, from where and since when. */
import type { Check, CheckResult } from './check.ts';
import type { Readiness } from './labels.ts';
import type { Finding } from './run.ts';
import type { Waiver } from './waivers.ts';
import type { Viewpoint } from './words.ts';

/** Worst first: of several cells folded into one, the first of these is shown. */
export const COVERAGE_STATES = [
  'failed',
  'fail-indirect',
  'not-seen',
  'indirect',
  'remark',
  'waived',
  'proven',
] as const;
export type CoverageState = (typeof COVERAGE_STATES)[number];

/** One flow to one address: the best that any run has seen of it. */
export interface CoverageCell {
  readonly check: Check;
  /** The only place that can prove it; null for what starts at no place of the laptop. */
  readonly place: Viewpoint | null;
  readonly state: CoverageState;
  /** Null where no run has it; for `not-seen` it may hold why (the tool failed, not from there). */
  readonly result: CheckResult | null;
  /** Where and when the result was seen; null with the result, or where nothing was probed. */
  readonly seen: { readonly runId: string; readonly viewpoint: Viewpoint; readonly at: string } | null;
  /** Set where the state is `waived`; a direct proof needs no waiver. */
  readonly waiver: Waiver | null;
}

export type CoverageCounts = Readonly<Record<CoverageState, number>>;

export interface Coverage {
  /** In the order of the catalogue, then of the profile. */
  readonly cells: readonly CoverageCell[];
  /** Cells by state. */
  readonly cellCounts: CoverageCounts;
  /** Requirements by the state of their worst required cell; direct and indirect are never added up. */
  readonly requirementCounts: CoverageCounts;
  readonly requirements: number;
  /** `ready` only where every applicable requirement is proven directly or waived. */
  readonly readiness: Readiness;
  /** What is still unproven (not proven, not waived, required), by the place that would prove it. */
  readonly left: Readonly<Record<Viewpoint, readonly CoverageCell[]>>;
}

/** What finished runs come to. */
export interface Outcome {
  readonly coverage: Coverage;
  /** Failures first. */
  readonly findings: readonly Finding[];
}
