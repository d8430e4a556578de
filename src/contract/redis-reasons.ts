/** Reasons of Redis and Sentinel checks. The vendor's table says HTTPS for both; Redis speaks RESP. */
import type { ReasonText } from './reason-text.ts';

/** `reply` is what the server said. */
export const REDIS_REASONS = {
  'redis-plain': {
    message: {
      ru: 'Отвечает {service}. В таблице производителя HTTPS, ответил RESP без TLS',
      en: "{service} answers. The vendor's table says HTTPS, RESP over plain TCP answered",
    },
    remedy: null,
  },
  'redis-tls': {
    message: {
      ru: 'Отвечает {service}. В таблице производителя HTTPS, ответил RESP внутри TLS',
      en: "{service} answers. The vendor's table says HTTPS, RESP over TLS answered",
    },
    remedy: null,
  },
  'redis-login-required': {
    message: {
      ru: '{service} доступен и просит пароль',
      en: '{service} is reachable and asks for a password',
    },
    remedy: null,
  },
  'redis-login-refused': {
    message: {
      ru: '{service} доступен, но пароль не принят: {reply}',
      en: '{service} is reachable, but refused the password: {reply}',
    },
    remedy: {
      ru: 'Сверить пароль с настройкой requirepass на {host}',
      en: 'Compare the password with requirepass on {host}',
    },
  },
  'redis-protected': {
    message: {
      ru: '{service} принимает команды только со своего сервера (protected mode)',
      en: '{service} takes commands from its own server only (protected mode)',
    },
    remedy: {
      ru: 'Задать на {host} пароль и адреса (bind), с которых Redis доступен другим серверам Принтум',
      en: 'Set a password and the addresses (bind) on {host} at which the other Printum servers reach Redis',
    },
  },
  'redis-error': {
    message: {
      ru: '{service} отвечает, но ошибкой: {reply}',
      en: '{service} answers, but with an error: {reply}',
    },
    remedy: {
      ru: 'Проверить состояние и журнал Redis на {host}',
      en: 'Check Redis and its log on {host}',
    },
  },
  'redis-replica-alone': {
    message: {
      ru: 'Redis отвечает, но это реплика без связи с ведущим {seen}',
      en: 'Redis answers, but it is a replica without a connection to its master {seen}',
    },
    remedy: {
      ru: 'Проверить связь {host} → {seen} и пароль ведущего (masterauth)',
      en: 'Check the connection {host} → {seen} and the password of the master (masterauth)',
    },
  },
  'redis-is-sentinel': {
    message: {
      ru: 'На порту Redis отвечает Sentinel',
      en: 'Sentinel answers on the port of Redis',
    },
    remedy: {
      ru: 'Проверить порты Redis и Sentinel на {host}: они могли поменяться местами',
      en: 'Check the ports of Redis and Sentinel on {host}: they may be swapped',
    },
  },
  'sentinel-is-redis': {
    message: {
      ru: 'На порту Sentinel отвечает Redis, который команд Sentinel не знает',
      en: 'A Redis that knows no commands of Sentinel answers on its port',
    },
    remedy: {
      ru: 'Запустить Sentinel на {host}, порт {port}',
      en: 'Start Sentinel on {host}, port {port}',
    },
  },
  'sentinel-no-masters': {
    message: {
      ru: 'Sentinel отвечает, но ни за одним ведущим не следит',
      en: 'Sentinel answers, but watches no master',
    },
    remedy: {
      ru: 'Добавить ведущего в настройки Sentinel на {host} (sentinel monitor)',
      en: 'Add the master to the settings of Sentinel on {host} (sentinel monitor)',
    },
  },
  'sentinel-master-down': {
    message: {
      ru: 'Sentinel отвечает, но считает ведущего недоступным: {seen}',
      en: 'Sentinel answers, but holds the master for unreachable: {seen}',
    },
    remedy: {
      ru: 'Запустить ведущий Redis и проверить связь с ним от {host}',
      en: 'Start the master Redis and check the connection to it from {host}',
    },
  },
} as const satisfies Record<string, ReasonText>;
