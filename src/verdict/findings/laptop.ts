/** This laptop is the cause: it has no network at all, or no route to one of the site's networks. */
import type { CheckResult } from '../../contract/check.ts';
import type { ReasonCode } from '../../contract/reasons.ts';
import { severityOf } from './by-reason.ts';
import { hostsShort } from './host-words.ts';
import { NETWORK_ORIGINS } from './places.ts';
import type { Cause, Rule } from './rule.ts';
import { groupBy, type Scene, startOf } from './scene.ts';

/** Said by this computer without a packet having left it, or come back. */
const NOTHING_LEFT: ReadonlySet<ReasonCode> = new Set<ReasonCode>([
  'no-route',
  'local-address-unavailable',
  'name-service-failed',
]);

/** Fewer checks than this may fail together by chance. */
const CHECKS_MIN = 2;

export const laptopRule: Rule = {
  codes: ['laptop-without-network', 'no-route-to-network'],
  find: (scene, open) => {
    const byPlace = groupBy(open, startOf);
    return [...byPlace.values()].flatMap((sick) => {
      const place = startOf(sick[0]);
      const all = scene.direct.filter((result) => startOf(result) === place && result.verdict !== 'skip');
      const local = sick.filter(({ reason }) => NOTHING_LEFT.has(reason.code));
      // A name server that is silent alone says nothing about the cable.
      const isCut = local.some(({ reason }) => reason.code !== 'name-service-failed');
      if (isCut && local.length >= CHECKS_MIN && local.length === all.length) return [withoutNetwork(local)];
      return withoutRoute(local, all, scene);
    });
  },
};

function withoutNetwork(local: readonly CheckResult[]): Cause {
  const place = local[0] === undefined ? 'server' : startOf(local[0]);
  const errno = [...new Set(local.flatMap(({ failure }) => failure?.code ?? []))].join(', ');
  return {
    code: 'laptop-without-network',
    severity: severityOf(local),
    params: { count: local.length, errno: errno === '' ? '?' : errno, origin: NETWORK_ORIGINS[place] },
    checks: local,
    takes: local,
  };
}

/** A network none of whose hosts can be sent a packet, while others can. */
function withoutRoute(
  local: readonly CheckResult[],
  all: readonly CheckResult[],
  scene: Scene,
): readonly Cause[] {
  const networkOf = ({ to }: CheckResult) => scene.networkOf(to.host);
  const lost = local.filter((result) => result.reason.code === 'no-route' && networkOf(result) !== null);
  const byNetwork = groupBy(lost, (result) => networkOf(result) ?? '');
  return [...byNetwork.entries()].flatMap(([network, results]) => {
    const reached = all.some((result) => networkOf(result) === network && result.reason.code !== 'no-route');
    if (reached) return [];
    return [
      {
        code: 'no-route-to-network' as const,
        severity: severityOf(results),
        params: {
          network,
          hosts: hostsShort(results),
          count: results.length,
          errno: results[0].failure?.code ?? 'ENETUNREACH',
        },
        checks: results,
        takes: results,
      },
    ];
  });
}
