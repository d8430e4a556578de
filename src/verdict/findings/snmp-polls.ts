/** SNMP polls of devices: which version is missing, what was refused, who is silent. Devices with the same trouble are one cause. */
import type { CheckResult } from '../../contract/check.ts';
import type { LocalText } from '../../contract/words.ts';
import { severityOf } from './by-reason.ts';
import type { CauseParams } from './cause-text.ts';
import type { CauseCode } from './cause-texts.ts';
import { addressesText, answerText, listText, whoText } from './device-words.ts';
import { hostsOf } from './host-words.ts';
import { sourceText } from './places.ts';
import { paramOf } from './result-words.ts';
import type { Cause, Rule } from './rule.ts';
import { groupBy, hostKey, isAlive, type Scene, startOf } from './scene.ts';
import { isSilence } from './silence.ts';

/** So many devices that are all silent have the way to them in common sooner than their settings. */
const ALL_SILENT_MIN = 3;

const NOTHING: LocalText = { ru: '', en: '' };
const OTHER_PORTS_ANSWER: LocalText = {
  ru: ' Сами устройства на связи: другие их порты отвечают.',
  en: ' The devices themselves can be reached: other ports of theirs answer.',
};
const OTHERS_SILENT: LocalText = {
  ru: ' На тех же устройствах молчат и другие порты: похоже на фильтр на пути.',
  en: ' Other ports of the same devices are silent too: a filter on the path is likely.',
};
const ALL_ARE_SILENT: LocalText = {
  ru: ' Молчат все опрошенные устройства, хотя другие их порты отвечают: причина у них общая.',
  en: ' All devices that were asked are silent, though other ports of theirs answer: they share the cause.',
};

export const snmpPollsRule: Rule = {
  codes: ['snmp-one-version', 'snmp-only-v3', 'snmp-community-refused', 'snmp-silent', 'snmp-dropped'],
  find: (scene, open) => {
    const told = open.filter((result) => codeOf(result) !== null && result.to.role === 'device');
    const silent = new Set(open.filter((each) => isSilence(each, scene)).map(({ to }) => hostKey(to.host)));
    const isAmongSilent = ({ to }: CheckResult) => silent.has(hostKey(to.host));
    const groups = groupBy(told, (result) =>
      JSON.stringify([codeOf(result), wordsOf(result), isAmongSilent(result)]),
    );
    return [...groups.values()].flatMap((group) => {
      const code = codeOf(group[0]);
      if (code === null) return [];
      const beside = isAmongSilent(group[0]) ? OTHERS_SILENT : besideOf(scene, hostsOf(group));
      return [causeOf(scene, code, group, beside)];
    });
  },
};

function codeOf({ reason }: CheckResult): CauseCode | null {
  switch (reason.code) {
    case 'snmp-version-silent':
      return 'snmp-one-version';
    case 'snmp-only-v3-answers':
      return 'snmp-only-v3';
    case 'snmp-community-refused':
      return 'snmp-community-refused';
    case 'snmp-no-answer':
    case 'snmp-no-answer-or-closed':
      return 'snmp-silent';
    default:
      return null;
  }
}

/** What must be the same for devices to be told of in one breath. */
function wordsOf(result: CheckResult): readonly string[] {
  return result.reason.code === 'snmp-version-silent' || result.reason.code === 'snmp-community-refused'
    ? [paramOf(result, 'seen'), paramOf(result, 'other')]
    : [];
}

function causeOf(
  scene: Scene,
  code: CauseCode,
  group: readonly [CheckResult, ...CheckResult[]],
  beside: LocalText,
): Cause {
  const [first] = group;
  const hosts = hostsOf(group);
  const params: CauseParams = {
    who: whoText(hosts),
    answer: answerText(hosts),
    list: listText(hosts),
    addresses: addressesText(hosts),
    seen: paramOf(first, 'seen'),
    other: paramOf(first, 'other'),
    reply: paramOf(first, 'seen'),
    from: sourceText(scene, startOf(first)),
    beside,
  };
  const isFilter = code === 'snmp-silent' && (beside === OTHERS_SILENT || beside === ALL_ARE_SILENT);
  return {
    code: isFilter ? 'snmp-dropped' : code,
    severity: severityOf(group),
    params,
    checks: group,
    takes: group,
  };
}

/** What the other ports of silent devices say about the silence. */
function besideOf(scene: Scene, hosts: readonly string[]): LocalText {
  if (areAllSilent(scene, hosts)) return ALL_ARE_SILENT;
  return hosts.every((host) => isReached(scene, host)) ? OTHER_PORTS_ANSWER : NOTHING;
}

function areAllSilent(scene: Scene, hosts: readonly string[]): boolean {
  if (hosts.length < ALL_SILENT_MIN) return false;
  const asked = scene.direct.filter(({ service, to }) => service === 'snmp' && to.role === 'device');
  const silent = new Set(hosts.map(hostKey));
  return (
    asked.every(({ to }) => silent.has(hostKey(to.host))) && hosts.every((host) => isReached(scene, host))
  );
}

function isReached(scene: Scene, host: string): boolean {
  return (scene.byHost.get(hostKey(host)) ?? []).some(
    (result) => result.transport === 'tcp' && result.proof === 'direct' && isAlive(result),
  );
}
