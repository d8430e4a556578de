/** Why a check got its verdict: one code, what was seen and what to do about it, in each language. */
import { CLICKHOUSE_REASONS } from './clickhouse-reasons.ts';
import { DOMAIN_REASONS } from './domain-reasons.ts';
import { FTP_REASONS } from './ftp-reasons.ts';
import { HAPROXY_REASONS } from './haproxy-reasons.ts';
import { IPP_REASONS } from './ipp-reasons.ts';
import { PARTY_LABELS, SERVICE_LABELS } from './labels.ts';
import { NETWORK_REASONS } from './network-reasons.ts';
import { NFS_REASONS } from './nfs-reasons.ts';
import { ONLINE_INSTALL_REASONS } from './online-install-reasons.ts';
import { POSTGRESQL_REASONS } from './postgresql-reasons.ts';
import { RAW_REASONS } from './raw-reasons.ts';
import { REDIS_REASONS } from './redis-reasons.ts';
import { SERVICE_REASONS } from './service-reasons.ts';
import { SNMP_REASONS } from './snmp-reasons.ts';
import type { Language, LocalText, Party, ProbeKind } from './words.ts';

const REASONS = {
  ...SERVICE_REASONS,
  ...NETWORK_REASONS,
  ...FTP_REASONS,
  ...HAPROXY_REASONS,
  ...IPP_REASONS,
  ...ONLINE_INSTALL_REASONS,
  ...RAW_REASONS,
  ...REDIS_REASONS,
  ...CLICKHOUSE_REASONS,
  ...POSTGRESQL_REASONS,
  ...DOMAIN_REASONS,
  ...NFS_REASONS,
  ...SNMP_REASONS,
} as const;

export type ReasonCode = keyof typeof REASONS;
export const REASON_CODES = Object.keys(REASONS) as [ReasonCode, ...ReasonCode[]];

export type ReasonParams = Readonly<Record<string, string | number>>;

/** What was seen, in words. A place without its parameter stays visible as `{name}`; a test forbids it. */
export function reasonMessage(
  code: ReasonCode,
  params: ReasonParams | undefined,
  language: Language,
): string {
  return fill(REASONS[code].message[language], params, language);
}

/** What to do, or null where nothing is to be done. */
export function reasonRemedy(
  code: ReasonCode,
  params: ReasonParams | undefined,
  language: Language,
): string | null {
  const remedy: LocalText | null = REASONS[code].remedy;
  return remedy === null ? null : fill(remedy[language], params, language);
}

function fill(text: string, params: ReasonParams | undefined, language: Language): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) => {
    const value = params?.[name];
    return value === undefined ? place : inLanguage(name, value, language);
  });
}

function inLanguage(name: string, value: string | number, language: Language): string {
  const text = String(value);
  if (name === 'from' && Object.hasOwn(PARTY_LABELS, text)) return PARTY_LABELS[text as Party][language];
  if (name === 'service' && Object.hasOwn(SERVICE_LABELS, text)) {
    return SERVICE_LABELS[text as ProbeKind][language];
  }
  if (name === 'date') return dateInLanguage(text, language);
  return text;
}

/** ISO time → «21.11.2026» or «21 Nov 2026», by the calendar of UTC, in which certificates are dated. */
export function dateInLanguage(text: string, language: Language): string {
  const date = new Date(text);
  if (Number.isNaN(date.getTime())) return text;
  return new Intl.DateTimeFormat(language === 'ru' ? 'ru-RU' : 'en-GB', {
    day: '2-digit',
    month: language === 'ru' ? '2-digit' : 'short',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(date);
}
