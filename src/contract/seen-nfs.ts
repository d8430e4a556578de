/** «Что увидели» of the NFS probe: versions, and whether the export is there. */
import { factsOf } from './facts.ts';
import type { NfsFacts } from './facts-nfs.ts';
import type { Language, LocalText, ProbeKind } from './words.ts';

const WORDS = {
  notNfs: { ru: 'RPC, не NFS', en: 'RPC, not NFS' },
  there: { ru: 'папка есть', en: 'folder is there' },
  absent: { ru: 'папки нет', en: 'no such folder' },
  hidden: { ru: 'папка не показана', en: 'folder not shown' },
  other: { ru: 'другая служба', en: 'another service' },
} as const satisfies Record<string, LocalText>;

const EXPORT_WORDS: Readonly<Record<NfsFacts['exportSeen'], keyof typeof WORDS | null>> = {
  listed: 'there',
  found: 'there',
  absent: 'absent',
  hidden: 'hidden',
  unknown: null,
};

/** For example «NFS 4, папка есть», «NFS 4, 3»; null for other probes. */
export function describeNfs(
  result: { readonly service: ProbeKind; readonly facts: Readonly<Record<string, unknown>> },
  language: Language,
): string | null {
  const facts = factsOf(result, 'nfs');
  if (facts === null) return null;
  const say = (word: keyof typeof WORDS) => WORDS[word][language];
  if (facts.spoke === 'other') return say('other');
  const versions = facts.versions.filter(({ state }) => state === 'answered').map(({ version }) => version);
  if (versions.length === 0) return say('notNfs');
  const word = EXPORT_WORDS[facts.exportSeen];
  const name = `NFS ${versions.join(', ')}`;
  return word === null ? name : `${name}, ${say(word)}`;
}
