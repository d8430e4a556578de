/** The request to open ports: what a firewall has to let through, in as few rows as a person can type. */
import type { PortRange } from '../../contract/catalogue.ts';
import type { Check } from '../../contract/check.ts';
import {
  type FirewallRequest,
  REQUEST_FORMAT,
  REQUEST_VERSION,
  type RequestBasis,
  type RequestEnd,
  type RequestRow,
} from '../../contract/firewall-request.ts';
import type { Run } from '../../contract/run.ts';
import {
  isExternalKind,
  type Party,
  placeOf,
  type Stage,
  VIEWPOINTS,
  type Viewpoint,
} from '../../contract/words.ts';
import { groupBy } from '../group-by.ts';
import { type EndsContext, joinNeighbours, sourceEnds, stationEnds, targetEnd } from './ends.ts';
import { evidenceOf } from './evidence.ts';
import { mergePorts, type NetworkPart, neededParts, networkParts } from './network-parts.ts';

export interface RequestInput extends EndsContext {
  readonly basis: RequestBasis;
  /** The finished runs of the site that the failures are looked for in; for the table only to know the networks. */
  readonly runs: readonly Run[];
  /** Every flow of the site, from the plan: what the table asks for, and what failures may be of. */
  readonly checks: readonly Check[];
  readonly stage: Stage;
  readonly catalogue: Run['catalogue'];
  readonly id: string;
  readonly number: string;
  readonly requester: string;
  readonly company: string;
  /** ISO time. */
  readonly createdAt: string;
}

/** One flow of packets that has to be let through, before rows are made of it. */
interface Ask {
  readonly place: Viewpoint;
  readonly from: readonly RequestEnd[];
  readonly to: readonly RequestEnd[];
  readonly ports: readonly PortRange[];
  readonly sourcePort: number | null;
  readonly check: Check;
}

/** Never holds «any»: an end that nobody has named stays empty. A site without failures has a request without rows. */
export function requestOf(input: RequestInput): FirewallRequest {
  const { site, catalogue, runs, basis } = input;
  const asks = basis === 'table' ? tableAsks(input) : failureAsks(input);
  const order = new Map(catalogue.requirements.map(({ id }, index) => [id, index]));
  const rows = rowsOf(asks, order);
  return {
    format: REQUEST_FORMAT,
    version: REQUEST_VERSION,
    id: input.id,
    number: input.number,
    site: { id: site.id, name: site.name, customer: site.customer },
    catalogue: { id: catalogue.id, revision: catalogue.revision, updated: catalogue.updated },
    basis,
    stage: input.stage,
    requester: input.requester,
    company: input.company,
    createdAt: input.createdAt,
    runIds: basis === 'table' ? [] : runs.map(({ id }) => id),
    rows: [...rows],
  };
}

function tableAsks(input: RequestInput): readonly Ask[] {
  return input.checks
    .filter(({ inside }) => !inside)
    .flatMap((check) => neededParts(check).map((part) => askFor(part, check, input)));
}

function failureAsks(input: RequestInput): readonly Ask[] {
  const { direct, openElsewhere } = evidenceOf(input.runs);
  // An earlier run may have looked at an address that the profile no longer has.
  const current = new Set(input.checks.map(addressKey));
  return [...direct.values()]
    .filter(({ result }) => !result.inside && current.has(addressKey(result)))
    .flatMap(({ result }) =>
      networkParts(result, openElsewhere(result))
        .filter(({ state }) => state === 'blocked')
        .map((part) => askFor(part, result, input)),
    );
}

function addressKey({ id, to }: Check): string {
  return `${id} ${to.host}`;
}

function askFor({ part, ports }: NetworkPart, check: Check, context: EndsContext): Ask {
  const target = [targetEnd(check, context.site)];
  if (part === 'callback') {
    const to = stationEnds('device', context);
    return { place: 'server', from: target, to, ports, sourcePort: check.callbackFrom ?? null, check };
  }
  const place = placeOf(check.from) ?? 'server';
  return { place, from: sourceEnds(check, place, context), to: target, ports, sourcePort: null, check };
}

/** First the ports of one way become one row, then the targets that need the same ports. */
function rowsOf(asks: readonly Ask[], order: ReadonlyMap<string, number>): readonly RequestRow[] {
  const ways = [...groupBy(asks, (ask) => `${sideKey(ask)} ${endsKey(ask.to)}`).values()];
  const merged = ways.map((members) => ({
    members,
    ports: mergePorts(members.flatMap(({ ports }) => ports)),
  }));
  const same = [
    ...groupBy(merged, ({ members, ports }) => {
      const [first] = members;
      return `${first === undefined ? '' : sideKey(first)} ${portsKey(ports)}`;
    }).values(),
  ];
  const rows = same.flatMap((ways) => {
    const members = ways.flatMap((way) => way.members);
    const row = rowOf(members, ways[0]?.ports ?? [], order);
    return row === null ? [] : [row];
  });
  return rows
    .toSorted(
      (a, b) =>
        VIEWPOINTS.indexOf(a.from.place) - VIEWPOINTS.indexOf(b.from.place) ||
        (order.get(a.requirements[0] ?? '') ?? 0) - (order.get(b.requirements[0] ?? '') ?? 0),
    )
    .map((row, index) => ({ ...row, number: index + 1 }));
}

function rowOf(
  members: readonly Ask[],
  ports: readonly PortRange[],
  order: ReadonlyMap<string, number>,
): RequestRow | null {
  const [first] = members;
  if (first === undefined) return null;
  const requirements = [...new Set(members.map(({ check }) => check.requirement))];
  return {
    number: 1,
    from: { place: first.place, ends: [...first.from] },
    to: [...joinNeighbours(members.flatMap(({ to }) => to))],
    transport: first.check.transport,
    ports: [...ports],
    sourcePort: first.sourcePort,
    requirements: requirements.toSorted((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0)),
    checks: [...new Set(members.map(({ check }) => check.id))],
    permanent: isPermanent(first.check),
    state: 'open',
    confirmedBy: null,
    refusal: '',
  };
}

/** Once everything is installed, nobody fetches from the vendor any more (row 22). */
function isPermanent({ to }: Check): boolean {
  return to.role !== 'vendorDownload';
}

function sideKey({ place, from, check, sourcePort }: Ask): string {
  const { transport, to } = check;
  return [place, endsKey(from), transport, sourcePort ?? '*', isPermanent(check), kindOf(to.role)].join(' ');
}

/** Rows do not mix what different people look after. */
function kindOf(role: Party): string {
  if (role === 'device') return role;
  return isExternalKind(role) ? 'external' : 'server';
}

function endsKey(ends: readonly RequestEnd[]): string {
  return ends.map(({ address }) => address.toLowerCase()).join(',');
}

function portsKey(ports: readonly PortRange[]): string {
  return ports.map(({ from, to }) => `${from}-${to}`).join(',');
}
