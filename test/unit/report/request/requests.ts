/** Requests over the made-up customer: the same input for every test, changed where a test says so. */
import type { CheckResult } from '../../../../src/contract/check.ts';
import type { FirewallRequest } from '../../../../src/contract/firewall-request.ts';
import type { Run } from '../../../../src/contract/run.ts';
import type { Site } from '../../../../src/contract/site.ts';
import { everyFlow } from '../../../../src/plan/plan.ts';
import { type RequestInput, requestOf } from '../../../../src/report/request/request-of.ts';
import { romashka } from '../../../fixtures/romashka.ts';
import { CATALOGUE, failed, makeRun, type RunRecipe, seeGood } from '../../../support/make-run.ts';

export const CREATED_AT = '2026-11-22T09:04:00.000Z';
export const LATER = '2026-11-22T10:00:00.000Z';

export const REQUIREMENTS: Run['catalogue'] = {
  id: CATALOGUE.id,
  revision: CATALOGUE.revision,
  updated: CATALOGUE.source.updated,
  requirements: CATALOGUE.requirements,
};

/** Only these checks fail in the given way; everything else is as it should be. */
export function runFailing(
  checkIds: readonly string[],
  recipe: Partial<RunRecipe> & Pick<RunRecipe, 'viewpoint'>,
  code = 'timeout',
): Run {
  return makeRun({
    site: romashka(2),
    id: '9f32c8d1-5a3f-4f0e-9c59-0a1b2c3d4e5f',
    startedAt: '2026-11-22T07:41:00.000Z',
    address: '10.77.20.143',
    ...recipe,
    see: (check) => (checkIds.includes(check.id) ? failed(check, 'connect', code) : seeGood(check)),
  });
}

/** As `runFailing`, with other words in place of one result. */
export function withResult(run: Run, id: string, change: Partial<CheckResult>): Run {
  return {
    ...run,
    checks: run.checks.map((result) => (result.id === id ? { ...result, ...change } : result)),
  };
}

/** The networks that the laptop stood in, as the main process fills them in. */
export function standing(run: Run, networks: readonly string[]): Run {
  return { ...run, place: { ...run.place, networks: [...networks] } };
}

export function requestFor(changes: Partial<RequestInput> & { readonly site?: Site }): FirewallRequest {
  const site = changes.site ?? romashka(2);
  return requestOf({
    site,
    basis: 'failures',
    runs: [],
    checks: everyFlow(site, CATALOGUE),
    stage: 'after-install',
    catalogue: REQUIREMENTS,
    networks: { workstation: ['10.77.10.0/24'], device: ['10.77.20.0/24'] },
    id: 'aaaaaaaa-0000-4000-8000-000000000001',
    number: 'ЗП-2026-11-22-01',
    requester: 'П. А. Орлов',
    company: '',
    createdAt: CREATED_AT,
    ...changes,
  });
}
