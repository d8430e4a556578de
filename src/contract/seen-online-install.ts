/** «Что увидели» of the `online-install` probe: the way to the vendor's site and who answered there. */
import { factsOf } from './facts.ts';
import type { ProxyFacts } from './facts-online-install.ts';
import type { Language, LocalText, ProbeKind } from './words.ts';

const WORDS = {
  through: { ru: 'через прокси', en: 'through the proxy' },
  untrusted: { ru: 'издателю не доверяют', en: 'issuer not trusted' },
  otherName: { ru: 'сертификат на другое имя', en: 'certificate for another name' },
  plain: { ru: 'обычный HTTP', en: 'plain HTTP' },
  other: { ru: 'другая служба', en: 'another service' },
} as const satisfies Record<string, LocalText>;

const PROXY_WORDS: Readonly<Record<ProxyFacts['outcome'], LocalText>> = {
  tunnel: { ru: 'прокси: TLS не состоялся', en: 'proxy: no TLS connection' },
  'login-wanted': { ru: 'прокси просит вход', en: 'proxy asks for login' },
  'login-refused': { ru: 'прокси: вход не принят', en: 'proxy: login refused' },
  refused: { ru: 'прокси не пустил', en: 'proxy refused' },
  'no-answer': { ru: 'прокси не отвечает', en: 'proxy does not answer' },
  other: { ru: 'прокси: другая служба', en: 'proxy: another service' },
  unsupported: { ru: 'прокси: вид не поддерживается', en: 'proxy: kind not supported' },
};

/** For example «TLS 1.3, через прокси 10.0.0.1:3128» or «прокси просит вход»; null for other probes. */
export function describeOnlineInstall(
  result: { readonly service: ProbeKind; readonly facts: Readonly<Record<string, unknown>> },
  language: Language,
): string | null {
  const facts = factsOf(result, 'online-install');
  if (facts === null) return null;
  const { proxy, spoke, tls, reply } = facts;
  if (spoke === 'nothing') {
    return proxy === null ? null : PROXY_WORDS[proxy.outcome][language];
  }
  if (spoke === 'plain-http') return WORDS.plain[language];
  if (tls === null || reply === null) return WORDS.other[language];
  const parts = [tls.protocol.replace(/^TLSv/, 'TLS ')];
  if (reply.status === 401 || reply.status >= 500) parts.push(`HTTP ${reply.status}`);
  if (proxy !== null) parts.push(`${WORDS.through[language]} ${proxy.endpoint}`);
  if (!tls.nameMatches) parts.push(WORDS.otherName[language]);
  else if (tls.verificationError !== null) parts.push(WORDS.untrusted[language]);
  return parts.join(', ');
}
