/** Peer bytes and peer text as something a person can read and a terminal cannot obey. */

/** Control characters, and the marks that turn the direction of text around them. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const UNSAFE = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;

const SHORT_ESCAPES: Readonly<Record<string, string>> = { '\r': '\\r', '\n': '\\n', '\t': '\\t' };

/** Escapes what is unsafe (`\n`, `\x1b`, `\u202e`) and cuts to `limit` characters with `…`. */
export function printableText(text: string, limit: number): string {
  const escaped = text.slice(0, limit + 1).replace(UNSAFE, escapeCharacter);
  return escaped.length <= limit ? escaped : `${escaped.slice(0, limit - 1)}…`;
}

/** The first `limit` bytes: ASCII as it is, everything else as `\xhh`. */
export function printableBytes(bytes: Uint8Array, limit: number): string {
  let text = '';
  for (const byte of bytes.subarray(0, limit)) {
    const character = String.fromCharCode(byte);
    text += byte >= 0x20 && byte < 0x7f ? character : (SHORT_ESCAPES[character] ?? escapeByte(byte));
  }
  return text;
}

function escapeCharacter(character: string): string {
  const code = character.charCodeAt(0);
  return SHORT_ESCAPES[character] ?? (code > 0xff ? `\\u${code.toString(16)}` : escapeByte(code));
}

function escapeByte(byte: number): string {
  return `\\x${byte.toString(16).padStart(2, '0')}`;
}
