/** Single TCP ports that do not open on hosts that answer otherwise: dropped, rejected, refused, or not known. */
import type { CheckResult } from '../../contract/check.ts';
import type { LocalText } from '../../contract/words.ts';
import { severityOf } from './by-reason.ts';
import type { CauseCode } from './cause-texts.ts';
import { andMoreText, hostsNamed, hostsShort, hostsShortAt, portList } from './host-words.ts';
import { NETWORK_ORIGINS, sourceText } from './places.ts';
import { byPorts, portGroups, type Results, sideOf, towardsText } from './port-groups.ts';
import { ownerOf } from './reason-addressees.ts';
import type { Cause, Rule } from './rule.ts';
import { hostKey, isAlive, type Scene, startOf } from './scene.ts';
import { answersFrom, isRejection, isSilence } from './silence.ts';

/** A firewall that rejects; what it leaves unanswered on the same hosts is the same firewall: it counts its refusals. */
export const portRejectedRule: Rule = {
  codes: ['port-rejected'],
  find: (scene, open) => {
    const rejected = open.filter((result) => isRejection(result, scene));
    const hosts = new Set(rejected.map(wayOf));
    const silent = new Set(open.filter((result) => isSilence(result, scene) && hosts.has(wayOf(result))));
    return portGroups([...rejected, ...silent]).map((group) => ({
      ...causeOf('port-rejected', group, scene),
      params: {
        ...paramsOf(group, scene),
        lost: group.some((result) => silent.has(result)) ? SOME_LOST : { ru: '', en: '' },
      },
    }));
  },
};

export const portFilteredRule: Rule = {
  codes: ['port-filtered', 'port-silent', 'download-blocked'],
  find: (scene, open) => {
    const silent = open.filter((result) => isSilence(result, scene));
    const onLivingHosts = silent.filter((result) => answersFrom(result, scene));
    const alone = silent.filter((result) => !answersFrom(result, scene));
    const download = alone.filter(({ to }) => to.role === 'vendorDownload');
    const others = alone.filter(({ to }) => to.role !== 'vendorDownload');
    return [
      ...portGroups(onLivingHosts).map((group) => causeOf('port-filtered', group, scene)),
      ...portGroups(others).map((group) => causeOf('port-silent', group, scene)),
      ...portGroups(download).map((group) => causeOf('download-blocked', group, scene)),
    ];
  },
};

/** A refusal that came back at once; before installation only devices are expected to listen. */
export const portRefusedRule: Rule = {
  codes: ['host-refuses', 'service-not-listening', 'nothing-installed-yet'],
  find: (scene, open) => {
    const refused = open.filter(
      ({ reason, transport }) =>
        transport === 'tcp' && (reason.code === 'refused' || reason.code === 'refused-before-install'),
    );
    const awaited = refused.filter(
      (result) => result.reason.code === 'refused-before-install' && sideOf(result) === 'server',
    );
    const expected = new Set(awaited);
    const others = refused.filter((result) => !expected.has(result));
    const everywhere = new Set(others.filter((result) => isRefusedEverywhere(result, scene)));
    return [
      ...portGroups([...everywhere]).map((group) => ({
        ...causeOf('host-refuses', group, scene),
        addressee: ownerOf(group[0].to.role),
      })),
      ...portGroups(others.filter((result) => !everywhere.has(result))).map((group) => ({
        ...causeOf('service-not-listening', group, scene),
        params: { ...paramsOf(group, scene), start: startText(group) },
        addressee: ownerOf(group[0].to.role),
      })),
      ...portGroups(awaited).map((group) => causeOf('nothing-installed-yet', group, scene)),
    ];
  },
};

/** Two or more ports of the host refuse, and none opens to anybody. */
function isRefusedEverywhere(result: CheckResult, scene: Scene): boolean {
  const all = scene.byHost.get(hostKey(result.to.host)) ?? [];
  const refusing = all.filter(({ portState, transport }) => portState === 'closed' && transport === 'tcp');
  const isElsewhere = all.some(({ portState }) => portState !== 'closed' && portState !== null);
  return !isElsewhere && new Set(refusing.map(({ port }) => port)).size > 1;
}

function wayOf(result: CheckResult): string {
  return `${startOf(result)} ${hostKey(result.to.host)}`;
}

function causeOf(code: CauseCode, group: Results, scene: Scene): Cause {
  return {
    code,
    severity: severityOf(group),
    params: paramsOf(group, scene),
    checks: group,
    takes: group,
  };
}

function paramsOf(group: Results, scene: Scene): Cause['params'] {
  const place = startOf(group[0]);
  const open = openBeside(group, scene);
  return {
    ports: portList(group),
    hosts: hostsShort(group),
    hostsAt: hostsShortAt(group),
    target: hostsNamed(group),
    towards: towardsText(group, scene),
    origin: NETWORK_ORIGINS[place],
    source: sourceText(scene, place),
    beside: open.length === 0 ? NOTHING_BESIDE : besideText(open),
    isDropped: byPorts(
      group,
      { ru: 'отбрасывается', en: 'is dropped' },
      { ru: 'отбрасываются', en: 'are dropped' },
    ),
    isRejected: byPorts(
      group,
      { ru: 'запрещён', en: 'is rejected' },
      { ru: 'запрещены', en: 'are rejected' },
    ),
    isSilent: byPorts(group, { ru: 'молчит', en: 'is silent' }, { ru: 'молчат', en: 'are silent' }),
    refuses: group.every(({ to }) => hostKey(to.host) === hostKey(group[0].to.host))
      ? { ru: 'отказывает', en: 'refuses' }
      : { ru: 'отказывают', en: 'refuse' },
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

/** Ports of the same hosts that answered the same place. */
function openBeside(group: Results, scene: Scene): readonly string[] {
  const place = startOf(group[0]);
  const alive = [...new Set(group.map(({ to }) => hostKey(to.host)))].flatMap((host) =>
    (scene.byHost.get(host) ?? []).filter(
      (result) => isAlive(result) && result.proof === 'direct' && startOf(result) === place,
    ),
  );
  const own = new Set(group);
  return [
    ...new Set(
      alive.filter((result) => !own.has(result)).map((result) => `${result.port}/${result.transport}`),
    ),
  ];
}

function besideText(ports: readonly string[]): LocalText {
  const named = andMoreText(ports);
  return { ru: `а другие порты (${named.ru}) отвечают`, en: `while other ports (${named.en}) answer` };
}

const NOTHING_BESIDE: LocalText = {
  ru: 'а другие порты отсюда не ответили или их не спрашивали',
  en: 'and no other port answered from here, or none was asked',
};
const SOME_LOST: LocalText = {
  ru: ' На часть попыток ответа нет: брандмауэры ограничивают число отказов.',
  en: ' Some attempts had no answer: firewalls limit the number of their rejections.',
};
