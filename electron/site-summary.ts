/** What the list of sites shows of a site: its standing runs, its newest visit, and its readiness. */
import { createHash } from 'node:crypto';
import type { RunSummary, SiteSummary } from '../src/contract/bridge.ts';
import { calendarDay } from '../src/contract/calendar-day.ts';
import type { Catalogue } from '../src/contract/catalogue.ts';
import { evidenceRuns } from '../src/contract/evidence-choice.ts';
import type { Readiness } from '../src/contract/labels.ts';
import type { Run } from '../src/contract/run.ts';
import type { Site } from '../src/contract/site.ts';
import { standingRuns } from '../src/contract/standing-runs.ts';
import type { Visit } from '../src/contract/visit.ts';
import { applicableRequirements, everyFlow } from '../src/plan/plan.ts';
import { coverageOf } from '../src/verdict/coverage.ts';
import { runsOf, visitsOf } from './archive.ts';
import { type DemoHost, isDemo } from './demo-host.ts';
import type { ReadinessCache } from './store/readiness-cache.ts';
import type { RunStore } from './store/run-store.ts';
import type { VisitStore } from './store/visit-store.ts';

export interface SummaryOptions {
  readonly runs: RunStore;
  readonly visits: VisitStore;
  readonly demo: DemoHost;
  readonly catalogues: () => readonly Catalogue[];
  readonly readiness: ReadinessCache;
  readonly toolVersion: string;
  readonly now: () => Date;
}

export async function summaryOf(site: Site, options: SummaryOptions): Promise<SiteSummary> {
  const summaries = await runsOf(site.id, options).list(site.id);
  const [visit = null] = await visitsOf(site.id, options).list(site.id);
  const wanted = visit === null ? standingRuns(summaries) : chosenBy(visit, summaries);
  return {
    site,
    demo: isDemo(site.id),
    runs: standingRuns(summaries),
    lastVisit: visit === null ? null : lastVisit(visit),
    readiness: await readinessOf(site, wanted, visit, options),
  };
}

/** The same runs as the result of the visit is made of. */
function chosenBy(visit: Visit, summaries: readonly RunSummary[]): readonly RunSummary[] {
  const ids = new Set(evidenceRuns(visit, summaries).runIds);
  return summaries.filter(({ id }) => ids.has(id));
}

function lastVisit({ id, startedAt, updatedAt, closedAt, step }: Visit): SiteSummary['lastVisit'] {
  return { id, startedAt, updatedAt, closedAt, step };
}

/** As on paper: with the waivers of the visit, and of a signed one as on the day it was signed. */
async function readinessOf(
  site: Site,
  wanted: readonly RunSummary[],
  visit: Visit | null,
  options: SummaryOptions,
): Promise<Readiness> {
  if (wanted.length === 0) return 'not-checked';
  const waivers = visit?.waivers ?? [];
  const day = calendarDay(visit?.closedAt ?? options.now());
  const catalogue = options.catalogues().find(({ id }) => id === site.catalogue) ?? null;
  const dated = waivers.some(({ until }) => until !== null);
  const key = digestOf([
    options.toolVersion,
    site,
    catalogue?.revision ?? null,
    wanted.map(({ id }) => id),
    waivers,
    dated ? day : null,
  ]);
  return options.readiness.get(site.id, key, async () => {
    const runs: Run[] = [];
    for (const { id } of wanted) {
      const run = await runsOf(site.id, options).find(site.id, id);
      if (run !== null) runs.push(run);
    }
    const [newest] = runs.toSorted((one, other) => other.startedAt.localeCompare(one.startedAt));
    if (newest === undefined) return 'not-checked';
    const { checks, requirements } =
      catalogue === null
        ? { checks: newest.checks, requirements: newest.catalogue.requirements }
        : { checks: everyFlow(site, catalogue), requirements: applicableRequirements(site, catalogue) };
    return coverageOf({ checks, requirements, runs, waivers, day }).readiness;
  });
}

function digestOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}
