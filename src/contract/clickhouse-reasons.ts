/** Reasons of ClickHouse checks. */
import type { ReasonText } from './reason-text.ts';

export const CLICKHOUSE_REASONS = {
  'clickhouse-native-port': {
    message: {
      ru: 'ClickHouse отвечает, но это порт его собственного протокола, а не HTTP',
      en: 'ClickHouse answers, but this is the port of its own protocol, not of HTTP',
    },
    remedy: {
      ru: 'Указать в профиле порт HTTP (обычно 8123) и проверить, какой порт нужен Принтуму',
      en: 'Put the HTTP port (usually 8123) in the profile, and check which port Printum needs',
    },
  },
  'clickhouse-tls-only': {
    message: {
      ru: 'ClickHouse отвечает только внутри TLS, а в профиле TLS не указан',
      en: 'ClickHouse answers only within TLS, and the profile says no TLS',
    },
    remedy: {
      ru: 'Отметить TLS у ClickHouse в профиле и так же подключать к нему Принтум',
      en: 'Mark TLS for ClickHouse in the profile, and connect Printum to it in the same way',
    },
  },
  'clickhouse-other-http': {
    message: {
      ru: 'Отвечает веб-сервер, но не ClickHouse: {seen}',
      en: 'A web server answers, but not ClickHouse: {seen}',
    },
    remedy: {
      ru: 'Проверить адрес и порт ClickHouse ({host}:{port}) и прокси перед ним',
      en: 'Check the address and port of ClickHouse ({host}:{port}) and any proxy before it',
    },
  },
} as const satisfies Record<string, ReasonText>;
