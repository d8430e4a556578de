/** Replies of an FTP server (RFC 959, 4.2), taken from bytes that may be hostile or not there yet. */

export interface FtpReply {
  readonly code: number;
  /** Text of each line without its code; bytes of the peer, not yet safe to show. */
  readonly lines: readonly string[];
}

export type FtpReplyParse =
  | { readonly kind: 'reply'; readonly reply: FtpReply; readonly rest: Uint8Array }
  | { readonly kind: 'incomplete' }
  | { readonly kind: 'not-ftp' };

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const HYPHEN = 0x2d;
const ENDS_CODE: ReadonlySet<number> = new Set([0x20, HYPHEN, CARRIAGE_RETURN, LINE_FEED]);

/**
 * The first whole reply and the bytes after it. A reply of many lines ends with a line that repeats its code without
 * the hyphen; lines between may begin with anything, also with other codes. Never throws; the caller caps the bytes.
 */
export function takeFtpReply(bytes: Uint8Array): FtpReplyParse {
  if (!beginsLikeReply(bytes)) return { kind: 'not-ftp' };
  const firstEnd = bytes.indexOf(LINE_FEED);
  if (firstEnd === -1) return { kind: 'incomplete' };
  const first = bytes.subarray(0, firstEnd);
  const code = Number(decode(first.subarray(0, 3)));
  const isLong = first[3] === HYPHEN;
  const end = isLong ? endOfLongReply(bytes, firstEnd + 1) : firstEnd;
  if (end === -1) return { kind: 'incomplete' };
  const lines = decode(bytes.subarray(0, end))
    .split('\n')
    .map((line) => withoutCode(line.replace(/\r$/, ''), code));
  return { kind: 'reply', reply: { code, lines }, rest: bytes.subarray(end + 1) };
}

/** `211-Features:` and its lines, in capitals; empty where the server has none (RFC 2389, 3.2). */
export function featureNames(reply: FtpReply): readonly string[] {
  if (reply.code !== 211) return [];
  return reply.lines
    .slice(1, -1)
    .map((line) => line.trim().toUpperCase())
    .filter((line) => line !== '');
}

/** The folder between quotation marks of a 257 reply, doubled ones meaning one (RFC 959, appendix II); else null. */
export function quotedPath(reply: FtpReply): string | null {
  const quoted = /"((?:[^"]|"")*)"/.exec(reply.lines[0] ?? '')?.[1];
  return reply.code === 257 && quoted !== undefined ? quoted.replaceAll('""', '"') : null;
}

function beginsLikeReply(bytes: Uint8Array): boolean {
  const [first, second, third, fourth] = bytes;
  if (first !== undefined && (first < 0x31 || first > 0x36)) return false;
  if (second !== undefined && !isDigit(second)) return false;
  if (third !== undefined && !isDigit(third)) return false;
  return fourth === undefined || ENDS_CODE.has(fourth);
}

/** Where the line feed of the last line is; -1 where it has not come. */
function endOfLongReply(bytes: Uint8Array, start: number): number {
  for (let at = start; ; ) {
    const end = bytes.indexOf(LINE_FEED, at);
    if (end === -1) return -1;
    if (repeatsCode(bytes, at)) return end;
    at = end + 1;
  }
}

function repeatsCode(bytes: Uint8Array, at: number): boolean {
  for (let index = 0; index < 3; index += 1) {
    if (bytes[at + index] !== bytes[index]) return false;
  }
  const after = bytes[at + 3];
  return after !== HYPHEN && after !== undefined && ENDS_CODE.has(after);
}

function withoutCode(line: string, code: number): string {
  return line.startsWith(String(code)) && /^.{3}(?:[ -]|$)/.test(line) ? line.slice(4) : line;
}

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}

/** UTF-8 (RFC 2640), else the code page that Russian servers without it use. */
function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1251').decode(bytes);
  }
}
