/** RESP, what Redis speaks (redis.io/docs/reference/protocol-spec, version 2): a bounded decoder, and commands as bytes. */

export type RespValue =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'error'; readonly text: string }
  | { readonly type: 'integer'; readonly value: number }
  | { readonly type: 'list'; readonly items: readonly RespValue[] }
  | { readonly type: 'nothing' };

export type RespParse =
  | { readonly kind: 'whole'; readonly value: RespValue; readonly length: number }
  | { readonly kind: 'more' }
  /** These bytes are no RESP, or more than a reply may be. */
  | { readonly kind: 'other' };

const MAX_LINE = 1024;
const MAX_ITEMS = 10_000;
const MAX_DEPTH = 8;
const CARRIAGE_RETURN = 0x0d;
const LINE_FEED = 0x0a;
const MARKS = { text: '+', error: '-', integer: ':', bulk: '$', list: '*' } as const;

/** One value from the beginning of the bytes. Never throws; items and depth are counted over the whole reply. */
export function parseResp(bytes: Uint8Array): RespParse {
  return parseValue(bytes, 0, 0, { items: 0 });
}

/** A command as a list of bulk strings. */
export function encodeCommand(words: readonly string[]): Uint8Array {
  const encoder = new TextEncoder();
  const parts = words.map((word) => `$${encoder.encode(word).length}\r\n${word}\r\n`);
  return encoder.encode(`*${words.length}\r\n${parts.join('')}`);
}

function parseValue(bytes: Uint8Array, at: number, depth: number, count: { items: number }): RespParse {
  const mark = bytes[at];
  if (mark === undefined) return { kind: 'more' };
  const type = String.fromCharCode(mark);
  if (!'+-:$*'.includes(type)) return { kind: 'other' };
  const end = lineEnd(bytes, at + 1);
  if (end === null) return { kind: bytes.length - at > MAX_LINE ? 'other' : 'more' };
  const line = text(bytes.subarray(at + 1, end));
  const after = end + 2;
  if (type === MARKS.text || type === MARKS.error) {
    const value = { type: type === MARKS.text ? 'text' : 'error', text: line } as const;
    return { kind: 'whole', value, length: after };
  }
  if (!/^-?\d{1,15}$/.test(line)) return { kind: 'other' };
  const number = Number(line);
  if (type === MARKS.integer)
    return { kind: 'whole', value: { type: 'integer', value: number }, length: after };
  if (number === -1) return { kind: 'whole', value: { type: 'nothing' }, length: after };
  if (number < 0) return { kind: 'other' };
  return type === MARKS.bulk
    ? parseBulk(bytes, after, number)
    : parseList(bytes, after, number, depth, count);
}

function parseBulk(bytes: Uint8Array, at: number, length: number): RespParse {
  const end = at + length;
  if (bytes.length < end + 2) return { kind: 'more' };
  if (bytes[end] !== CARRIAGE_RETURN || bytes[end + 1] !== LINE_FEED) return { kind: 'other' };
  return { kind: 'whole', value: { type: 'text', text: text(bytes.subarray(at, end)) }, length: end + 2 };
}

function parseList(
  bytes: Uint8Array,
  at: number,
  length: number,
  depth: number,
  count: { items: number },
): RespParse {
  count.items += length;
  if (count.items > MAX_ITEMS || depth >= MAX_DEPTH) return { kind: 'other' };
  const items: RespValue[] = [];
  let next = at;
  while (items.length < length) {
    const item = parseValue(bytes, next, depth + 1, count);
    if (item.kind !== 'whole') return item;
    items.push(item.value);
    next = item.length;
  }
  return { kind: 'whole', value: { type: 'list', items }, length: next };
}

/** Where CR LF stands; null where it does not within the longest line. */
function lineEnd(bytes: Uint8Array, from: number): number | null {
  const limit = Math.min(bytes.length - 1, from + MAX_LINE);
  for (let at = from; at < limit; at += 1) {
    if (bytes[at] === CARRIAGE_RETURN && bytes[at + 1] === LINE_FEED) return at;
  }
  return null;
}

function text(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
