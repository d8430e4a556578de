/** «Что увидели» of the domain probe: which of LDAP, Kerberos and DNS answered. */
import { factsOf } from './facts.ts';
import type { Language, LocalText, ProbeKind } from './words.ts';

const WORDS = {
  refused: { ru: 'корень закрыт', en: 'root entry hidden' },
  without: { ru: 'без', en: 'without' },
  silent: { ru: 'молчит', en: 'silent' },
  other: { ru: 'другая служба', en: 'another service' },
} as const satisfies Record<string, LocalText>;

/** For example «LDAP, Kerberos, DNS», «LDAPS, DNS, без Kerberos»; null for other probes. */
export function describeDomain(
  result: { readonly service: ProbeKind; readonly facts: Readonly<Record<string, unknown>> },
  language: Language,
): string | null {
  const facts = factsOf(result, 'domain');
  if (facts === null) return null;
  const say = (word: keyof typeof WORDS) => WORDS[word][language];
  if (facts.spoke === 'nothing') return `TLS, ${say('silent')}`;
  if (facts.spoke === 'other') return say('other');
  const { tls, kerberos, dns, rootEntry } = facts;
  const ldap = tls === null ? 'LDAP' : 'LDAPS';
  if (rootEntry === null && facts.result?.code !== 0) return `${ldap}, ${say('refused')}`;
  const neighbours: readonly (readonly [string, boolean | null])[] = [
    ['Kerberos', kerberos === null ? null : kerberos.confirmed],
    ['DNS', dns === null ? null : dns.ldap.length > 0],
  ];
  const there = neighbours.filter(([, isThere]) => isThere === true).map(([name]) => name);
  const missing = neighbours.filter(([, isThere]) => isThere === false).map(([name]) => name);
  return [ldap, ...there, ...missing.map((name) => `${say('without')} ${name}`)].join(', ');
}
