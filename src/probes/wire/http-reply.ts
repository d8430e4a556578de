/** The head of an HTTP/1.x reply (RFC 9112, 4 and 5), read from bytes that may be hostile or not there yet. */

export interface HttpHead {
  /** `1.1` */
  readonly version: string;
  readonly status: number;
  readonly statusText: string;
  /** Names in lower case; of a repeated field the first. Values are Latin-1, as HTTP sends them. */
  readonly headers: ReadonlyMap<string, string>;
  /** Where the body begins; the end of the bytes where the head is not whole. */
  readonly bodyStart: number;
}

export type HttpHeadParse =
  | { readonly kind: 'head'; readonly head: HttpHead }
  /** `head` is what can be said already, once the status line is whole. */
  | { readonly kind: 'incomplete'; readonly head: HttpHead | null }
  | { readonly kind: 'not-http' };

const MAX_HEADERS = 200;
/** More of them hold less than their own sizes take: an ordinary server sends a few. */
const MAX_CHUNKS = 20_000;
const STATUS_LINE = /^HTTP\/(\d(?:\.\d)?) ([1-9]\d\d)(?: (.*))?$/;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const PREFIX = 'HTTP/';

/** Interim replies (1xx without 101) are passed over. Never throws; the caller caps the bytes. */
export function parseHttpHead(bytes: Uint8Array): HttpHeadParse {
  let start = 0;
  for (;;) {
    const parse = parseOneHead(bytes, start);
    if (parse.kind !== 'head' || !isInterim(parse.head.status)) return parse;
    start = parse.head.bodyStart;
  }
}

function isInterim(status: number): boolean {
  return status < 200 && status !== 101;
}

function parseOneHead(bytes: Uint8Array, start: number): HttpHeadParse {
  if (!startsLikeHttp(bytes, start)) return { kind: 'not-http' };
  const statusEnd = bytes.indexOf(LINE_FEED, start);
  if (statusEnd === -1) return { kind: 'incomplete', head: null };
  const match = STATUS_LINE.exec(lineText(bytes, start, statusEnd));
  if (match === null) return { kind: 'not-http' };
  const [, version = '', status = '', statusText = ''] = match;
  const headers = new Map<string, string>();
  const base = { version, status: Number(status), statusText: statusText.trim(), headers };
  let at = statusEnd + 1;
  for (let count = 0; ; count += 1) {
    const end = bytes.indexOf(LINE_FEED, at);
    if (end === -1) return { kind: 'incomplete', head: { ...base, bodyStart: bytes.length } };
    const line = lineText(bytes, at, end);
    at = end + 1;
    if (line === '') return { kind: 'head', head: { ...base, bodyStart: at } };
    if (count < MAX_HEADERS) addHeader(headers, line);
  }
}

function startsLikeHttp(bytes: Uint8Array, start: number): boolean {
  const length = Math.min(PREFIX.length, bytes.length - start);
  for (let index = 0; index < length; index += 1) {
    if (bytes[start + index] !== PREFIX.charCodeAt(index)) return false;
  }
  return true;
}

function addHeader(headers: Map<string, string>, line: string): void {
  const colon = line.indexOf(':');
  if (colon <= 0) return;
  const name = line.slice(0, colon).trim().toLowerCase();
  if (!headers.has(name)) headers.set(name, line.slice(colon + 1).trim());
}

function lineText(bytes: Uint8Array, start: number, end: number): string {
  const last = end > start && bytes[end - 1] === CARRIAGE_RETURN ? end - 1 : end;
  return latin1(bytes.subarray(start, last));
}

/** TextDecoder's `latin1` is windows-1252, which moves 0x80–0x9f. */
export function latin1(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 4096) {
    text += String.fromCharCode(...bytes.subarray(at, at + 4096));
  }
  return text;
}

/** The chunks that have come so far, joined (RFC 9112, 7.1); stops quietly at the first that is broken or missing. */
export function joinChunks(bytes: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = [];
  let at = 0;
  while (parts.length < MAX_CHUNKS) {
    const end = bytes.indexOf(LINE_FEED, at);
    if (end === -1) break;
    const [size = ''] = lineText(bytes, at, end).split(';');
    if (!/^[0-9a-fA-F]{1,8}$/.test(size.trim())) break;
    const length = Number.parseInt(size, 16);
    if (length === 0) break;
    parts.push(bytes.subarray(end + 1, end + 1 + length));
    at = end + 1 + length;
    if (at >= bytes.length) break;
    at = bytes[at] === CARRIAGE_RETURN ? at + 2 : at + 1;
  }
  return concat(parts);
}

function concat(parts: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}
