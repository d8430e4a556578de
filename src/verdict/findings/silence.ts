/** Which hosts answered nothing at all from a place, and what silence is worth. */
import type { CheckResult } from '../../contract/check.ts';
import type { Viewpoint } from '../../contract/words.ts';
import { ownNetworks } from './places.ts';
import { groupBy, hostKey, isAlive, type Scene, startOf, wayKey } from './scene.ts';

/** A dead neighbour is given up after three seconds (RFC 4861, 7.2.2; Linux does the same for ARP). */
const NEIGHBOUR_GIVEN_UP_MS = 2500;

/** Somebody on the way, or the host's own firewall, sent a prohibition; not the lasting silence of a dead host. */
export function isRejection(result: CheckResult, scene: Scene): boolean {
  if (result.reason.code !== 'rejected-by-network') return false;
  if (result.failure?.code === 'EACCES' || answersFrom(result, scene)) return true;
  const network = scene.networkOf(result.to.host);
  const isNeighbour = network !== null && ownNetworks(scene, startOf(result)).has(network);
  return !isNeighbour && result.attempts <= 1 && result.durationMs < NEIGHBOUR_GIVEN_UP_MS;
}

/** Nothing came back over TCP. */
export function isSilence(result: CheckResult, scene: Scene): boolean {
  if (result.transport !== 'tcp') return false;
  if (result.reason.code === 'no-answer') return true;
  return result.reason.code === 'rejected-by-network' && !isRejection(result, scene);
}

/** True where the host of this check has shown life to the same place, in this check or another. */
export function answersFrom(result: CheckResult, scene: Scene): boolean {
  return scene.livingWays.has(wayKey(startOf(result), result.to.host));
}

/** True where the host has shown life to anybody. */
export function answersSomewhere(host: string, scene: Scene): boolean {
  return (scene.byHost.get(hostKey(host)) ?? []).some(isAlive);
}

export interface SilentHost {
  readonly host: string;
  readonly network: string | null;
  readonly place: Viewpoint;
  /** Everything that was asked of it from the place without an answer, UDP too. */
  readonly results: readonly [CheckResult, ...CheckResult[]];
}

/** Hosts that were asked over TCP from a place and answered nothing there; `open` are the checks still unexplained. */
export function silentHosts(scene: Scene, open: readonly CheckResult[]): readonly SilentHost[] {
  const asked = open.filter(
    (result) =>
      result.to.role !== 'vendorDownload' && (isSilence(result, scene) || isSilentUdp(result, scene)),
  );
  const byHost = groupBy(asked, (result) => wayKey(startOf(result), result.to.host));
  return [...byHost.values()].flatMap((results) => {
    const [first] = results;
    if (answersFrom(first, scene) || !results.some((result) => isSilence(result, scene))) return [];
    if (hasOtherTrouble(first, results.length, scene)) return [];
    const { host } = first.to;
    return [{ host, network: scene.networkOf(host), place: startOf(first), results }];
  });
}

/** A rejection or a missing route is told apart from silence. */
function hasOtherTrouble(first: CheckResult, silent: number, scene: Scene): boolean {
  const place = startOf(first);
  const judged = (scene.byHost.get(hostKey(first.to.host)) ?? []).filter(
    (result) => result.proof === 'direct' && startOf(result) === place && result.portState !== null,
  );
  return judged.length > silent;
}

function isSilentUdp(result: CheckResult, scene: Scene): boolean {
  if (result.transport !== 'udp') return false;
  const isGivenUp = result.reason.code === 'rejected-by-network' && !isRejection(result, scene);
  return isGivenUp || result.portState === 'open|filtered';
}
