/** Reasons of domain checks: LDAP, and DNS and Kerberos beside it. */
import type { ReasonText } from './reason-text.ts';

/** `seen` is a domain, `other` the one of the profile. */
export const DOMAIN_REASONS = {
  'domain-ldap-refused': {
    message: {
      ru: 'LDAP доступен, но корневую запись без входа не показывает: {seen}',
      en: 'LDAP is reachable, but does not show its root entry without a login: {seen}',
    },
    remedy: null,
  },
  'domain-other': {
    message: {
      ru: 'LDAP отвечает, но это домен {seen}, а в профиле {other}',
      en: 'LDAP answers, but this is the domain {seen}, and the profile says {other}',
    },
    remedy: {
      ru: 'Сверить имя домена и адрес контроллера в профиле',
      en: 'Compare the name of the domain and the address of its controller in the profile',
    },
  },
  'domain-kerberos': {
    message: {
      ru: 'LDAP отвечает, но Kerberos на порту {other}/tcp не отозвался ({errno})',
      en: 'LDAP answers, but Kerberos on port {other}/tcp did not ({errno})',
    },
    remedy: {
      ru: 'Разрешить {from} → {host}, tcp и udp {other}, если вход пользователей идёт через Kerberos',
      en: 'Allow {from} → {host}, tcp and udp {other}, if users log in through Kerberos',
    },
  },
  'domain-dns-silent': {
    message: {
      ru: 'LDAP отвечает, но сервер имён не ответил о домене {seen} ({errno})',
      en: 'LDAP answers, but the name server said nothing about the domain {seen} ({errno})',
    },
    remedy: {
      ru: 'Проверить, какой сервер DNS выдан и отвечает ли он на 53/udp',
      en: 'Check which DNS server was given, and whether it answers on 53/udp',
    },
  },
  'domain-no-service-records': {
    message: {
      ru: 'LDAP отвечает, но в DNS нет записей SRV домена {seen}',
      en: 'LDAP answers, but DNS has no SRV records of the domain {seen}',
    },
    remedy: {
      ru: 'Указать серверам Принтум DNS домена или завести записи _ldap._tcp и _kerberos._tcp',
      en: 'Give the Printum servers the DNS of the domain, or create the records _ldap._tcp and _kerberos._tcp',
    },
  },
} as const satisfies Record<string, ReasonText>;
