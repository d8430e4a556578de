/** Reasons of FTP checks about the way of the data: the range, the announced address, the connection back. */
import type { ReasonText } from './reason-text.ts';

/**
 * Further places: range and blocks (`30050–30199`), filtered and total (ports), reply (of the server), callback (the
 * port it should come from), listener (the port of this computer).
 */
export const FTP_PATH_REASONS = {
  'ftp-range-filtered': {
    message: {
      ru: 'Весь диапазон {range} закрыт фильтром: ни один порт не ответил. Вход по FTP может работать, передача — нет',
      en: 'The whole range {range} is filtered: no port answered. An FTP login may work, a transfer cannot',
    },
    remedy: {
      ru: 'Разрешить {from} → {host}, tcp {range}',
      en: 'Allow {from} → {host}, tcp {range}',
    },
  },
  'ftp-range-partly-filtered': {
    message: {
      ru: 'Часть диапазона {range} закрыта фильтром: {blocks} (портов без ответа: {filtered} из {total}). Передача будет срываться через раз',
      en: 'A part of the range {range} is filtered: {blocks} (ports without an answer: {filtered} of {total}). Transfers will fail now and then',
    },
    remedy: {
      ru: 'Разрешить {from} → {host}, tcp {blocks}',
      en: 'Allow {from} → {host}, tcp {blocks}',
    },
  },
  'ftp-range-all-open': {
    message: {
      ru: 'Все порты {range} «открыты», хотя FTP слушает только во время передачи: за узел отвечает кто-то на пути, диапазон не доказан',
      en: 'All ports {range} are “open”, though FTP listens only during a transfer: something on the path answers, so the range is not proven',
    },
    remedy: {
      ru: 'Найти на пути прокси или защиту от SYN-атак, которая отвечает за {host}, и повторить',
      en: 'Find the proxy or SYN protection that answers for {host}, then repeat',
    },
  },
  'ftp-data-blocked': {
    message: {
      ru: 'Сервер назвал порт {seen}, но соединение данных не устанавливается ({errno})',
      en: 'The server announced port {seen}, but no data connection can be made ({errno})',
    },
    remedy: {
      ru: 'Разрешить {from} → {host}, tcp {range}',
      en: 'Allow {from} → {host}, tcp {range}',
    },
  },
  'ftp-data-refused': {
    message: {
      ru: 'Сервер назвал порт {seen}, а в соединении с ним отказано: за сервер отвечает брандмауэр',
      en: 'The server announced port {seen}, but the connection to it was refused: a firewall answers for the server',
    },
    remedy: {
      ru: 'Разрешить {from} → {host}, tcp {range}; проверить и брандмауэр на самом {host}',
      en: 'Allow {from} → {host}, tcp {range}; check the firewall on {host} itself too',
    },
  },
  'ftp-port-outside-range': {
    message: {
      ru: 'Сервер назвал порт {seen}, а обещан диапазон {range}',
      en: 'The server announced port {seen}, but the promised range is {range}',
    },
    remedy: {
      ru: 'Задать в настройках FTP на {host} пассивный диапазон {range}',
      en: 'Set the passive range {range} in the FTP settings on {host}',
    },
  },
  'ftp-pasv-other-address': {
    message: {
      ru: 'В ответе PASV другой адрес: {seen} вместо {other}. Отсюда он доступен, из других сетей может не быть',
      en: 'The PASV reply holds another address: {seen} in place of {other}. It can be reached from here, but perhaps not from other networks',
    },
    remedy: {
      ru: 'Настроить FTP на {host} (pasv_address) так, чтобы он называл адрес, к которому подключаются МФУ',
      en: 'Set the FTP service on {host} (pasv_address) to announce the address that the MFPs connect to',
    },
  },
  'ftp-pasv-address-unreachable': {
    message: {
      ru: 'В ответе PASV другой адрес: {seen} вместо {other}, и подключиться к нему нельзя ({errno}). Похоже на NAT',
      en: 'The PASV reply holds another address: {seen} in place of {other}, and it cannot be reached ({errno}). NAT is likely',
    },
    remedy: {
      ru: 'Настроить FTP на {host} (pasv_address) так, чтобы он называл адрес, к которому подключаются МФУ, или включить на NAT разбор FTP',
      en: 'Set the FTP service on {host} (pasv_address) to announce the address that the MFPs connect to, or switch on FTP inspection at the NAT',
    },
  },
  'ftp-callback-blocked': {
    message: {
      ru: 'Сервер не подключился обратно на порт {listener} этого компьютера: встречное соединение отбрасывается',
      en: 'The server did not connect back to port {listener} of this computer: the connection back is dropped',
    },
    remedy: {
      ru: 'Разрешить {host} с порта {callback} → {from}, tcp 1024–65535; проверить и брандмауэр этого ноутбука',
      en: 'Allow {host} from port {callback} → {from}, tcp 1024–65535; check the firewall of this laptop too',
    },
  },
  'ftp-callback-failed': {
    message: {
      ru: 'Сервер не смог подключиться обратно: {reply}',
      en: 'The server could not connect back: {reply}',
    },
    remedy: {
      ru: 'Разрешить {host} с порта {callback} → {from}, tcp 1024–65535; проверить и брандмауэр этого ноутбука',
      en: 'Allow {host} from port {callback} → {from}, tcp 1024–65535; check the firewall of this laptop too',
    },
  },
  'ftp-callback-elsewhere': {
    message: {
      ru: 'Обратно подключился другой адрес: {seen} вместо {other}. Соединение не принято',
      en: 'Another address connected back: {seen} in place of {other}. It was not accepted',
    },
    remedy: {
      ru: 'Проверить NAT и маршруты {host}: соединение данных должно идти с того же адреса, что и управление',
      en: 'Check NAT and the routes of {host}: data must come from the address of the control connection',
    },
  },
  'ftp-callback-other-port': {
    message: {
      ru: 'Сервер подключился обратно с порта {seen}, а не {callback}: правило для порта {callback} его не пропустит',
      en: 'The server connected back from port {seen}, not {callback}: a rule for port {callback} will not let it through',
    },
    remedy: {
      ru: 'Включить на {host} соединение с порта {callback} (connect_from_port_20) и проверить NAT на пути',
      en: 'Make {host} connect from port {callback} (connect_from_port_20) and check any NAT on the path',
    },
  },
  'ftp-listen-failed': {
    message: {
      ru: 'Этот компьютер не смог открыть порт для встречного соединения ({errno})',
      en: 'This computer could not open a port for the connection back ({errno})',
    },
    remedy: {
      ru: 'Разрешить программе принимать соединения на ноутбуке и повторить',
      en: 'Allow the program to accept connections on the laptop and repeat',
    },
  },
  'ftp-listener-blocked': {
    message: {
      ru: 'Порт для встречного соединения закрыт на самом этом компьютере ({errno}): его брандмауэр или антивирус',
      en: 'The port for the connection back is blocked on this computer itself ({errno}): its firewall or antivirus',
    },
    remedy: {
      ru: 'Разрешить программе входящие соединения на ноутбуке и повторить',
      en: 'Allow the program incoming connections on the laptop and repeat',
    },
  },
} as const satisfies Record<string, ReasonText>;
