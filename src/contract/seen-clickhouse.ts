/** «Что увидели» of the ClickHouse probe. */
import { factsOf } from './facts.ts';
import type { Language, LocalText, ProbeKind } from './words.ts';

const WORDS = {
  withinTls: { ru: 'внутри TLS', en: 'within TLS' },
  native: { ru: 'свой протокол', en: 'own protocol' },
  notClickhouse: { ru: 'не ClickHouse', en: 'not ClickHouse' },
  silent: { ru: 'молчит', en: 'silent' },
  other: { ru: 'другая служба', en: 'another service' },
} as const satisfies Record<string, LocalText>;

/** For example «ClickHouse», «ClickHouse внутри TLS», «HTTP 404, не ClickHouse»; null for other probes. */
export function describeClickhouse(
  result: { readonly service: ProbeKind; readonly facts: Readonly<Record<string, unknown>> },
  language: Language,
): string | null {
  const facts = factsOf(result, 'clickhouse');
  if (facts === null) return null;
  const say = (word: keyof typeof WORDS) => WORDS[word][language];
  if (facts.spoke === 'nothing') return `TLS, ${say('silent')}`;
  if (facts.spoke === 'other') return say('other');
  if (facts.spoke === 'native') return `ClickHouse, ${say('native')}`;
  if (!facts.pingOk) return `HTTP ${facts.reply?.status ?? 0}, ${say('notClickhouse')}`;
  return facts.tls === null ? 'ClickHouse' : `ClickHouse ${say('withinTls')}`;
}
