/** The rows of a request as single ways, one address to another: what every kind of firewall rule is written from. */
import type { PortRange, Requirement } from '../../contract/catalogue.ts';
import type { FirewallRequest, RequestEnd, RequestRow } from '../../contract/firewall-request.ts';
import type { Language } from '../../contract/words.ts';
import { networkText } from './ends.ts';

/** What the rules are written for. */
export interface RuleInput {
  readonly request: FirewallRequest;
  /** Those of the catalogue, for the words beside a rule. */
  readonly requirements: readonly Requirement[];
  readonly language: Language;
  /** Addresses that the runs resolved the names of the profile to, by name. */
  readonly addresses: ReadonlyMap<string, string>;
}

export type Family = 'ipv4' | 'ipv6';

export interface RuleEnd {
  readonly end: RequestEnd;
  /** An address, or a network in CIDR notation. */
  readonly address: string;
  readonly family: Family;
}

export interface RuleRow {
  readonly row: RequestRow;
  /** Both sides of each family that both sides have. */
  readonly ways: readonly {
    readonly family: Family;
    readonly from: readonly RuleEnd[];
    readonly to: readonly RuleEnd[];
  }[];
  readonly problems: readonly RuleProblem[];
}

/** Why a rule is left out: the page and the files say it in their own words. */
export type RuleProblem =
  | { readonly kind: 'source-unknown' }
  | { readonly kind: 'target-unknown' }
  | { readonly kind: 'name-unresolved'; readonly host: string }
  | { readonly kind: 'families-differ' };

/** Rows still wanted, with the addresses that rules can be written for and what is in the way of the others. */
export function ruleRows({ request, addresses }: RuleInput): readonly RuleRow[] {
  return request.rows.filter(({ state }) => state !== 'refused').map((row) => ruleRow(row, addresses));
}

function ruleRow(row: RequestRow, addresses: ReadonlyMap<string, string>): RuleRow {
  const problems: RuleProblem[] = [];
  if (row.from.ends.length === 0) problems.push({ kind: 'source-unknown' });
  if (row.to.length === 0) problems.push({ kind: 'target-unknown' });
  const sides = { from: known(row.from.ends, addresses, problems), to: known(row.to, addresses, problems) };
  const ways = (['ipv4', 'ipv6'] as const).flatMap((family) => {
    const from = sides.from.filter((end) => end.family === family);
    const to = sides.to.filter((end) => end.family === family);
    return from.length === 0 || to.length === 0 ? [] : [{ family, from, to }];
  });
  const lonely = [...sides.from, ...sides.to].some(
    (end) => !ways.some(({ family }) => family === end.family),
  );
  if (lonely && problems.length === 0) problems.push({ kind: 'families-differ' });
  return { row, ways, problems };
}

function known(
  ends: readonly RequestEnd[],
  addresses: ReadonlyMap<string, string>,
  problems: RuleProblem[],
): readonly RuleEnd[] {
  return ends.flatMap((end) => {
    const found = ruleEnd(end, end.address) ?? ruleEnd(end, addresses.get(end.address) ?? '');
    if (found === null) problems.push({ kind: 'name-unresolved', host: end.address });
    return found === null ? [] : [found];
  });
}

/** Null where the text is no address: nothing of another shape ever comes into a rule. */
function ruleEnd(end: RequestEnd, text: string): RuleEnd | null {
  const address = networkText(text);
  if (address === null) return null;
  return { end, address, family: address.includes(':') ? 'ipv6' : 'ipv4' };
}

/** «8080» or «30050-30199». */
export function rangeText({ from, to }: PortRange): string {
  return from === to ? String(from) : `${from}-${to}`;
}

/** «30050–30199», as people read it. */
export function shownRange(range: PortRange): string {
  return rangeText(range).replace('-', '–');
}
