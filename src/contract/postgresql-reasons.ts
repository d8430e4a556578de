/** Reasons of PostgreSQL checks. */
import type { ReasonText } from './reason-text.ts';

/** `reply` is the server's SQLSTATE and words, `seen` the way of login that it asks for. */
export const POSTGRESQL_REASONS = {
  'postgresql-login-required': {
    message: {
      ru: 'PostgreSQL доступен и просит пароль; вход не проверялся',
      en: 'PostgreSQL is reachable and asks for a password; the login was not tried',
    },
    remedy: null,
  },
  'postgresql-login-unsupported': {
    message: {
      ru: 'PostgreSQL доступен, но такой вход программа не проверяет: {seen}',
      en: 'PostgreSQL is reachable, but this program does not try such a login: {seen}',
    },
    remedy: {
      ru: 'Проверить вход с сервера Принтум вручную',
      en: 'Try the login by hand from the Printum server',
    },
  },
  'postgresql-login-refused': {
    message: {
      ru: 'PostgreSQL доступен, но вход не принят: {reply}',
      en: 'PostgreSQL is reachable, but refused the login: {reply}',
    },
    remedy: {
      ru: 'Сверить пользователя и пароль, проверить в pg_hba.conf вход с адресов серверов Принтум',
      en: 'Compare user and password, and check in pg_hba.conf the login from the addresses of the Printum servers',
    },
  },
  'postgresql-no-database': {
    message: {
      ru: 'PostgreSQL доступен, вход принят, но базы нет: {reply}',
      en: 'PostgreSQL is reachable and accepts the login, but the database is missing: {reply}',
    },
    remedy: {
      ru: 'Создать базу или исправить её имя в профиле',
      en: 'Create the database, or correct its name in the profile',
    },
  },
  'postgresql-error': {
    message: {
      ru: 'PostgreSQL отвечает, но ошибкой: {reply}',
      en: 'PostgreSQL answers, but with an error: {reply}',
    },
    remedy: {
      ru: 'Проверить состояние и журнал PostgreSQL на {host}',
      en: 'Check PostgreSQL and its log on {host}',
    },
  },
} as const satisfies Record<string, ReasonText>;
