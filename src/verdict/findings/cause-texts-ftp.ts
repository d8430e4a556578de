/** Causes of scans that do not arrive over FTP, in words. */
import type { CauseText } from './cause-text.ts';

/**
 * Places: hosts (one or several), from (the party), range and blocks (`30100–30199`), reach (how many ports get
 * through, or who can be reached at the announced place), closed and silent (the blocked ports in a clause), seen and
 * other (what was announced or came, what is right), reply (words of the server), callback (the port the server should
 * come from), clue (what gives an inspection away), control and also (a sentence, or nothing).
 */
export const FTP_CAUSES = {
  'ftp-data-ports-blocked': {
    title: {
      ru: 'FTP {hosts}: порты данных {range} закрыты',
      en: 'FTP {hosts}: data ports {range} are blocked',
    },
    explanation: {
      ru: 'Ни один из портов данных {range} не ответил: их отбрасывает фильтр на пути.{control} В пассивном режиме вход по FTP может работать, а скан не передаётся.{also}',
      en: 'None of the data ports {range} answered: a filter on the path drops them.{control} In passive mode an FTP login may work, but no scan is delivered.{also}',
    },
    remedy: {
      ru: 'Разрешить {from} → {hosts}, tcp {range}.',
      en: 'Allow {from} → {hosts}, tcp {range}.',
    },
    addressee: 'network-admin',
  },
  'ftp-range-partly-blocked': {
    title: { ru: '{reach}: {closed}', en: '{reach}: {closed}' },
    explanation: {
      ru: 'Из диапазона {range} на {hosts} {silent}: фильтр на пути отбрасывает пакеты. Порт для каждой передачи сервер выбирает сам, поэтому часть сканов не дойдёт.{also}',
      en: 'Of the range {range} on {hosts}, {silent}: a filter on the path drops the packets. The server picks a port for every transfer, so some scans will not arrive.{also}',
    },
    remedy: {
      ru: 'Разрешить {from} → {hosts}, tcp {range} целиком; сейчас закрыто: {blocks}.',
      en: 'Allow {from} → {hosts}, tcp {range} as a whole; blocked now: {blocks}.',
    },
    addressee: 'network-admin',
  },
  'ftp-other-address': {
    title: { ru: 'FTP называет {what} {seen}', en: 'FTP announces {what} {seen}' },
    explanation: {
      ru: 'Устройства подключаются к {other}, а в ответе на PASV стоит {seen}. {reach} Похоже на трансляцию адресов (NAT) перед сервером: устройство, которое верит ответу, скан не передаст.{also}',
      en: 'Devices connect to {other}, but the reply to PASV says {seen}. {reach} Address translation (NAT) in front of the server is likely: a device that believes the reply delivers no scan.{also}',
    },
    remedy: {
      ru: 'В настройках FTP на {hosts} задать внешний адрес {other} (в vsftpd: pasv_address={other}) или включить на NAT разбор FTP.',
      en: 'Set the outside address {other} in the FTP settings on {hosts} (in vsftpd: pasv_address={other}), or switch on FTP inspection at the NAT.',
    },
    addressee: 'printum-admin',
  },
  'ftp-port-outside': {
    title: {
      ru: 'FTP называет порт {seen} вне диапазона {range}',
      en: 'FTP announces port {seen}, outside {range}',
    },
    explanation: {
      ru: 'На {command} сервер {hosts} назвал порт {seen}, а обещан диапазон {range}. {reach} Правила брандмауэра рассчитаны на обещанный диапазон.',
      en: 'To {command} the server {hosts} announced port {seen}, but the promised range is {range}. {reach} Firewall rules are made for the promised range.',
    },
    remedy: {
      ru: 'Задать в настройках FTP на {hosts} пассивный диапазон {range} (в vsftpd: pasv_min_port и pasv_max_port).',
      en: 'Set the passive range {range} in the FTP settings on {hosts} (in vsftpd: pasv_min_port and pasv_max_port).',
    },
    addressee: 'printum-admin',
  },
  'ftp-commands-rewritten': {
    title: {
      ru: 'FTP {hosts}: команды меняет кто-то на пути',
      en: 'FTP {hosts}: something on the path alters commands',
    },
    explanation: {
      ru: '{clue} Похоже на разбор FTP (ALG) на брандмауэре или NAT: новые команды (EPSV, EPRT) он не трогает, а старые (PASV, PORT) переписывает.',
      en: '{clue} FTP inspection (ALG) on a firewall or NAT is likely: it leaves the newer commands (EPSV, EPRT) alone and rewrites the older ones (PASV, PORT).',
    },
    remedy: {
      ru: 'Выключить или исправить разбор FTP на брандмауэрах между {from} и {hosts}.',
      en: 'Switch off or mend the FTP inspection of the firewalls between {from} and {hosts}.',
    },
    addressee: 'network-admin',
  },
  'ftp-connect-back-blocked': {
    title: {
      ru: 'FTP {hosts}: обратное соединение с порта {callback} не доходит',
      en: 'FTP {hosts}: no connection back from port {callback}',
    },
    explanation: {
      ru: 'В активном режиме сервер сам открывает соединение с порта {callback} к устройству. Этот компьютер ждал его: {reply}. Вход работает, значит закрыт обратный путь.{also}',
      en: 'In active mode the server itself opens a connection from port {callback} to the device. This computer waited for it: {reply}. The login works, so the way back is blocked.{also}',
    },
    remedy: {
      ru: 'Разрешить {hosts} с порта {callback} → {from}, tcp 1024–65535. Проверить и брандмауэр этого ноутбука.',
      en: 'Allow {hosts} from port {callback} → {from}, tcp 1024–65535. Check the firewall of this laptop too.',
    },
    addressee: 'network-admin',
  },
  'ftp-connect-back-other-address': {
    title: {
      ru: 'FTP подключается обратно с чужого адреса {seen}',
      en: 'FTP connects back from another address: {seen}',
    },
    explanation: {
      ru: 'Управляющее соединение идёт с {other}, а соединение данных пришло с {seen}. Устройство его не примет, и правило для {other} его не пропустит.',
      en: 'The control connection is with {other}, but the data connection came from {seen}. A device will not accept it, and a rule for {other} will not let it through.',
    },
    remedy: {
      ru: 'Проверить NAT и маршруты {hosts}: данные должны идти с адреса {other}.',
      en: 'Check NAT and the routes of {hosts}: data must come from {other}.',
    },
    addressee: 'network-admin',
  },
  'ftp-connect-back-other-port': {
    title: {
      ru: 'FTP подключается обратно с порта {seen}, а не {callback}',
      en: 'FTP connects back from port {seen}, not {callback}',
    },
    explanation: {
      ru: 'Сервер {hosts} открыл соединение данных с порта {seen}. Отсюда оно прошло, но по таблице производителя разрешают порт {callback}: брандмауэр с таким правилом его не пропустит.',
      en: "The server {hosts} opened its data connection from port {seen}. It arrived here, but the vendor's table asks to allow port {callback}: a firewall with that rule will not let it through.",
    },
    remedy: {
      ru: 'Включить на {hosts} соединение с порта {callback} (в vsftpd: connect_from_port_20=YES, ftp_data_port={callback}). Если там так и настроено, порт меняет NAT на пути.',
      en: 'Make {hosts} connect from port {callback} (in vsftpd: connect_from_port_20=YES, ftp_data_port={callback}). If it is set so already, a NAT on the path changes the port.',
    },
    addressee: 'printum-admin',
  },
  'ftp-login-refused': {
    title: { ru: 'FTP {hosts}: вход отклонён', en: 'FTP {hosts}: the login is refused' },
    explanation: {
      ru: 'Сервер ответил: «{reply}». Порт 21 доступен, сеть ни при чём: неверны имя или пароль, или учётной записи для сканов вход не разрешён. Передача в обоих режимах из-за этого не проверена.',
      en: 'The server said: “{reply}”. Port 21 can be reached and the network is not to blame: user or password are wrong, or the scan account may not log in. No transfer could be tried in either mode.',
    },
    remedy: {
      ru: 'Сверить имя учётной записи для сканов в профиле и её пароль; разрешить ей вход по FTP на {hosts}.',
      en: 'Compare the user of the scan account in the profile and its password; allow it to log in over FTP on {hosts}.',
    },
    addressee: 'printum-admin',
  },
  'ftp-no-write-permission': {
    title: { ru: 'FTP {hosts}: нет права записи', en: 'FTP {hosts}: no permission to write' },
    explanation: {
      ru: 'Вход выполнен, а проверочный файл сервер не принял: «{reply}». Сеть пропускает, скану мешают права на папку {directory}.',
      en: 'The login worked, but the server did not take the test file: “{reply}”. The network lets it through; the rights to the folder {directory} stop a scan.',
    },
    remedy: {
      ru: 'Дать учётной записи для сканов право записи и удаления в папке {directory} на {hosts}.',
      en: 'Give the scan account the right to write and delete in the folder {directory} on {hosts}.',
    },
    addressee: 'printum-admin',
  },
  'ftp-disk-full': {
    title: { ru: 'FTP {hosts}: нет места для сканов', en: 'FTP {hosts}: no space for scans' },
    explanation: {
      ru: 'Вход выполнен, а проверочный файл сервер не принял: «{reply}». Диск или квота папки {directory} исчерпаны.',
      en: 'The login worked, but the server did not take the test file: “{reply}”. The disk or the quota of the folder {directory} is used up.',
    },
    remedy: {
      ru: 'Освободить место или поднять квоту папки {directory} на {hosts}.',
      en: 'Free space or raise the quota of the folder {directory} on {hosts}.',
    },
    addressee: 'printum-admin',
  },
} as const satisfies Record<string, CauseText>;
