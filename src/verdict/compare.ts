/** What has changed between two runs of one site from one place. */
import type { Requirement } from '../contract/catalogue.ts';
import type { Check, CheckResult } from '../contract/check.ts';
import type { Change, ComparedCheck, Comparison, Incomparable } from '../contract/comparison.ts';
import type { Run } from '../contract/run.ts';
import type { Verdict } from '../contract/words.ts';

/** The runs as far as a comparison needs them. */
export type ComparedRun = Pick<Run, 'site' | 'viewpoint' | 'stage' | 'catalogue' | 'checks'>;

/** Better ones first; what is not among them was not seen. */
const RANKS: Readonly<Partial<Record<Verdict, number>>> = { pass: 0, warn: 1, fail: 2 };

/**
 * Every check of either run, once. Checks are the same where requirement, way and target of the profile are, so that
 * a changed address is told as such. Throws a RangeError for runs of different sites or viewpoints.
 */
export function compareRuns(earlier: ComparedRun, later: ComparedRun): Comparison {
  if (earlier.site.id !== later.site.id) throw new RangeError('The runs are of different sites');
  if (earlier.viewpoint !== later.viewpoint) throw new RangeError('The runs are from different viewpoints');
  const before = new Map(earlier.checks.map((result) => [wayOf(result), result]));
  const now = new Set(later.checks.map(wayOf));
  const changedRequirements = changedIn(earlier, later);
  const compare = (then: CheckResult | null, result: CheckResult | null) =>
    comparedOf(then, result, earlier.stage === later.stage, changedRequirements);
  const checks = [
    ...later.checks.flatMap((result) => compare(before.get(wayOf(result)) ?? null, result)),
    ...earlier.checks.filter((result) => !now.has(wayOf(result))).flatMap((result) => compare(result, null)),
  ];
  const countOf = (change: Change) => checks.filter((compared) => compared.change === change).length;
  return {
    checks,
    counts: {
      'newly-failing': countOf('newly-failing'),
      fixed: countOf('fixed'),
      unchanged: countOf('unchanged'),
      'not-comparable': countOf('not-comparable'),
    },
  };
}

function comparedOf(
  earlier: CheckResult | null,
  later: CheckResult | null,
  sameStage: boolean,
  changedRequirements: ReadonlySet<string>,
): readonly ComparedCheck[] {
  const check = later ?? earlier;
  if (check === null) return [];
  const why =
    earlier === null
      ? 'not-planned-before'
      : later === null
        ? 'no-longer-planned'
        : incomparable(earlier, later, sameStage, changedRequirements);
  const change = why === null && earlier !== null && later !== null ? changeOf(earlier, later) : null;
  return [{ check, earlier, later, change: change ?? 'not-comparable', why }];
}

/** The reason that lies deepest: what was asked, before what was seen. */
function incomparable(
  earlier: CheckResult,
  later: CheckResult,
  sameStage: boolean,
  changedRequirements: ReadonlySet<string>,
): Incomparable | null {
  if (earlier.to.host !== later.to.host || earlier.port !== later.port) return 'other-address';
  if (changedRequirements.has(later.requirement)) return 'other-requirement';
  if (!sameStage) return 'other-stage';
  if (!wasSeen(earlier)) return wasSeen(later) ? 'not-probed-before' : 'not-probed';
  if (!wasSeen(later)) return 'not-probed-now';
  return earlier.proof === later.proof ? null : 'other-proof';
}

function wasSeen({ verdict, proof }: CheckResult): boolean {
  return proof !== 'none' && RANKS[verdict] !== undefined;
}

function changeOf(earlier: CheckResult, later: CheckResult): Change {
  const then = RANKS[earlier.verdict] ?? 0;
  const now = RANKS[later.verdict] ?? 0;
  if (now === then) return 'unchanged';
  return now > then ? 'newly-failing' : 'fixed';
}

function wayOf({ requirement, from, to, transport }: Check): string {
  return [requirement, from, to.role, to.id, transport].join('\n');
}

/** Requirements that ask for something else in the two catalogues; another wording changes nothing. */
function changedIn(earlier: ComparedRun, later: ComparedRun): ReadonlySet<string> {
  const before = new Map(
    earlier.catalogue.requirements.map((requirement) => [requirement.id, demandOf(requirement)]),
  );
  return new Set(
    later.catalogue.requirements
      .filter(
        (requirement) => (before.get(requirement.id) ?? demandOf(requirement)) !== demandOf(requirement),
      )
      .map(({ id }) => id),
  );
}

function demandOf({ flows, service, sendsBytes }: Requirement): string {
  return JSON.stringify([service, sendsBytes, flows.map((flow) => Object.entries(flow).toSorted())]);
}
