/** Coverage of the made-up customer, for tests of what the window shows of it. */
import type { Coverage } from '../../../src/contract/coverage.ts';
import type { Run } from '../../../src/contract/run.ts';
import type { Site } from '../../../src/contract/site.ts';
import type { Visit } from '../../../src/contract/visit.ts';
import type { Waiver } from '../../../src/contract/waivers.ts';
import { applicableRequirements, everyFlow } from '../../../src/plan/plan.ts';
import { coverageOf } from '../../../src/verdict/coverage.ts';
import { CATALOGUE } from '../../support/make-run.ts';

export function coverageFor(site: Site, runs: readonly Run[], waivers: readonly Waiver[] = []): Coverage {
  return coverageOf({
    checks: everyFlow(site, CATALOGUE),
    requirements: applicableRequirements(site, CATALOGUE),
    runs,
    waivers,
    day: '2026-11-22',
  });
}

export function makeWaiver(changes: Partial<Waiver>): Waiver {
  return {
    id: '0b7c2f4e-0000-4000-8000-0000000000b1',
    requirement: null,
    from: null,
    targetId: null,
    reason: 'в ремонте',
    by: 'П. Орлов',
    at: '2026-11-22T08:00:00.000Z',
    until: null,
    ...changes,
  };
}

export function makeVisit(site: Site, changes: Partial<Visit> = {}): Visit {
  const signature = { name: '', position: '', at: null, onPaper: false };
  return {
    format: 'printum-sitecheck/visit',
    version: 1,
    id: '0b7c2f4e-0000-4000-8000-0000000000aa',
    siteId: site.id,
    startedAt: '2026-11-22T07:00:00.000Z',
    updatedAt: '2026-11-22T09:00:00.000Z',
    closedAt: null,
    stage: 'after-install',
    step: 'left',
    viewpoint: 'device',
    indirect: true,
    localAddress: null,
    prepared: [],
    runIds: [],
    placeReasons: [],
    waivers: [],
    notes: [],
    manual: [],
    signatures: { engineer: signature, customer: signature },
    ...changes,
  };
}
