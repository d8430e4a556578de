/** Traps to 162/udp that nobody acknowledged: with what else is seen of the same way, one direction that is blocked. */
import type { CheckResult } from '../../contract/check.ts';
import type { LocalText } from '../../contract/words.ts';
import { severityOf } from './by-reason.ts';
import { sourceText } from './places.ts';
import type { Cause, Rule } from './rule.ts';
import { groupBy, hostKey, isAlive, type Scene, startOf } from './scene.ts';
import { isSilence } from './silence.ts';

const POLLS_WORK: LocalText = {
  ru: ' Опрос в обратную сторону, 161/udp, работает: похоже, связь по SNMP открыта в одну сторону.',
  en: ' Polls in the other direction, 161/udp, work: SNMP seems to be open one way only.',
};
const OTHERS_ANSWER: LocalText = {
  ru: ' Другие порты этого узла отсюда отвечают, так что узел на связи.',
  en: ' Other ports of this host answer from here, so the host can be reached.',
};
const OTHERS_SILENT: LocalText = {
  ru: ' Молчат и другие порты этого узла: похоже на фильтр на пути.',
  en: ' Other ports of this host are silent too: a filter on the path is likely.',
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
    return [...groups.values()].map((group) => causeOf(scene, open, group));
  },
};

function causeOf(
  scene: Scene,
  open: readonly CheckResult[],
  group: readonly [CheckResult, ...CheckResult[]],
): Cause {
  const [first] = group;
  const beside = besideOf(scene, open, first);
  const params = {
    list: first.to.host,
    from: sourceText(scene, startOf(first)),
    beside,
  };
  const cause: Cause = {
    code: 'trap-unconfirmed',
    severity: severityOf(group),
    params,
    checks: group,
    takes: group,
  };
  return beside !== NOTHING ? { ...cause, addressee: 'network-admin' } : cause;
}

/** What is known of the way, from what else was seen of it. */
function besideOf(scene: Scene, open: readonly CheckResult[], { to, from }: CheckResult): LocalText {
  const isBeside = (result: CheckResult) =>
    hostKey(result.to.host) === hostKey(to.host) && result.from === from;
  if (open.some((result) => isBeside(result) && isSilence(result, scene))) return OTHERS_SILENT;
  if (scene.direct.some(({ service, verdict }) => service === 'snmp' && verdict === 'pass'))
    return POLLS_WORK;
  return scene.direct.some((result) => isBeside(result) && isAlive(result)) ? OTHERS_ANSWER : NOTHING;
}
