/** Small valid documents for the tests of the main process. */
import { randomUUID } from 'node:crypto';
import { type Run, runSchema } from '../../../src/contract/run.ts';
import { type Site, siteSchema } from '../../../src/contract/site.ts';
import type { Visit } from '../../../src/contract/visit.ts';
import { makeVisit as makeBegunVisit } from '../../support/make-visit.ts';

export function makeSite(changes: Partial<Site> = {}): Site {
  return siteSchema.parse({
    format: 'printum-sitecheck/site',
    version: 1,
    id: randomUUID(),
    name: 'ООО «Ромашка», головной офис',
    scheme: 'single',
    servers: [{ id: 'app1', host: '127.0.0.1', roles: ['personalAccount', 'printManager'] }],
    ...changes,
  });
}

export function makeVisit(siteId: string, changes: Partial<Visit> = {}): Visit {
  return makeBegunVisit({ id: randomUUID(), siteId, ...changes });
}

const NO_COUNTS = { pass: 0, warn: 0, fail: 0, skip: 0, error: 0 };

export function makeRun(site: Site, changes: Partial<Run> = {}): Run {
  return runSchema.parse({
    format: 'printum-sitecheck/run',
    version: 1,
    id: randomUUID(),
    tool: { version: '0.1.0' },
    site: { id: site.id, name: site.name },
    profile: site,
    catalogue: { id: 'printum-r12', revision: '12', updated: '2026-06-04', requirements: [] },
    viewpoint: 'workstation',
    stage: 'after-install',
    place: { hostname: 'laptop', addresses: [], gateway: null, platform: 'linux', localAddress: null },
    startedAt: '2026-11-22T06:00:00.000Z',
    finishedAt: '2026-11-22T06:00:05.000Z',
    interrupted: false,
    checks: [],
    controls: [],
    findings: [],
    summary: { ...NO_COUNTS, pass: 1, indirect: NO_COUNTS },
    ...changes,
  });
}
