/** What a result says of the network alone: which ports of a check a firewall holds back, and which it lets through. */
import type { PortRange } from '../../contract/catalogue.ts';
import type { Check, CheckResult } from '../../contract/check.ts';
import { factsOf } from '../../contract/facts.ts';
import type { ReasonCode } from '../../contract/reasons.ts';

/** `port`: the check's own. `range`: data connections to the server. `callback`: from the server to the device. */
export type PartName = 'port' | 'range' | 'callback';

export interface NetworkPart {
  readonly part: PartName;
  /** Of `range` only the ports that are held back, where that is known. */
  readonly ports: readonly PortRange[];
  /** `unknown`: what was seen may be the service's doing, the tool's, or nobody's. */
  readonly state: 'blocked' | 'free' | 'unknown';
}

/** Where a client may listen for the connection back (RFC 959, 3.2): any port that is not a well-known one. */
const CALLBACK_PORTS: PortRange = { from: 1024, to: 65_535 };

const DATA_BLOCKED: ReadonlySet<ReasonCode> = new Set<ReasonCode>(['ftp-data-blocked', 'ftp-data-refused']);
const CALLBACK_BLOCKED: ReadonlySet<ReasonCode> = new Set<ReasonCode>([
  'ftp-callback-blocked',
  'ftp-callback-failed',
]);
/** Something answers in place of the host, so an open port proves nothing. */
const DOUBTFUL: ReadonlySet<ReasonCode> = new Set<ReasonCode>([
  'decoy-open',
  'decoy-unknown',
  'ftp-range-all-open',
  'snmp-reply-from-elsewhere',
]);

/** What a proxy keeps from passing: a way past it is not what the site goes by. */
const BEHIND_PROXY = /^proxy-/;

/** Everything the check needs of the network, whatever was seen. */
export function neededParts(check: Check): readonly NetworkPart[] {
  return partNames(check).map((part) => ({ part, ports: wholePart(check, part), state: 'blocked' }));
}

/** A refusal is a firewall's only where `openElsewhere`: somebody else was answered on the same port of the host. */
export function networkParts(result: CheckResult, openElsewhere: boolean): readonly NetworkPart[] {
  if (result.verdict === 'pass') return neededParts(result).map((part) => ({ ...part, state: 'free' }));
  const port = portState(result, openElsewhere);
  return partNames(result).map((part) => {
    const whole = wholePart(result, part);
    if (part === 'port') return { part, ports: whole, state: port };
    const seen = part === 'range' ? rangeSeen(result) : callbackSeen(result);
    if (seen !== null) return { part, ports: whole, ...seen };
    // Nobody could look further than a port that is held back: the requirement needs the rest as well.
    return { part, ports: whole, state: port === 'blocked' ? 'blocked' : 'unknown' };
  });
}

function partNames(check: Check): readonly PartName[] {
  return [
    'port',
    ...(check.dataPorts === undefined ? [] : (['range'] as const)),
    ...(check.callbackFrom === undefined ? [] : (['callback'] as const)),
  ];
}

function wholePart(check: Check, part: PartName): readonly PortRange[] {
  if (part === 'callback') return [CALLBACK_PORTS];
  if (part === 'range' && check.dataPorts !== undefined) return [check.dataPorts];
  return [{ from: check.port, to: check.port }];
}

function portState(result: CheckResult, openElsewhere: boolean): NetworkPart['state'] {
  const { verdict, serviceState, reason } = result;
  if (verdict === 'error' || DOUBTFUL.has(reason.code) || BEHIND_PROXY.test(reason.code)) return 'unknown';
  switch (result.portState) {
    case 'filtered':
    case 'unreachable':
    case 'open|filtered':
      return 'blocked';
    case 'closed':
      return openElsewhere ? 'blocked' : 'unknown';
    case 'open':
      return serviceState === 'silent' || serviceState === 'not-checked' ? 'unknown' : 'free';
    default:
      return 'unknown';
  }
}

function rangeSeen(result: CheckResult): Pick<NetworkPart, 'state'> | Omit<NetworkPart, 'part'> | null {
  const facts = factsOf(result, 'ftp-passive');
  if (facts === null || facts.ports.length === 0) return null;
  if (result.verdict === 'error' || DOUBTFUL.has(result.reason.code)) return { state: 'unknown' };
  const held = facts.ports.filter(({ state }) => state === 'filtered' || state === 'unreachable');
  if (held.length > 0) {
    return { state: 'blocked', ports: mergePorts(held.map(({ port }) => ({ from: port, to: port }))) };
  }
  return { state: DATA_BLOCKED.has(result.reason.code) ? 'blocked' : 'free' };
}

function callbackSeen(result: CheckResult): Pick<NetworkPart, 'state'> | null {
  if (CALLBACK_BLOCKED.has(result.reason.code)) return { state: 'blocked' };
  const facts = factsOf(result, 'ftp-active');
  if (facts === null) return null;
  const connection = facts.modes[0]?.connection ?? null;
  return { state: connection?.port === facts.callbackFrom ? 'free' : 'unknown' };
}

/** Ascending, with what overlaps or adjoins made one. */
export function mergePorts(ranges: readonly PortRange[]): readonly PortRange[] {
  const merged: PortRange[] = [];
  for (const range of ranges.toSorted((a, b) => a.from - b.from || a.to - b.to)) {
    const last = merged.at(-1);
    if (last !== undefined && range.from <= last.to + 1) {
      merged[merged.length - 1] = { from: last.from, to: Math.max(last.to, range.to) };
    } else merged.push(range);
  }
  return merged;
}
