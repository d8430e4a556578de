/** Traps to 162/udp that nobody acknowledged: with what else is seen of the same way, one direction that is blocked. */
import type { CheckResult } from '../../contract/check.ts';
import type { LocalText } from '../../contract/words.ts';
import { severityOf } from './by-reason.ts';
import { sourceText } from './places.ts';
import type { Cause, Rule } from './rule.ts';
import { groupBy, hostKey, isAlive, type Scene, startOf } from './scene.ts';

const POLLS_WORK: LocalText = {
  ru: ' Опрос в обратную сторону, 161/udp, работает: похоже, связь по SNMP открыта в одну сторону.',
  en: ' Polls in the other direction, 161/udp, work: SNMP seems to be open one way only.',
};
const OTHERS_ANSWER: LocalText = {
  ru: ' Другие порты этого узла отсюда отвечают, так что узел на связи.',
  en: ' Other ports of this host answer from here, so the host can be reached.',
};
const NOTHING: LocalText = { ru: '', en: '' };

export const snmpTrapsRule: Rule = {
  codes: ['trap-unconfirmed'],
  find: (scene, open) => {
    const silent = open.filter(
      ({ reason }) =>
        reason.code === 'trap-not-acknowledged' || reason.code === 'trap-not-acknowledged-or-closed',
    );
    const groups = groupBy(silent, ({ to, from }) => JSON.stringify([hostKey(to.host), from]));
    return [...groups.values()].map((group) => causeOf(scene, group));
  },
};

function causeOf(scene: Scene, group: readonly [CheckResult, ...CheckResult[]]): Cause {
  const [first] = group;
  const oneWay = scene.direct.some(({ service, verdict }) => service === 'snmp' && verdict === 'pass');
  const reached = (scene.byHost.get(hostKey(first.to.host)) ?? []).some(
    (result) => result.proof === 'direct' && result.from === first.from && isAlive(result),
  );
  const params = {
    list: first.to.host,
    from: sourceText(scene, startOf(first)),
    beside: oneWay ? POLLS_WORK : reached ? OTHERS_ANSWER : NOTHING,
  };
  const cause: Cause = {
    code: 'trap-unconfirmed',
    severity: severityOf(group),
    params,
    checks: group,
    takes: group,
  };
  return oneWay || reached ? { ...cause, addressee: 'network-admin' } : cause;
}
