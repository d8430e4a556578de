/** A run when it begins, and the document it becomes: saved, reported, compared. */
import type { Catalogue } from '../contract/catalogue.ts';
import type { CheckResult, PlannedCheck } from '../contract/check.ts';
import { type Control, type Place, RUN_FORMAT, RUN_VERSION, type Run } from '../contract/run.ts';
import type { RunOpening } from '../contract/run-journal.ts';
import type { Site } from '../contract/site.ts';
import { applicableRequirements } from '../plan/plan.ts';
import { evidenceOf } from '../verdict/findings/evidence.ts';
import { findingsOf } from '../verdict/findings/findings.ts';
import { judgeSkip } from '../verdict/judge.ts';
import { summaryOf } from '../verdict/summary.ts';
import { skippedResult } from './results.ts';
import type { RunRequest } from './run-request.ts';

interface Beginning {
  readonly place: Place;
  readonly startedAt: string;
  readonly planned: readonly PlannedCheck[];
}

/** What stands in the document whatever the run will see; it holds no password, and the community is hidden. */
export function openRun(request: RunRequest, { place, startedAt, planned }: Beginning): RunOpening {
  const { site, catalogue } = request;
  return {
    id: request.runId,
    continues: request.again?.previous.id ?? null,
    toolVersion: request.toolVersion,
    profile: withoutCommunity(site),
    catalogue: catalogueSnapshot(site, catalogue),
    viewpoint: request.viewpoint,
    stage: request.stage,
    language: request.language,
    place,
    startedAt,
    planned: [...planned],
    again: request.again === undefined ? null : [...request.again.checkIds],
  };
}

/** What of the catalogue applies to the site, as it reads now. */
export function catalogueSnapshot(site: Site, catalogue: Catalogue): Run['catalogue'] {
  return {
    id: catalogue.id,
    revision: catalogue.revision,
    updated: catalogue.source.updated,
    requirements: [...applicableRequirements(site, catalogue)],
  };
}

/** What was seen of a run, by check id, and how it ended. */
export interface Seen {
  readonly results: ReadonlyMap<string, CheckResult>;
  readonly controls: readonly Control[];
  readonly interrupted: boolean;
  /** ISO time. */
  readonly finishedAt: string;
}

/**
 * The run document; it holds all that is needed to print it again when profile and catalogue have changed. A planned
 * check without a result is a skipped row that says why.
 */
export function assembleRun(opening: RunOpening, seen: Seen): Run {
  const { planned, language } = opening;
  const again = opening.again === null ? null : new Set(opening.again);
  const checks = planned.map((check) => seen.results.get(check.id) ?? notProbed(check, again, language));
  const measured: Omit<Run, 'findings' | 'summary'> = {
    format: RUN_FORMAT,
    version: RUN_VERSION,
    id: opening.id,
    ...(opening.continues === null ? {} : { continues: opening.continues }),
    tool: { version: opening.toolVersion },
    site: { id: opening.profile.id, name: opening.profile.name },
    profile: opening.profile,
    catalogue: opening.catalogue,
    viewpoint: opening.viewpoint,
    stage: opening.stage,
    place: opening.place,
    startedAt: opening.startedAt,
    finishedAt: seen.finishedAt,
    interrupted: seen.interrupted,
    checks,
    controls: [...seen.controls],
  };
  return {
    ...measured,
    findings: findingsOf(evidenceOf(measured), language),
    summary: summaryOf(checks),
  };
}

function notProbed(
  check: PlannedCheck,
  again: ReadonlySet<string> | null,
  language: RunOpening['language'],
): CheckResult {
  const asked = again === null || again.has(check.id);
  const reason = check.action.kind === 'skip' ? check.action.reason : asked ? 'interrupted' : 'not-selected';
  return skippedResult(check, judgeSkip(reason, language));
}

/** The community is a password in all but name; the vendor's default tells nobody anything. */
function withoutCommunity(site: Site): Site {
  return site.snmp.community === 'public' ? site : { ...site, snmp: { community: '•••' } };
}
