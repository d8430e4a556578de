/** What is wrong with a draft, field by field, in the words of the profile's owner. */
import { allowedHere } from '../../../src/contract/problem-issues.ts';
import { DEVICES_MAX, type Device, deviceSchema, type Site, siteSchema } from '../../../src/contract/site.ts';
import type { Language } from '../../../src/contract/words.ts';
import { candidateOf, type Draft, trimHost } from './draft.ts';

/** Field path (`servers.0.host`) → what is allowed there, or a code for what has a text of its own. */
export type Problems = ReadonlyMap<string, string>;

export const OWN_TEXTS = ['needRole', 'needServer', 'needId', 'tooManyDevices'] as const;
export type OwnText = (typeof OWN_TEXTS)[number];

export type Judged =
  | { readonly ok: true; readonly site: Site }
  | { readonly ok: false; readonly problems: Problems };

/** The whole draft against the schema: once, when it is saved. */
export function judgeDraft(draft: Draft, language: Language): Judged {
  const parsed = siteSchema.safeParse(candidateOf(draft));
  if (parsed.success) return { ok: true, site: parsed.data };
  return { ok: false, problems: problemsOf(draft, language) };
}

/** The same problems at each letter: a device that did not change is not judged again. */
export function problemsOf(draft: Draft, language: Language): Problems {
  const problems = new Map<string, string>();
  const parsed = siteSchema.safeParse(candidateOf({ ...draft, devices: [] }));
  for (const { path, text } of parsed.success ? [] : issueTexts(parsed.error.issues, language)) {
    if (!problems.has(path)) problems.set(path, text);
  }
  const ids = new Set<string>();
  for (const [index, device] of draft.devices.entries()) {
    for (const [field, text] of deviceProblems(device, language)) {
      problems.set(`devices.${index}.${field}`, text);
    }
    if (ids.has(device.id)) problems.set(`devices.${index}.id`, 'needId');
    ids.add(device.id);
  }
  if (draft.devices.length > DEVICES_MAX) problems.set('devices', 'tooManyDevices');
  return problems;
}

const known: Readonly<Record<Language, WeakMap<Device, Problems>>> = {
  ru: new WeakMap(),
  en: new WeakMap(),
};

/** By the field's name. */
function deviceProblems(device: Device, language: Language): Problems {
  const before = known[language].get(device);
  if (before !== undefined) return before;
  const parsed = deviceSchema.safeParse(trimHost(device));
  const texts = parsed.success ? [] : issueTexts(parsed.error.issues, language);
  const problems = new Map(texts.map(({ path, text }) => [path, text]));
  known[language].set(device, problems);
  return problems;
}

function issueTexts(
  issues: Parameters<typeof allowedHere>[0][],
  language: Language,
): readonly { readonly path: string; readonly text: string }[] {
  return issues.map((issue) => {
    const path = issue.path.join('.');
    return { path, text: ownText(path) ?? allowedHere(issue, language) };
  });
}

function ownText(path: string): OwnText | null {
  if (path === 'servers') return 'needServer';
  if (path.endsWith('.roles')) return 'needRole';
  return path === 'id' || path.endsWith('.id') ? 'needId' : null;
}

export function isOwnText(text: string): text is OwnText {
  return (OWN_TEXTS as readonly string[]).includes(text);
}
