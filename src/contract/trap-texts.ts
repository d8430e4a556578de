/** Words about traps: what well-known ones mean, and why one cannot listen. */
import type { ReasonText } from './reason-text.ts';
import type { Language, LocalText } from './words.ts';

/** RFC 3418 (SNMPv2-MIB), RFC 2863 (IF-MIB), RFC 3805 (Printer-MIB), and the trial trap of this tool. */
export const TRAP_NAMES: Readonly<Record<string, LocalText>> = {
  '1.3.6.1.6.3.1.1.5.1': {
    ru: 'coldStart: устройство включилось',
    en: 'coldStart: the device was switched on',
  },
  '1.3.6.1.6.3.1.1.5.2': { ru: 'warmStart: перезапуск', en: 'warmStart: restart' },
  '1.3.6.1.6.3.1.1.5.3': { ru: 'linkDown: интерфейс отключился', en: 'linkDown: an interface went down' },
  '1.3.6.1.6.3.1.1.5.4': { ru: 'linkUp: интерфейс включился', en: 'linkUp: an interface came up' },
  '1.3.6.1.6.3.1.1.5.5': {
    ru: 'authenticationFailure: кто-то спросил с другим сообществом',
    en: 'authenticationFailure: somebody asked with another community',
  },
  '1.3.6.1.6.3.1.1.5.6': {
    ru: 'egpNeighborLoss: потерян сосед EGP',
    en: 'egpNeighborLoss: an EGP neighbour is lost',
  },
  '1.3.6.1.2.1.43.18.2.0.1': {
    ru: 'Сообщение принтера (printerV2Alert)',
    en: 'Printer alert (printerV2Alert)',
  },
  '1.3.6.1.4.1.8072.2.3.0.1': {
    ru: 'Пробная ловушка (netSnmpExampleHeartbeatRate)',
    en: 'Trial trap (netSnmpExampleHeartbeatRate)',
  },
};

/** Places: port, address, other (the program that holds the port), errno. */
const LISTEN_PROBLEMS = {
  'port-taken-by': {
    message: { ru: 'Порт {port}/udp занят: {other}', en: 'Port {port}/udp is taken: {other}' },
    remedy: {
      ru: 'Остановить эту программу на время проверки и слушать снова',
      en: 'Stop that program for the time of the check and listen again',
    },
  },
  'port-taken': {
    message: {
      ru: 'Порт {port}/udp занят, а какой программой, система не сказала',
      en: 'Port {port}/udp is taken, and the system does not tell by which program',
    },
    remedy: {
      ru: 'Найти приёмник ловушек на этом компьютере (служба «Ловушка SNMP», snmptrapd), остановить его на время проверки и слушать снова',
      en: 'Find the trap receiver on this computer (the service "SNMP Trap", snmptrapd), stop it for the time of the check and listen again',
    },
  },
  'no-privilege-linux': {
    message: {
      ru: 'Слушать порт {port}/udp система не разрешила: порты ниже 1024 доступны только администратору',
      en: 'The system does not allow listening on port {port}/udp: ports below 1024 are for the administrator only',
    },
    remedy: {
      ru: 'Запустить программу от администратора (sudo) или до перезагрузки открыть порт всем: sudo sysctl net.ipv4.ip_unprivileged_port_start={port}',
      en: 'Start the program as administrator (sudo), or open the port to everybody until the next start: sudo sysctl net.ipv4.ip_unprivileged_port_start={port}',
    },
  },
  'no-privilege-darwin': {
    message: {
      ru: 'Слушать порт {port}/udp система не разрешила: на отдельном адресе порты ниже 1024 доступны только администратору',
      en: 'The system does not allow listening on port {port}/udp: on a single address, ports below 1024 are for the administrator only',
    },
    remedy: {
      ru: 'Слушать на всех адресах (не выбирать интерфейс) или запустить программу от администратора (sudo)',
      en: 'Listen on all addresses (choose no interface), or start the program as administrator (sudo)',
    },
  },
  'no-privilege': {
    message: {
      ru: 'Слушать порт {port}/udp система не разрешила: он зарезервирован или занят другой службой безраздельно',
      en: 'The system does not allow listening on port {port}/udp: it is reserved, or another service holds it exclusively',
    },
    remedy: {
      ru: 'Остановить службу «Ловушка SNMP» (SNMP Trap) и слушать снова; права администратора для этого порта в Windows не нужны',
      en: 'Stop the service "SNMP Trap" and listen again; this port needs no administrator rights on Windows',
    },
  },
  'no-address': {
    message: { ru: 'Адреса {address} на этом компьютере нет', en: 'This computer has no address {address}' },
    remedy: {
      ru: 'Обновить адреса и выбрать интерфейс снова',
      en: 'Refresh the addresses and choose the interface again',
    },
  },
  'system-refused': {
    message: {
      ru: 'Слушать порт {port}/udp не удалось: ошибка системы {errno}',
      en: 'Listening on port {port}/udp failed: system error {errno}',
    },
    remedy: {
      ru: 'Проверить сетевой интерфейс и слушать снова',
      en: 'Check the network interface and listen again',
    },
  },
} as const satisfies Record<string, ReasonText>;
export type ListenProblemCode = keyof typeof LISTEN_PROBLEMS;

/** What to look at where a device stays silent. */
export const SILENCE_REMEDY: LocalText = {
  ru: 'В панели молчащего устройства назначить получателем ловушек {host} и отправить пробную ловушку или открыть лоток; разрешить МФУ → сервер, udp {port}, на сети и в брандмауэре этого компьютера',
  en: 'On the panel of a silent device make {host} the receiver of traps, and send a test trap or open a tray; allow device → server, udp {port}, in the network and in the firewall of this computer',
};

export const REFUSAL_REMEDY: LocalText = {
  ru: 'Задать на устройстве для ловушек версию v1 или v2c и сообщество из профиля: ловушки с другим сообществом мониторинг отбрасывает',
  en: 'Set version v1 or v2c and the community of the profile for traps on the device: a monitoring drops traps with another community',
};

export type ListenProblemParams = Readonly<Record<'port' | 'address' | 'other' | 'errno', string>>;

/** One sentence about what is wrong and one about what to do. */
export function listenProblemText(
  code: ListenProblemCode,
  params: ListenProblemParams,
  language: Language,
): { readonly message: string; readonly remedy: string } {
  const { message, remedy } = LISTEN_PROBLEMS[code];
  return { message: fillTrapText(message[language], params), remedy: fillTrapText(remedy[language], params) };
}

/** Puts values into the `{name}` places of a text of this file. */
export function fillTrapText(text: string, params: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) => params[name] ?? place);
}
