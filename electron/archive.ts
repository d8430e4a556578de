/** Where what belongs to a site is kept: the demo's in memory, all others on disk. */
import { type DemoHost, isDemo } from './demo-host.ts';
import type { RequestStore } from './store/request-store.ts';
import type { RunStore } from './store/run-store.ts';
import type { VisitStore } from './store/visit-store.ts';

interface WithDemo {
  readonly demo: DemoHost;
}

export function runsOf(siteId: string, { runs, demo }: WithDemo & { readonly runs: RunStore }): RunStore {
  return isDemo(siteId) ? demo.runs : runs;
}

export function visitsOf(
  siteId: string,
  { visits, demo }: WithDemo & { readonly visits: VisitStore },
): VisitStore {
  return isDemo(siteId) ? demo.visits : visits;
}

export function requestsOf(
  siteId: string,
  { requests, demo }: WithDemo & { readonly requests: RequestStore },
): RequestStore {
  return isDemo(siteId) ? demo.requests : requests;
}
