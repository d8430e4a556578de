/** The evidence, sorted once for all rules: by host, by place, and what is alive. */
import type { CheckResult } from '../../contract/check.ts';
import { placeOf, type Viewpoint } from '../../contract/words.ts';
import type { Evidence, Origin } from './evidence.ts';
import { networkOf } from './network.ts';

export interface Scene extends Evidence {
  /** What was probed where its flow starts. */
  readonly direct: readonly CheckResult[];
  /** Every probed result of a host, direct and indirect, by `hostKey`. */
  readonly byHost: ReadonlyMap<string, readonly CheckResult[]>;
  /** Ways (see `wayKey`) on which the host has shown life to the place. */
  readonly livingWays: ReadonlySet<string>;
  /** The network of an address, in CIDR notation; null for a name. */
  readonly networkOf: (host: string) => string | null;
  /** The newest stay at a viewpoint. */
  readonly originOf: (viewpoint: Viewpoint) => Origin | null;
}

export function sceneOf(evidence: Evidence): Scene {
  const { results, origins } = evidence;
  const viewpoints = new Set(origins.map(({ viewpoint }) => viewpoint));
  const [onlyPlace = null] = viewpoints.size === 1 ? viewpoints : [];
  const known = origins.flatMap(({ place }) => place?.networks ?? []);
  const networks = new Map<string, string | null>();
  return {
    ...evidence,
    direct: results.filter(({ proof }) => proof === 'direct'),
    livingWays: new Set(
      results.flatMap((result) => {
        // What was seen indirectly was seen from the one place there was; of several places nobody knows which.
        const place = result.proof === 'indirect' ? onlyPlace : startOf(result);
        return isAlive(result) && place !== null ? [wayKey(place, result.to.host)] : [];
      }),
    ),
    byHost: groupBy(
      results.filter(({ proof }) => proof !== 'none'),
      ({ to }) => hostKey(to.host),
    ),
    networkOf: (host) => {
      const found = networks.get(host);
      if (found !== undefined) return found;
      const network = networkOf(host, known);
      networks.set(host, network);
      return network;
    },
    originOf: (viewpoint) => origins.findLast((origin) => origin.viewpoint === viewpoint) ?? null,
  };
}

/** From a place to a host. */
export function wayKey(place: Viewpoint, host: string): string {
  return `${place} ${hostKey(host)}`;
}

/** Names of hosts differ in case only by accident. */
export function hostKey(host: string): string {
  return host.toLowerCase();
}

/** The place that proves a check: where its packets started, if its proof is direct. */
export function startOf({ from }: Pick<CheckResult, 'from'>): Viewpoint {
  return placeOf(from) ?? 'server';
}

/** Direct results that are no pass and were probed. */
export function isSick({ proof, verdict }: Pick<CheckResult, 'proof' | 'verdict'>): boolean {
  return proof === 'direct' && verdict !== 'pass' && verdict !== 'skip';
}

/** True where anything at all came back from the host itself: an open port, a refusal, or a reply over UDP. */
export function isAlive({ portState }: Pick<CheckResult, 'portState'>): boolean {
  return portState === 'open' || portState === 'closed';
}

/** In the order in which the keys first appear. */
export function groupBy<T>(
  values: readonly T[],
  keyOf: (value: T) => string,
): ReadonlyMap<string, readonly [T, ...T[]]> {
  const groups = new Map<string, [T, ...T[]]>();
  for (const value of values) {
    const key = keyOf(value);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [value]);
    else group.push(value);
  }
  return groups;
}
