/** The title of an HTML page, from the first bytes of its body: what an engineer recognises a service by. */
import { latin1 } from './http-reply.ts';

const MAX_TITLE = 120;
/** HTML wants the declaration of the encoding within the first 1024 bytes; real pages are less tidy. */
const META_REACH = 4096;
const META_CHARSET = /<meta[^>]{0,300}charset\s{0,9}=\s{0,9}["']?\s{0,9}([a-z0-9_:.-]{1,40})/;
/** What one title may take before it is cut: an entity can be ten bytes for one character. */
const MAX_TITLE_BYTES = 4096;

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  laquo: '«',
  raquo: '»',
  mdash: '—',
  ndash: '–',
  hellip: '…',
  copy: '©',
  reg: '®',
  trade: '™',
};

/** The title in at most 120 characters, or null while there is none. `contentType` is the header's value. */
export function htmlTitle(body: Uint8Array, contentType: string | null): string | null {
  const text = latin1(body);
  const lower = text.toLowerCase();
  const place = findTitle(lower);
  if (place === null) return null;
  const bytes = body.subarray(place.start, Math.min(place.end, place.start + MAX_TITLE_BYTES));
  const title = tidy(decodeEntities(decode(bytes, charsetOf(lower, contentType))));
  return title === '' ? null : title;
}

/** Plain searches: a regular expression over a hostile 64 KiB can take seconds. */
function findTitle(lower: string): { readonly start: number; readonly end: number } | null {
  for (let at = lower.indexOf('<title'); at !== -1; at = lower.indexOf('<title', at + 1)) {
    if (!/[\s>]/.test(lower.charAt(at + 6))) continue;
    const start = lower.indexOf('>', at) + 1;
    const end = start === 0 ? -1 : lower.indexOf('</title', start);
    return end === -1 ? null : { start, end };
  }
  return null;
}

function charsetOf(lower: string, contentType: string | null): string | null {
  const header = /charset\s{0,9}=\s{0,9}"?([a-z0-9_:.-]{1,40})/i.exec(contentType ?? '');
  return header?.[1] ?? META_CHARSET.exec(lower.slice(0, META_REACH))?.[1] ?? null;
}

/** Undeclared bytes that are not UTF-8 are windows-1251 on the sites this program visits. */
function decode(bytes: Uint8Array, charset: string | null): string {
  for (const label of [charset, 'utf-8', 'windows-1251']) {
    if (label === null) continue;
    try {
      return new TextDecoder(label, { fatal: label !== charset }).decode(bytes);
    } catch {
      // An unknown label or bytes of another encoding: the next one is tried.
    }
  }
  return latin1(bytes);
}

function decodeEntities(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z]{2,8}));/g,
    (whole, decimal, hex, name) => {
      if (name !== undefined) return ENTITIES[name] ?? whole;
      const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
      return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
        ? String.fromCodePoint(code)
        : whole;
    },
  );
}

function tidy(text: string): string {
  const line = text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
    .replace(/[\u0000-\u0020\u007f-\u00a0\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]+/g, ' ')
    .trim();
  const characters = [...line];
  return characters.length <= MAX_TITLE ? line : `${characters.slice(0, MAX_TITLE - 1).join('')}…`;
}
