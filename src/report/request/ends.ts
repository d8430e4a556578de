/** Who stands at the two ends of a flow: networks that a person named or a run stood in, hosts of the profile. */
import type { Check } from '../../contract/check.ts';
import type { RequestEnd } from '../../contract/firewall-request.ts';
import {
  exactIpv4Networks,
  formatIpv4Network,
  inPrefix,
  parseIpv4,
  parseIpv4Network,
} from '../../contract/ipv4.ts';
import { formatIpv6Network, parseIpv6 } from '../../contract/ipv6.ts';
import type { Run } from '../../contract/run.ts';
import type { Site } from '../../contract/site.ts';
import { isComponent, type Viewpoint } from '../../contract/words.ts';
import { targetName } from '../check-text.ts';

/** Networks in CIDR notation as the person gave them; empty where nobody did. */
export interface NamedNetworks {
  readonly workstation: readonly string[];
  readonly device: readonly string[];
}

export interface EndsContext {
  readonly site: Site;
  readonly runs: readonly Run[];
  readonly networks: NamedNetworks;
}

/** Fewer neighbours than this keep their names: a person reads them. */
const SUBNET_MIN = 4;
/** A wider network is «any» by another name: 2000::/3 is the whole IPv6 Internet, 128.0.0.0/1 half of the other. */
const PREFIX_MIN = 8;
const NAME_MAX = 120;

/** The stations of a place: named networks, else those a run stood in, else the devices one by one. May be empty. */
export function stationEnds(place: 'workstation' | 'device', context: EndsContext): readonly RequestEnd[] {
  const named = unique(context.networks[place].flatMap((text) => networkText(text) ?? []));
  if (named.length > 0) return named.map(network);
  const stood = unique(context.runs.filter((run) => run.viewpoint === place).flatMap(standingNetworks));
  if (stood.length > 0) return stood.map(network);
  return place === 'device' ? joinNeighbours(context.site.devices.map(hostEnd)) : [];
}

/** The servers that begin a flow, without the one it leads to. */
export function serverEnds(check: Check, site: Site): readonly RequestEnd[] {
  const { from } = check;
  const begin = isComponent(from) ? site.servers.filter(({ roles }) => roles.includes(from)) : site.servers;
  const target = check.to.host.toLowerCase();
  const others = begin.filter(({ host }) => host.toLowerCase() !== target);
  return uniqueEnds(others.map(hostEnd));
}

/** The target under the name that the profile gives it. */
export function targetEnd(check: Check, site: Site): RequestEnd {
  const { host } = check.to;
  const name = targetName(check, site);
  return { address: host, name: name === host ? '' : name };
}

/** Neighbouring addresses as networks where a network holds exactly them; hosts known by name stay as they are. */
export function joinNeighbours(ends: readonly RequestEnd[]): readonly RequestEnd[] {
  const byAddress = new Map(
    uniqueEnds(ends).flatMap((end) => {
      const bits = parseIpv4(end.address);
      return bits === null ? [] : [[bits, end] as const];
    }),
  );
  const others = uniqueEnds(ends).filter(({ address }) => parseIpv4(address) === null);
  const joined = exactIpv4Networks([...byAddress.keys()]).flatMap((found): readonly RequestEnd[] => {
    const size = 2 ** (32 - found.prefixLength);
    const members = Array.from({ length: size }, (_, offset) => byAddress.get(found.bits + offset)).filter(
      (end) => end !== undefined,
    );
    if (size < SUBNET_MIN) return members;
    return [{ address: formatIpv4Network(found), name: jointName(members) }];
  });
  return [...joined, ...others];
}

/** The network of the run's own address, else of its gateway; none where several could be meant. */
export function standingNetworks({ place, checks }: Run): readonly string[] {
  const networks = (place.networks ?? []).filter((text) => parseIpv4Network(text) !== null);
  const used = checks.flatMap(({ proof, facts }) =>
    proof === 'direct' && typeof facts.localAddress === 'string' ? [facts.localAddress] : [],
  );
  const own = place.localAddress === null ? unique(used) : [place.localAddress];
  const sure = own.length === 0 && place.gateway !== null ? [place.gateway] : own;
  const holding = networks.filter((text) => sure.some((address) => holds(text, address)));
  const candidates = holding.length > 0 ? holding : networks;
  const normal = unique(candidates.flatMap((text) => networkText(text) ?? []));
  return holding.length > 0 || normal.length === 1 ? normal : [];
}

/** A network as a rule can hold it, host bits zero; null for what is none, and for a large part of the Internet. */
export function networkText(text: string): string | null {
  const parsed = parseIpv4Network(text);
  if (parsed !== null) {
    return parsed.bits === 0 || parsed.prefixLength < PREFIX_MIN ? null : formatIpv4Network(parsed);
  }
  const [host = '', length, ...more] = text.trim().toLowerCase().split('/');
  // A zone names a card of one computer: no other one knows it.
  const groups = host.includes('%') ? null : parseIpv6(host);
  const prefixLength = length === undefined ? 128 : /^\d{1,3}$/.test(length) ? Number(length) : 0;
  const possible = more.length === 0 && prefixLength >= PREFIX_MIN && prefixLength <= 128;
  if (groups === null || !possible || groups.every((group) => group === 0)) return null;
  return prefixLength === 128 ? host : formatIpv6Network(groups, prefixLength);
}

/** Whether the end is this host, or a network that the host's address stands in. */
export function endHolds({ address }: RequestEnd, host: string): boolean {
  return address.toLowerCase() === host.toLowerCase() || holds(address, host);
}

function holds(text: string, address: string): boolean {
  const parsed = parseIpv4Network(text);
  return (
    parsed !== null &&
    inPrefix(address, formatIpv4Network({ ...parsed, prefixLength: 32 }), parsed.prefixLength)
  );
}

function jointName(members: readonly RequestEnd[]): string {
  const names = members.map(({ name }) => name).filter((name) => name !== '');
  const all = names.join('; ');
  return all.length <= NAME_MAX ? all : `${names[0]?.slice(0, 50)} … ${names.at(-1)?.slice(0, 50)}`;
}

function hostEnd({ host, name }: { readonly host: string; readonly name: string }): RequestEnd {
  return { address: host, name: name.trim() };
}

function network(address: string): RequestEnd {
  return { address, name: '' };
}

function unique(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)];
}

function uniqueEnds(ends: readonly RequestEnd[]): readonly RequestEnd[] {
  return [...new Map(ends.map((end) => [end.address.toLowerCase(), end])).values()];
}

/** Where the flow of a check begins. */
export function sourceEnds(check: Check, place: Viewpoint, context: EndsContext): readonly RequestEnd[] {
  return place === 'server' ? serverEnds(check, context.site) : stationEnds(place, context);
}
