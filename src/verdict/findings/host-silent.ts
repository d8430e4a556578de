/** Single hosts without an answer: off, at another address, closed by themselves, or not to be reached from this place. */
import type { CheckResult } from '../../contract/check.ts';
import type { LocalText, Viewpoint } from '../../contract/words.ts';
import { severityOf } from './by-reason.ts';
import { andMoreText, hostsNamed, hostsOf, hostsShort, portList } from './host-words.ts';
import { NETWORK_ORIGINS, sourceText } from './places.ts';
import { sideOf } from './port-groups.ts';
import { ownerOf } from './reason-addressees.ts';
import type { Cause, Rule } from './rule.ts';
import { groupBy, hostKey, isAlive, type Scene, startOf } from './scene.ts';
import { answersSomewhere, type SilentHost, silentHosts } from './silence.ts';

/** One silent port of a host that nothing else was asked of says little about the host. */
const PORTS_MIN = 2;

type Code = 'host-blocked' | 'host-silent' | 'host-silent-alone';

export const hostSilentRule: Rule = {
  codes: ['host-blocked', 'host-silent', 'host-silent-alone'],
  find: (scene, open) => {
    const alive = groupBy(scene.direct.filter(isAlive), (result) =>
      nearKey(startOf(result), scene.networkOf(result.to.host)),
    );
    const sorted = silentHosts(scene, open).flatMap((silent) => {
      const neighbours = alive.get(nearKey(silent.place, silent.network)) ?? [];
      const code = codeFor(silent, scene, silent.network === null ? [] : neighbours);
      return code === null ? [] : [{ code, silent, neighbours }];
    });
    const alike = groupBy(sorted, ({ code, silent }) =>
      JSON.stringify([code, silent.place, silent.network ?? hostKey(silent.host), sideOf(silent.results[0])]),
    );
    return [...alike.values()].map((group) => {
      const results = group.flatMap(({ silent }) => silent.results);
      return causeOf(group[0], results, scene);
    });
  },
};

function nearKey(place: Viewpoint, network: string | null): string {
  return `${place} ${network}`;
}

function codeFor(silent: SilentHost, scene: Scene, neighbours: readonly CheckResult[]): Code | null {
  if (answersSomewhere(silent.host, scene)) return 'host-blocked';
  if (new Set(silent.results.map(({ port }) => port)).size < PORTS_MIN) return null;
  return neighbours.length > 0 ? 'host-silent' : 'host-silent-alone';
}

interface Named {
  readonly code: Code;
  readonly silent: SilentHost;
  /** What answered the same place from the same network. */
  readonly neighbours: readonly CheckResult[];
}

function causeOf({ code, silent, neighbours }: Named, results: readonly CheckResult[], scene: Scene): Cause {
  const isOne = hostsOf(results).length === 1;
  return {
    code,
    severity: severityOf(results),
    params: {
      hosts: hostsShort(results),
      target: hostsNamed(results),
      ports: portList(results),
      network: silent.network ?? silent.host,
      neighbours: andMoreText(hostsOf(neighbours)),
      origin: NETWORK_ORIGINS[silent.place],
      source: sourceText(scene, silent.place),
      isSilent: isOne ? IS_SILENT : ARE_SILENT,
      isBlocked: isOne ? IS_BLOCKED : ARE_BLOCKED,
    },
    checks: results,
    takes: results,
    ...(code === 'host-silent' ? { addressee: ownerOf(silent.results[0].to.role) } : {}),
  };
}

const IS_SILENT: LocalText = { ru: 'молчит', en: 'is silent' };
const ARE_SILENT: LocalText = { ru: 'молчат', en: 'are silent' };
const IS_BLOCKED: LocalText = { ru: 'недоступен', en: 'is out of reach' };
const ARE_BLOCKED: LocalText = { ru: 'недоступны', en: 'are out of reach' };
