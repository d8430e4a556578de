/** «Что увидели» of the `haproxy` probe: the panel, a login, or another page. */
import { factsOf } from './facts.ts';
import type { Language, LocalText, ProbeKind } from './words.ts';

const WORDS = {
  panel: { ru: 'панель HAProxy', en: 'HAProxy panel' },
  login: { ru: 'просит вход', en: 'asks for login' },
  otherPage: { ru: 'другая страница', en: 'another page' },
  plain: { ru: 'обычный HTTP', en: 'plain HTTP' },
  other: { ru: 'другая служба', en: 'another service' },
} as const satisfies Record<string, LocalText>;

/** For example «TLS 1.3, панель HAProxy» or «TLS 1.3, HTTP 401, просит вход»; null for other probes. */
export function describeHaproxy(
  result: { readonly service: ProbeKind; readonly facts: Readonly<Record<string, unknown>> },
  language: Language,
): string | null {
  const facts = factsOf(result, 'haproxy');
  if (facts === null) return null;
  const { spoke, tls, reply, panel } = facts;
  if (spoke === 'plain-http') return WORDS.plain[language];
  if (tls === null || reply === null) return WORDS.other[language];
  const protocol = tls.protocol.replace(/^TLSv/, 'TLS ');
  if (panel) return `${protocol}, ${WORDS.panel[language]}`;
  const word = reply.status === 401 ? WORDS.login : WORDS.otherPage;
  return `${protocol}, HTTP ${reply.status}, ${word[language]}`;
}
