/** Which sites the list shows, and in which order. */
import type { SiteSummary } from '../../../src/contract/bridge.ts';
import type { Readiness } from '../../../src/contract/labels.ts';
import type { Site } from '../../../src/contract/site.ts';
import { type SiteState, siteState } from './site-state.ts';

export const SITE_FILTERS = ['all', 'not-ready', 'remarks', 'ready', 'no-data'] as const;
export type SiteFilter = (typeof SITE_FILTERS)[number];

export const SORT_COLUMNS = ['name', 'readiness', 'last', 'faults'] as const;
export type SortColumn = (typeof SORT_COLUMNS)[number];
export interface SiteOrder {
  readonly column: SortColumn;
  readonly descending: boolean;
}

export interface SiteRow {
  readonly site: Site;
  readonly demo: boolean;
  readonly readiness: Readiness;
  readonly state: SiteState;
  /** When the newest visit began, or the newest run where no visit was kept; null before the first. */
  readonly lastAt: string | null;
  /** The newest visit is not signed yet: it can be gone on with. */
  readonly visitOpen: boolean;
}

/** How each column is sorted when it is first chosen: what asks for attention on top. */
const FIRST_ORDER: Readonly<Record<SortColumn, boolean>> = {
  name: false,
  readiness: false,
  last: true,
  faults: true,
};
export const NEWEST_FIRST: SiteOrder = { column: 'last', descending: true };
/** The farther from ready, the earlier. */
const READINESS_RANKS: Readonly<Record<Readiness, number>> = {
  'not-ready': 0,
  'not-enough-data': 1,
  'not-checked': 2,
  remarks: 3,
  ready: 4,
};
const BY_NAME = new Intl.Collator('ru', { numeric: true });

export function siteRows(sites: readonly SiteSummary[]): readonly SiteRow[] {
  return sites.map(({ site, demo, runs, readiness, lastVisit }) => {
    const state = siteState(runs);
    return {
      site,
      demo,
      readiness,
      state,
      lastAt: lastVisit?.startedAt ?? state.last?.finishedAt ?? null,
      visitOpen: lastVisit !== null && lastVisit.closedAt === null,
    };
  });
}

/** The site with the running checks is on top; sites never visited come after all others when sorted by visit. */
export function sortRows(
  rows: readonly SiteRow[],
  { column, descending }: SiteOrder,
  runningSiteId: string | null,
): readonly SiteRow[] {
  return [...rows].sort((one, other) => {
    const running = Number(other.site.id === runningSiteId) - Number(one.site.id === runningSiteId);
    if (running !== 0) return running;
    const unvisited = Number(one.lastAt === null) - Number(other.lastAt === null);
    if (column === 'last' && unvisited !== 0) return unvisited;
    const order = compare(one, other, column);
    if (order !== 0) return descending ? -order : order;
    return BY_NAME.compare(one.site.name, other.site.name);
  });
}

/** The order after a press on a column's head: the same column turns round. */
export function pressColumn(order: SiteOrder, column: SortColumn): SiteOrder {
  return column === order.column
    ? { column, descending: !order.descending }
    : { column, descending: FIRST_ORDER[column] };
}

function compare(one: SiteRow, other: SiteRow, column: SortColumn): number {
  switch (column) {
    case 'name':
      return BY_NAME.compare(one.site.name, other.site.name);
    case 'readiness':
      return READINESS_RANKS[one.readiness] - READINESS_RANKS[other.readiness];
    case 'last':
      return (one.lastAt ?? '').localeCompare(other.lastAt ?? '');
    case 'faults':
      return one.state.fail - other.state.fail;
  }
}

export function inFilter(row: SiteRow, filter: SiteFilter): boolean {
  if (filter === 'all') return true;
  if (filter === 'no-data') return ['not-enough-data', 'not-checked'].includes(row.readiness);
  return row.readiness === filter;
}

/** Every word of the query must be in the name, customer, address, or a host of the site. */
export function matchesSite(site: Site, query: string): boolean {
  const words = fold(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return true;
  const text = searchText(site);
  return words.every((word) => text.includes(word));
}

/** Made once for a site: a thousand of them are searched at every letter. */
const searchTexts = new WeakMap<Site, string>();

function searchText(site: Site): string {
  const known = searchTexts.get(site);
  if (known !== undefined) return known;
  const hosts = [...site.servers, ...site.external, ...site.devices].map((node) => node.host);
  const text = fold([site.name, site.customer, site.address, ...hosts].join('\n'));
  searchTexts.set(site, text);
  return text;
}

/** Case and «ё» do not matter to a search. */
function fold(text: string): string {
  return text.toLowerCase().replaceAll('ё', 'е');
}
