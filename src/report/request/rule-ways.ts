/** The rows of a request as single ways, one address to another: what every kind of firewall rule is written from. */
import type { PortRange } from '../../contract/catalogue.ts';
import type { FirewallRequest, RequestEnd, RequestRow } from '../../contract/firewall-request.ts';
import { formatIpv4Network, parseIpv4Network } from '../../contract/ipv4.ts';

/** What the rules are written for. */
export interface RuleInput {
  readonly request: FirewallRequest;
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
  const parsed = parseIpv4Network(text);
  if (parsed !== null) {
    const everything = parsed.prefixLength === 0;
    return everything ? null : { end, address: formatIpv4Network(parsed), family: 'ipv4' };
  }
  const address = text.toLowerCase();
  const [host = '', length] = address.split('/');
  const isAddress = host.includes(':') && /^[0-9a-f:]+(?:\d{1,3}(?:\.\d{1,3}){3})?$/.test(host);
  const isLength =
    length === undefined || (/^\d{1,3}$/.test(length) && Number(length) >= 1 && Number(length) <= 128);
  return isAddress && isLength ? { end, address, family: 'ipv6' } : null;
}

/** «8080» or «30050-30199». */
export function rangeText({ from, to }: PortRange): string {
  return from === to ? String(from) : `${from}-${to}`;
}
