/** What the causes of single ports say: which ports, whose, from where, and what answers beside them. */
import type { LocalText } from '../../contract/words.ts';
import { severityOf } from './by-reason.ts';
import type { CauseCode } from './cause-texts.ts';
import { andMoreText, hostsNamed, hostsShort, hostsShortAt, portList } from './host-words.ts';
import { NETWORK_ORIGINS, sourceText } from './places.ts';
import { byPorts, type Results, towardsText } from './port-groups.ts';
import type { Cause } from './rule.ts';
import { hostKey, isAlive, type Scene, startOf } from './scene.ts';

/** A cause that takes over all checks of its group. */
export function portCause(code: CauseCode, group: Results, scene: Scene): Cause {
  return {
    code,
    severity: severityOf(group),
    params: portParams(group, scene),
    checks: group,
    takes: group,
  };
}

/** Everything that the texts of ports may name. */
export function portParams(group: Results, scene: Scene): Cause['params'] {
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
