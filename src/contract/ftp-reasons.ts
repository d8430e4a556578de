/** Reasons of FTP checks: what the server said to login, modes and transfer. */
import { FTP_PATH_REASONS } from './ftp-path-reasons.ts';
import type { ReasonText } from './reason-text.ts';

/** Further places: reply (code and words of the server, or why none came), command, file. */
const FTP_TALK_REASONS = {
  'ftp-passive-works': {
    message: {
      ru: 'Диапазон {range} свободен, проверочный файл передан в пассивном режиме и удалён',
      en: 'The range {range} is free; a test file was transferred in passive mode and deleted',
    },
    remedy: null,
  },
  'ftp-active-works': {
    message: {
      ru: 'Сервер подключился обратно с порта {callback}, проверочный файл передан и удалён',
      en: 'The server connected back from port {callback}; a test file was transferred and deleted',
    },
    remedy: null,
  },
  'ftp-passive-login-skipped': {
    message: {
      ru: 'Диапазон {range} свободен, но вход и передача не проверялись: не заданы имя или пароль FTP',
      en: 'The range {range} is free, but login and transfer were not checked: no FTP user or password is set',
    },
    remedy: {
      ru: 'Указать в профиле площадки имя и пароль учётной записи для сканов (для командной строки пароль: SITECHECK_FTP_PASSWORD) и повторить',
      en: 'Give the user and the password of the scan account in the site profile (for the command line the password: SITECHECK_FTP_PASSWORD) and repeat',
    },
  },
  'ftp-active-login-skipped': {
    message: {
      ru: 'Порт {port} отвечает, но встречное соединение не проверялось: не заданы имя или пароль FTP',
      en: 'Port {port} answers, but the connection back was not checked: no FTP user or password is set',
    },
    remedy: {
      ru: 'Указать в профиле площадки имя и пароль учётной записи для сканов (для командной строки пароль: SITECHECK_FTP_PASSWORD) и повторить',
      en: 'Give the user and the password of the scan account in the site profile (for the command line the password: SITECHECK_FTP_PASSWORD) and repeat',
    },
  },
  'ftp-turned-away': {
    message: {
      ru: 'FTP отвечает, но не принимает: {reply}',
      en: 'FTP answers, but turns the caller away: {reply}',
    },
    remedy: {
      ru: 'Проверить на {host} предел соединений и список разрешённых адресов FTP',
      en: 'Check the connection limit and the list of allowed addresses of FTP on {host}',
    },
  },
  'ftp-login-refused': {
    message: {
      ru: 'FTP отвечает, но вход отклонён: {reply}',
      en: 'FTP answers, but the login was refused: {reply}',
    },
    remedy: {
      ru: 'Проверить имя учётной записи для сканов в профиле, её пароль и вход на {host}',
      en: 'Check the user of the scan account in the profile, its password and the login on {host}',
    },
  },
  'ftp-tls-required': {
    message: {
      ru: 'Сервер требует FTP с шифрованием: {reply}. МФУ передают сканы по обычному FTP',
      en: 'The server demands encrypted FTP: {reply}. MFPs deliver scans over plain FTP',
    },
    remedy: {
      ru: 'Разрешить на {host} обычный FTP для учётной записи сканов',
      en: 'Allow plain FTP for the scan account on {host}',
    },
  },
  'ftp-directory-refused': {
    message: {
      ru: 'Вход выполнен, но папка из профиля недоступна: {reply}',
      en: 'The login worked, but the folder of the profile cannot be entered: {reply}',
    },
    remedy: {
      ru: 'Проверить папку FTP в профиле и права на неё на {host}',
      en: 'Check the FTP folder in the profile and the rights to it on {host}',
    },
  },
  'ftp-control-lost': {
    message: {
      ru: 'FTP отвечал, но управляющее соединение сорвалось на команде {command} ({errno})',
      en: 'FTP answered, but the control connection broke at the command {command} ({errno})',
    },
    remedy: {
      ru: 'Проверить журнал FTP на {host} и разбор FTP на брандмауэре по пути',
      en: 'Check the FTP log on {host} and the FTP inspection of firewalls on the path',
    },
  },
  'ftp-passive-refused': {
    message: {
      ru: 'Сервер отказал в пассивном режиме: {reply}',
      en: 'The server refused passive mode: {reply}',
    },
    remedy: {
      ru: 'Включить пассивный режим FTP на {host} с диапазоном {range}',
      en: 'Switch on passive FTP on {host} with the range {range}',
    },
  },
  'ftp-passive-unreadable': {
    message: {
      ru: 'Ответ на {command} не читается: {reply}',
      en: 'The reply to {command} cannot be read: {reply}',
    },
    remedy: {
      ru: 'Проверить программу FTP на {host} и разбор FTP на брандмауэре по пути',
      en: 'Check the FTP program on {host} and the FTP inspection of firewalls on the path',
    },
  },
  'ftp-pasv-refused': {
    message: {
      ru: 'Передача работает по EPSV, но в PASV отказано ({reply}): старые МФУ знают только PASV',
      en: 'Transfers work with EPSV, but PASV was refused ({reply}): old MFPs know only PASV',
    },
    remedy: {
      ru: 'Разрешить PASV в настройках FTP на {host}',
      en: 'Allow PASV in the FTP settings on {host}',
    },
  },
  'ftp-port-refused': {
    message: {
      ru: 'Сервер отклонил команду {command}: {reply}',
      en: 'The server refused the command {command}: {reply}',
    },
    remedy: {
      ru: 'Разрешить активный режим FTP на {host}; если между ноутбуком и сервером NAT, проверять из сети без него',
      en: 'Allow active FTP on {host}; with a NAT between laptop and server, check from a network without it',
    },
  },
  'ftp-no-write-permission': {
    message: {
      ru: 'Вход выполнен, но записать файл нельзя: {reply}',
      en: 'The login worked, but no file can be written: {reply}',
    },
    remedy: {
      ru: 'Дать учётной записи для сканов право записи в папку на {host}',
      en: 'Give the scan account the right to write to the folder on {host}',
    },
  },
  'ftp-disk-full': {
    message: {
      ru: 'Сервер не принял файл, места нет: {reply}',
      en: 'The server did not take the file, there is no space: {reply}',
    },
    remedy: {
      ru: 'Освободить место или поднять квоту папки сканов на {host}',
      en: 'Free space or raise the quota of the scan folder on {host}',
    },
  },
  'ftp-transfer-failed': {
    message: {
      ru: 'Соединение есть, но передача не удалась на {command}: {reply}',
      en: 'The connection stands, but the transfer failed at {command}: {reply}',
    },
    remedy: {
      ru: 'Проверить журнал FTP на {host} и размер пакетов (MTU) на пути',
      en: 'Check the FTP log on {host} and the packet size (MTU) on the path',
    },
  },
  'ftp-content-differs': {
    message: {
      ru: 'Файл вернулся не таким, каким ушёл: отправлено байт {other}, на сервере {seen}',
      en: 'The file came back changed: bytes sent {other}, on the server {seen}',
    },
    remedy: {
      ru: 'Проверить текстовый режим (ASCII) в настройках FTP на {host} и фильтр содержимого на пути',
      en: 'Check the text mode (ASCII) in the FTP settings on {host} and any content filter on the path',
    },
  },
  'ftp-test-file-left': {
    message: {
      ru: 'Передача работает, но проверочный файл {file} не удалён: {reply}',
      en: 'Transfers work, but the test file {file} was not deleted: {reply}',
    },
    remedy: {
      ru: 'Удалить {file} на {host} вручную, если он остался',
      en: 'Delete {file} on {host} by hand, if it is still there',
    },
  },
} as const satisfies Record<string, ReasonText>;

export const FTP_REASONS = { ...FTP_TALK_REASONS, ...FTP_PATH_REASONS } as const;
