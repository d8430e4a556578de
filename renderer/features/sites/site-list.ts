/** Which sites the list shows, and in which order. */
import type { SiteSummary } from '../../../src/contract/bridge.ts';
import type { Site } from '../../../src/contract/site.ts';
import { type SiteState, siteState } from './readiness.ts';

export const SITE_FILTERS = ['all', 'not-ready', 'remarks', 'ready', 'no-data'] as const;
export type SiteFilter = (typeof SITE_FILTERS)[number];

export interface SiteRow {
  readonly site: Site;
  readonly demo: boolean;
  readonly state: SiteState;
}

/** Newest visit first, sites never visited after them by name. */
export function siteRows(sites: readonly SiteSummary[]): readonly SiteRow[] {
  return sites
    .map(({ site, demo, runs }) => ({ site, demo, state: siteState(runs) }))
    .sort((a, b) => {
      const order = (b.state.last?.finishedAt ?? '').localeCompare(a.state.last?.finishedAt ?? '');
      return order === 0 ? a.site.name.localeCompare(b.site.name) : order;
    });
}

export function inFilter(row: SiteRow, filter: SiteFilter): boolean {
  if (filter === 'all') return true;
  if (filter === 'no-data') return ['not-enough-data', 'not-checked'].includes(row.state.readiness);
  return row.state.readiness === filter;
}

/** Every word of the query must be in the name, customer, address, or a host of the site. */
export function matchesSite(site: Site, query: string): boolean {
  const words = fold(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return true;
  const hosts = [...site.servers, ...site.external, ...site.devices].map((node) => node.host);
  const text = fold([site.name, site.customer, site.address, ...hosts].join('\n'));
  return words.every((word) => text.includes(word));
}

/** Case and «ё» do not matter to a search. */
function fold(text: string): string {
  return text.toLowerCase().replaceAll('ё', 'е');
}
