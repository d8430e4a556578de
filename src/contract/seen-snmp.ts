/** «Что увидели» of the SNMP probes: versions that answered and those that did not. */
import { factsOf } from './facts.ts';
import type { SnmpVersionsFacts } from './facts-snmp.ts';
import type { Language, LocalText, ProbeKind } from './words.ts';

const WORDS = {
  and: { ru: 'и', en: 'and' },
  without: { ru: 'без', en: 'without' },
  onlyV3: { ru: 'отвечает только SNMP v3', en: 'only SNMP v3 answers' },
  refused: { ru: 'сообщество не принято', en: 'community refused' },
  odd: { ru: 'не SNMP', en: 'not SNMP' },
  acknowledged: { ru: 'inform подтверждён', en: 'inform acknowledged' },
} as const satisfies Record<string, LocalText>;

/** For example «SNMP v1 и v2c», «SNMP v2c, без v1»; null for other probes. */
export function describeSnmp(
  result: { readonly service: ProbeKind; readonly facts: Readonly<Record<string, unknown>> },
  language: Language,
): string | null {
  const say = (word: keyof typeof WORDS) => WORDS[word][language];
  const trap = factsOf(result, 'snmp-trap');
  if (trap !== null) return say(trap.acknowledged ? 'acknowledged' : 'odd');
  const facts = factsOf(result, 'snmp') ?? factsOf(result, 'snmp-versions');
  return facts === null ? null : versionWords(facts, say);
}

function versionWords(
  { versions, v3 }: SnmpVersionsFacts,
  say: (word: keyof typeof WORDS) => string,
): string {
  const answered = versions.filter(({ outcome }) => outcome === 'answered').map(({ version }) => version);
  const missing = versions.filter(({ outcome }) => outcome !== 'answered').map(({ version }) => version);
  if (answered.length > 0) {
    const spoke = `SNMP ${answered.join(` ${say('and')} `)}`;
    return missing.length === 0 ? spoke : `${spoke}, ${say('without')} ${missing.join(', ')}`;
  }
  if (versions.some(({ outcome }) => outcome === 'refused')) return say('refused');
  return say(v3?.answered === true ? 'onlyV3' : 'odd');
}
