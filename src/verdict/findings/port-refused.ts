/** Refusals that came back at once: nobody listens there, another machine, a firewall that refuses, or nothing installed yet. */
import type { CheckResult } from '../../contract/check.ts';
import type { LocalText } from '../../contract/words.ts';
import type { CauseCode } from './cause-texts.ts';
import { hostsNamed, portList } from './host-words.ts';
import { portGroups, type Results, sideOf } from './port-groups.ts';
import { portCause, portParams } from './port-words.ts';
import { ownerOf } from './reason-addressees.ts';
import type { Cause, Rule } from './rule.ts';
import { groupBy, hostKey, type Scene, startOf } from './scene.ts';

export const portRefusedRule: Rule = {
  codes: ['refused-on-the-way', 'host-refuses', 'service-not-listening', 'nothing-installed-yet'],
  find: (scene, open) => {
    const refused = open.filter(
      ({ reason, transport }) =>
        transport === 'tcp' && (reason.code === 'refused' || reason.code === 'refused-before-install'),
    );
    const byCode = groupBy(refused, (result) => codeFor(result, scene));
    return [...byCode.entries()].flatMap(([code, results]) =>
      portGroups(results).map((group) => causeOf(code as RefusalCode, group, scene)),
    );
  },
};

type RefusalCode = Extract<
  CauseCode,
  'refused-on-the-way' | 'host-refuses' | 'service-not-listening' | 'nothing-installed-yet'
>;

function codeFor(result: CheckResult, scene: Scene): RefusalCode {
  const all = scene.byHost.get(hostKey(result.to.host)) ?? [];
  if (all.some((other) => isSamePortOpen(other, result))) return 'refused-on-the-way';
  // Before installation only devices are expected to listen.
  if (result.reason.code === 'refused-before-install' && sideOf(result) === 'server') {
    return 'nothing-installed-yet';
  }
  return isRefusedEverywhere(all) ? 'host-refuses' : 'service-not-listening';
}

/** The port opens to another place, so somebody listens. */
function isSamePortOpen(other: CheckResult, result: CheckResult): boolean {
  return (
    other.portState === 'open' &&
    other.port === result.port &&
    other.transport === result.transport &&
    (other.proof === 'indirect' || startOf(other) !== startOf(result))
  );
}

/** Two or more ports of the host refuse, and none opens to anybody. */
function isRefusedEverywhere(all: readonly CheckResult[]): boolean {
  const refusing = all.filter(({ portState, transport }) => portState === 'closed' && transport === 'tcp');
  const isElsewhere = all.some(({ portState }) => portState !== 'closed' && portState !== null);
  return !isElsewhere && new Set(refusing.map(({ port }) => port)).size > 1;
}

function causeOf(code: RefusalCode, group: Results, scene: Scene): Cause {
  const cause = portCause(code, group, scene);
  if (code === 'refused-on-the-way' || code === 'nothing-installed-yet') return cause;
  return {
    ...cause,
    params: { ...portParams(group, scene), start: startText(group) },
    addressee: ownerOf(group[0].to.role),
  };
}

function startText(group: Results): LocalText {
  const [ports, target] = [portList(group), hostsNamed(group)];
  if (sideOf(group[0]) === 'device') {
    return {
      ru: `Включить службу порта ${ports} в настройках ${target.ru}.`,
      en: `Switch on the service of port ${ports} in the settings of ${target.en}.`,
    };
  }
  return {
    ru: `Запустить службу порта ${ports} на ${target.ru} и проверить, что она слушает не только 127.0.0.1.`,
    en: `Start the service of port ${ports} on ${target.en} and make sure that it listens beyond 127.0.0.1.`,
  };
}
