/** What is wrong with a draft, field by field, in the words of the profile's owner. */
import { allowedHere } from '../../../src/contract/problem-issues.ts';
import { type Site, siteSchema } from '../../../src/contract/site.ts';
import type { Language } from '../../../src/contract/words.ts';
import { candidateOf, type Draft } from './draft.ts';

/** Field path (`servers.0.host`) → what is allowed there, or a code for what has a text of its own. */
export type Problems = ReadonlyMap<string, string>;

export const OWN_TEXTS = ['needRole', 'needServer', 'needId'] as const;
export type OwnText = (typeof OWN_TEXTS)[number];

export type Judged =
  | { readonly ok: true; readonly site: Site }
  | { readonly ok: false; readonly problems: Problems };

export function judgeDraft(draft: Draft, language: Language): Judged {
  const parsed = siteSchema.safeParse(candidateOf(draft));
  if (parsed.success) return { ok: true, site: parsed.data };
  const problems = new Map<string, string>();
  for (const issue of parsed.error.issues) {
    const path = issue.path.join('.');
    if (!problems.has(path)) problems.set(path, ownText(path) ?? allowedHere(issue, language));
  }
  return { ok: false, problems };
}

function ownText(path: string): OwnText | null {
  if (path === 'servers') return 'needServer';
  if (path.endsWith('.roles')) return 'needRole';
  return path.endsWith('.id') ? 'needId' : null;
}

export function isOwnText(text: string): text is OwnText {
  return (OWN_TEXTS as readonly string[]).includes(text);
}
