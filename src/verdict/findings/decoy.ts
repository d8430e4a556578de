/** A port that must not be open is: something on the way accepts every connection in place of the host. */
import type { CheckResult } from '../../contract/check.ts';
import type { ReasonCode } from '../../contract/reasons.ts';
import type { Viewpoint } from '../../contract/words.ts';
import { severityOf } from './by-reason.ts';
import { hostsShort, portList } from './host-words.ts';
import { NETWORK_ORIGINS, sourceText } from './places.ts';
import type { Cause, Rule } from './rule.ts';
import { groupBy, hostKey, type Scene, startOf } from './scene.ts';

/** What an accepted connection with nobody behind it looks like. */
const NOBODY_BEHIND: ReadonlySet<ReasonCode> = new Set<ReasonCode>([
  'decoy-open',
  'silent-service',
  'hung-up',
  'tls-failed',
  'reply-too-slow',
  'ftp-range-all-open',
]);

export const decoyRule: Rule = {
  codes: ['everything-open', 'host-everything-open'],
  find: (scene, open) => {
    const suspects = open.filter(({ reason }) => NOBODY_BEHIND.has(reason.code));
    const byPlace = groupBy(suspects, startOf);
    return [...byPlace.values()].flatMap((results) => causesAtPlace(results, scene));
  },
};

function causesAtPlace(suspects: readonly [CheckResult, ...CheckResult[]], scene: Scene): readonly Cause[] {
  const place = startOf(suspects[0]);
  const { deceived, honest } = decoysOf(scene, place);
  for (const { reason, to } of suspects) if (reason.code === 'decoy-open') deceived.add(hostKey(to.host));
  const taken = suspects.filter(({ to }) => deceived.has(hostKey(to.host)));
  const hosts = new Set(taken.map(({ to }) => hostKey(to.host)));
  if (hosts.size === 0) return [];
  if (deceived.size > 1 && [...honest].every((host) => deceived.has(host))) {
    return [causeOf('everything-open', taken, scene, place)];
  }
  const byHost = groupBy(taken, ({ to }) => hostKey(to.host));
  return [...byHost.values()].map((results) => causeOf('host-everything-open', results, scene, place));
}

function causeOf(
  code: 'everything-open' | 'host-everything-open',
  results: readonly CheckResult[],
  scene: Scene,
  place: Viewpoint,
): Cause {
  return {
    code,
    severity: severityOf(results),
    params: {
      origin: NETWORK_ORIGINS[place],
      source: sourceText(scene, place),
      hosts: hostsShort(results),
      ports: portList(results),
    },
    checks: results,
    takes: results,
  };
}

/** Hosts whose decoy opened, and hosts whose decoy did not. */
function decoysOf(scene: Scene, place: Viewpoint) {
  const controls = scene.originOf(place)?.controls ?? [];
  const hostsWith = (wanted: 'pass' | 'fail') =>
    new Set(controls.filter(({ outcome }) => outcome === wanted).map(({ target }) => hostKey(target)));
  return { deceived: hostsWith('fail'), honest: hostsWith('pass') };
}
