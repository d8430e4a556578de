/** Causes of single ports that do not open. */
import type { CauseText } from './cause-text.ts';

export const PORT_CAUSES = {
  'port-filtered': {
    title: { ru: '{ports}{towards} {isDropped} {origin}', en: '{ports}{towards} {isDropped} {origin}' },
    explanation: {
      ru: '{hosts}: на {ports} тишина, {beside}. Значит, дело не в узле и не в маршруте: пакеты отбрасывает брандмауэр на пути или на самом узле.',
      en: '{hosts}: silence on {ports}, {beside}. So neither host nor route is at fault: a firewall on the way or on the host itself drops the packets.',
    },
    remedy: {
      ru: 'Разрешить {source} → {target}: {ports}. Если на пути разрешено, проверить брандмауэр на {target}.',
      en: 'Allow {source} → {target}: {ports}. If the way allows it, check the firewall on {target}.',
    },
    addressee: 'network-admin',
  },
  'port-silent': {
    title: { ru: '{ports}{towards} {isSilent} {origin}', en: '{ports}{towards} {isSilent} {origin}' },
    explanation: {
      ru: 'На {ports} тишина ({hosts}), {beside}. Узел выключен, адрес неверен или порт закрыт фильтром: по одному порту этого не различить.',
      en: 'Silence on {ports} ({hosts}), {beside}. The host is off, the address is wrong, or a filter closes the port: one port alone does not tell.',
    },
    remedy: {
      ru: 'Проверить, что {target} включён и адрес в профиле верен, и разрешить {source} → {target}: {ports}.',
      en: 'Make sure that {target} is on and the address in the profile is right, and allow {source} → {target}: {ports}.',
    },
    addressee: 'network-admin',
  },
  'download-blocked': {
    title: { ru: 'Нет доступа к {hosts}', en: 'No access to {hosts}' },
    explanation: {
      ru: 'Сайт производителя для установки не отвечает на {ports}: выход в интернет {origin} закрыт или идёт через прокси, о котором этот ноутбук не знает.',
      en: 'The vendor’s download site does not answer on {ports}: the way to the Internet {origin} is closed, or leads through a proxy that this laptop does not know.',
    },
    remedy: {
      ru: 'Разрешить {source} → {hosts}: {ports} напрямую или через прокси организации; прокси указать в настройках системы и повторить.',
      en: 'Allow {source} → {hosts}: {ports} directly or through the organisation’s proxy; set the proxy in the system and repeat.',
    },
    addressee: 'network-admin',
  },
  'port-rejected': {
    title: { ru: '{ports}{towards} {isRejected} {origin}', en: '{ports}{towards} {isRejected} {origin}' },
    explanation: {
      ru: 'Вместо ответа {ports} ({hosts}) пришёл запрет ICMP (EHOSTUNREACH): пакеты не теряются, их отклоняет правило брандмауэра на пути или на самом узле.{lost}',
      en: 'Instead of an answer from {ports} ({hosts}) an ICMP prohibition came (EHOSTUNREACH): the packets are not lost, a firewall rule on the way or on the host rejects them.{lost}',
    },
    remedy: {
      ru: 'Разрешить {source} → {target}: {ports} перед правилом, которое отклоняет (REJECT).',
      en: 'Allow {source} → {target}: {ports} before the rule that rejects (REJECT).',
    },
    addressee: 'network-admin',
  },
  'refused-on-the-way': {
    title: { ru: '{ports}{towards} {isRejected} {origin}', en: '{ports}{towards} {isRejected} {origin}' },
    explanation: {
      ru: '{hosts}: на {ports} сразу вернулся отказ (RST, ECONNREFUSED), а из другого места там открыто. Служба работает: отказывает брандмауэр на пути или на самом узле.',
      en: '{hosts}: a refusal came back at once on {ports} (RST, ECONNREFUSED), yet it is open to another place. The service runs: a firewall on the way or on the host refuses.',
    },
    remedy: {
      ru: 'Разрешить {source} → {target}: {ports} перед правилом, которое отвечает RST.',
      en: 'Allow {source} → {target}: {ports} before the rule that answers with RST.',
    },
    addressee: 'network-admin',
  },
  'seen-from-elsewhere': {
    title: { ru: '{hosts}, {ports}: {head}', en: '{hosts}, {ports}: {head}' },
    explanation: {
      ru: 'Видно косвенно, не с того места, где начинается направление: {message}. Это говорит о службе, а путь к ней не доказан и не опровергнут.',
      en: 'Seen indirectly, not from where the flow starts: {message}. That says something about the service; the way to it is neither proven nor disproven.',
    },
    remedy: {
      ru: '{advice}Затем повторить проверку {origin}.',
      en: '{advice}Then repeat the check {origin}.',
    },
    addressee: 'printum-admin',
  },
  'host-refuses': {
    title: { ru: '{hosts} {refuses} на всех портах', en: '{hosts} {refuses} on every port' },
    explanation: {
      ru: 'На {ports} сразу вернулся отказ (RST, ECONNREFUSED), открытых портов нет. По адресу стоит другая машина, службы на ней не запущены, или за узел отказывает брандмауэр.',
      en: 'A refusal came back at once on {ports} (RST, ECONNREFUSED), and no port is open. Another machine stands at the address, its services are not running, or a firewall refuses in its place.',
    },
    remedy: {
      ru: 'Сверить, что за машина отвечает по адресу {target}, и запустить на ней службы. Если они работают, найти на пути правило, которое отвечает RST, и разрешить {source} → {target}: {ports}.',
      en: 'Find out which machine answers at {target} and start its services. If they run, find the rule on the way that answers with RST and allow {source} → {target}: {ports}.',
    },
    addressee: 'printum-admin',
  },
  'service-not-listening': {
    title: { ru: 'На {hostsAt} никто не слушает {ports}', en: 'Nothing listens on {ports} of {hosts}' },
    explanation: {
      ru: 'На {ports} сразу вернулся отказ (RST, ECONNREFUSED), {beside}. Путь есть: служба не запущена, слушает другой адрес, или за неё отказывает брандмауэр.',
      en: 'A refusal came back at once on {ports} (RST, ECONNREFUSED), {beside}. The way exists: the service is not running, listens on another address, or a firewall refuses in its place.',
    },
    remedy: {
      ru: '{start} Если она работает, разрешить {source} → {target}: {ports}.',
      en: '{start} If it runs, allow {source} → {target}: {ports}.',
    },
    addressee: 'printum-admin',
  },
  'nothing-installed-yet': {
    title: { ru: 'Путь до {ports}{towards} не доказан', en: 'The way to {ports}{towards} is not proven' },
    explanation: {
      ru: 'На {ports} ({hosts}) сразу вернулся отказ (RST, ECONNREFUSED): сеть пропускает, или брандмауэр отвечает вместо узла. До установки там никто не слушает, и отличить одно от другого нельзя.',
      en: 'A refusal came back at once on {ports} ({hosts}; RST, ECONNREFUSED): the network lets it through, or a firewall answers in place of the host. Nobody listens there before installation, so the two cannot be told apart.',
    },
    remedy: {
      ru: 'Запустить на {target} замену сервера (sitecheck standin --as server) и повторить, или повторить после установки.',
      en: 'Run the stand-in for the server on {target} (sitecheck standin --as server) and repeat, or repeat after installation.',
    },
    addressee: 'engineer',
  },
} as const satisfies Record<string, CauseText>;
