/** HTML by construction: every value put into an `html` template is cleaned and escaped; only Markup passes as it is. */

export interface Markup {
  readonly markup: string;
}

type Insert = string | number | Markup | null | readonly (Markup | null)[];

/** Controls (C0, C1), zero-width marks, and the bidirectional overrides that make text read as another text. */
const HIDDEN = /[\p{Cc}\u00AD\u061C\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF\uFFF9-\uFFFB\p{Cs}\p{Cn}]/gu;
const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** One line of visible text: line breaks and tabs become spaces, what cannot be seen is dropped. */
export function cleanText(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\s\u2028\u2029]+/gu, (space) => (space === '\u00A0' || space === '\u202F' ? space : ' '))
    .replace(HIDDEN, '')
    .trim();
}

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character);
}

/** Trusts its argument: for drawings, style sheets and fonts of our own. */
export function raw(markup: string): Markup {
  return { markup };
}

export const NOTHING: Markup = raw('');

/** A part of a sentence: the spaces around it belong to the sentence and stay. */
export function sentencePart(text: string): Markup {
  const cleaned = cleanText(text);
  const before = /^\s/.test(text) ? ' ' : '';
  const after = cleaned !== '' && /\s$/.test(text) ? ' ' : '';
  return raw(`${before}${escapeHtml(cleaned)}${after}`);
}

/** Tagged template: strings and numbers are cleaned and escaped, null prints nothing. */
export function html(parts: TemplateStringsArray, ...inserts: readonly Insert[]): Markup {
  return raw(parts.reduce((text, part, index) => text + insertText(inserts[index - 1]) + part));
}

/** The parts with the separator between them. */
export function joinMarkup(parts: readonly Markup[], separator: Markup): Markup {
  return raw(parts.map((part) => part.markup).join(separator.markup));
}

function insertText(insert: Insert | undefined): string {
  if (insert === undefined || insert === null) return '';
  if (typeof insert === 'string') return escapeHtml(cleanText(insert));
  if (typeof insert === 'number') return String(insert);
  if ('markup' in insert) return insert.markup;
  return insert.map((part) => part?.markup ?? '').join('');
}
