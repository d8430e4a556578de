/** Whole networks without an answer: routing, VLAN or a firewall between, however many hosts stand in them. */
import type { CheckResult } from '../../contract/check.ts';
import type { LocalText } from '../../contract/words.ts';
import { severityOf } from './by-reason.ts';
import { hostsShort, portList } from './host-words.ts';
import { NETWORK_ORIGINS, ownNetworks, sourceText } from './places.ts';
import type { Cause, Rule } from './rule.ts';
import { groupBy, hostKey, isAlive, type Scene, startOf } from './scene.ts';
import { type SilentHost, silentHosts } from './silence.ts';

/** One silent host is a matter of the host. */
const HOSTS_MIN = 2;

export const networkSilentRule: Rule = {
  codes: ['nothing-answers', 'network-silent', 'own-network-silent'],
  find: (scene, open) => {
    const byPlace = groupBy(silentHosts(scene, open), ({ place }) => place);
    return [...byPlace.values()].flatMap((hosts) => causesAtPlace(hosts, scene));
  },
};

function causesAtPlace(hosts: readonly [SilentHost, ...SilentHost[]], scene: Scene): readonly Cause[] {
  const { place } = hosts[0];
  const alive = scene.direct.filter((result) => startOf(result) === place && isAlive(result));
  const networks = new Set(hosts.map(({ network, host }) => network ?? hostKey(host)));
  const everything = scene.direct.filter(
    (result) => startOf(result) === place && result.portState !== null && result.to.role !== 'vendorDownload',
  );
  const silent = hosts.flatMap(({ results }) => results);
  if (alive.length === 0 && networks.size >= HOSTS_MIN && silent.length === everything.length) {
    return [
      {
        code: 'nothing-answers',
        severity: severityOf(silent),
        params: { origin: NETWORK_ORIGINS[place], hosts: hostsShort(silent), count: silent.length },
        checks: silent,
        takes: silent,
      },
    ];
  }
  const deadNetworks = groupBy(
    hosts.filter(({ network }) => network !== null),
    ({ network }) => network ?? '',
  );
  return [...deadNetworks.entries()].flatMap(([network, members]) => {
    const isAnswered = alive.some(({ to }) => scene.networkOf(to.host) === network);
    if (members.length < HOSTS_MIN || isAnswered) return [];
    const results = members.flatMap((member) => member.results);
    return [networkCause(network, results, alive, scene)];
  });
}

function networkCause(
  network: string,
  results: readonly CheckResult[],
  alive: readonly CheckResult[],
  scene: Scene,
): Cause {
  const place = startOf(results[0] ?? { from: 'server' });
  const isOwn = ownNetworks(scene, place).has(network);
  return {
    code: isOwn ? 'own-network-silent' : 'network-silent',
    severity: severityOf(results),
    params: {
      network,
      origin: NETWORK_ORIGINS[place],
      source: sourceText(scene, place),
      hosts: hostsShort(results),
      ports: portList(results),
      count: results.length,
      others: alive.length > 0 ? OTHERS_ANSWER : OTHERS_NOT_ASKED,
    },
    checks: results,
    takes: results,
  };
}

const OTHERS_ANSWER: LocalText = {
  ru: 'Узлы других сетей отсюда отвечают, значит, ноутбук и его кабель исправны.',
  en: 'Hosts of other networks answer from here, so the laptop and its cable are in order.',
};
const OTHERS_NOT_ASKED: LocalText = {
  ru: 'Из других сетей отсюда тоже никто не ответил, или их не спрашивали.',
  en: 'No host of another network answered from here either, or none was asked.',
};
