/** Puts a finished run into the document that is saved, reported and compared. */
import type { CheckResult } from '../contract/check.ts';
import { type Control, type Place, RUN_FORMAT, RUN_VERSION, type Run } from '../contract/run.ts';
import type { Site } from '../contract/site.ts';
import { applicableRequirements } from '../plan/plan.ts';
import { findingsOf } from '../verdict/findings/findings.ts';
import { summaryOf } from '../verdict/summary.ts';
import type { RunRequest } from './run-request.ts';

interface FinishedRun {
  readonly request: RunRequest;
  readonly place: Place;
  readonly startedAt: string;
  readonly interrupted: boolean;
  readonly results: readonly CheckResult[];
  readonly controls: readonly Control[];
}

/** The run document; it holds all that is needed to print it again when profile and catalogue have changed. */
export function assembleRun(run: FinishedRun): Run {
  const { request, place, startedAt, interrupted } = run;
  const { site, catalogue } = request;
  return {
    format: RUN_FORMAT,
    version: RUN_VERSION,
    id: request.runId,
    ...(request.again === undefined ? {} : { continues: request.again.previous.id }),
    tool: { version: request.toolVersion },
    site: { id: site.id, name: site.name },
    profile: withoutCommunity(site),
    catalogue: {
      id: catalogue.id,
      revision: catalogue.revision,
      updated: catalogue.source.updated,
      requirements: [...applicableRequirements(site, catalogue)],
    },
    viewpoint: request.viewpoint,
    stage: request.stage,
    place,
    startedAt,
    finishedAt: new Date().toISOString(),
    interrupted,
    checks: [...run.results],
    controls: [...run.controls],
    findings: findingsOf(
      {
        results: run.results,
        site,
        stage: request.stage,
        origins: [{ ...run, viewpoint: request.viewpoint }],
      },
      request.language,
    ),
    summary: summaryOf(run.results),
  };
}

/** The community is a password in all but name; the vendor's default tells nobody anything. */
function withoutCommunity(site: Site): Site {
  return site.snmp.community === 'public' ? site : { ...site, snmp: { community: '•••' } };
}
