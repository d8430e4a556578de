/** «Что увидели» of the PostgreSQL probe: version, encryption and what became of the login. */
import { factsOf } from './facts.ts';
import type { Language, LocalText, ProbeKind } from './words.ts';

const WORDS = {
  login: { ru: 'просит вход', en: 'asks for login' },
  refused: { ru: 'вход не принят', en: 'login refused' },
  accepted: { ru: 'вход принят', en: 'login accepted' },
  withinTls: { ru: 'внутри TLS', en: 'within TLS' },
  error: { ru: 'ошибка', en: 'error' },
  other: { ru: 'другая служба', en: 'another service' },
} as const satisfies Record<string, LocalText>;

/** For example «PostgreSQL 15.4 внутри TLS, вход принят»; null for other probes. */
export function describePostgresql(
  result: { readonly service: ProbeKind; readonly facts: Readonly<Record<string, unknown>> },
  language: Language,
): string | null {
  const facts = factsOf(result, 'postgresql');
  if (facts === null) return null;
  const say = (word: keyof typeof WORDS) => WORDS[word][language];
  if (facts.spoke === 'other') return say('other');
  const version = facts.serverVersion?.split(' ')[0] ?? null;
  const name = version === null ? 'PostgreSQL' : `PostgreSQL ${version}`;
  const who = facts.tls === null ? name : `${name} ${say('withinTls')}`;
  if (facts.login === 'refused') return `${who}, ${say('refused')}`;
  if (facts.error !== null) return `${who}, ${say('error')} ${facts.error.code}`;
  return `${who}, ${say(facts.login === 'accepted' ? 'accepted' : 'login')}`;
}
