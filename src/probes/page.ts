/** One `GET` over a connection that stands: what comes back, as HTTP or as bytes of something else. */
import type { Duplex } from 'node:stream';
import type { HttpReply } from '../contract/facts.ts';
import { endpoint } from './dial.ts';
import type { ProbeContext } from './probe.ts';
import { limitedSignal, readReply } from './talk.ts';
import { htmlTitle } from './wire/html-title.ts';
import { type HttpHead, joinChunks, parseHttpHead } from './wire/http-reply.ts';
import { printableText } from './wire/printable.ts';

export interface PageRequest {
  readonly host: string;
  readonly port: number;
  readonly path: string;
  /** The port that stays out of the `Host` field. */
  readonly usualPort: 80 | 443;
}

export type PageAnswer =
  | { readonly kind: 'reply'; readonly reply: HttpReply; readonly body: Uint8Array }
  /** The first bytes of something that is not HTTP. */
  | { readonly kind: 'other'; readonly bytes: Uint8Array };

const USER_AGENT = 'printum-sitecheck';
/** Head and title lie within this; a longer reply is not read on. */
const REPLY_LIMIT = 64 * 1024;
const FIRST_BYTES = 64;
/** The check is decided by then; the rest of a banner or a title is worth only a short wait. */
const BANNER_WAIT_MS = 100;
const TITLE_WAIT_MS = 400;
const MAX_FIELD = 300;

/** Enters `request`, then `reply`. A whole status line is an answer, however the rest of the reply goes. */
export async function askPage(
  socket: Duplex,
  request: PageRequest,
  context: ProbeContext,
): Promise<PageAnswer> {
  const lines = requestLines(request);
  context.enter('request');
  for (const line of lines) context.trace(`> ${line}`);
  socket.write(`${lines.join('\r\n')}\r\n\r\n`);
  context.enter('reply');
  const { head, bytes } = await readReply(socket, {
    signal: context.signal,
    limitBytes: REPLY_LIMIT,
    accept: (received, stage) => {
      const parse = parseHttpHead(received);
      if (parse.kind === 'not-http') return { head: null, bytes: received };
      if (parse.kind === 'incomplete' && stage === 'more') return null;
      return parse.head === null ? null : { head: parse.head, bytes: received };
    },
  });
  return head === null ? readBanner(socket, bytes, context) : readBody(socket, head, bytes, context);
}

function requestLines({ host, port, path, usualPort }: PageRequest): readonly string[] {
  const name = port === usualPort ? endpoint(host, 0).slice(0, -2) : endpoint(host, port);
  return [
    `GET ${path.replace(/[^\x21-\x7e]/g, encodeURIComponent)} HTTP/1.1`,
    `Host: ${name}`,
    `User-Agent: ${USER_AGENT}`,
    'Accept: text/html,*/*;q=0.8',
    'Accept-Encoding: identity',
    'Connection: close',
  ];
}

/** The first bytes of something unexpected: up to a line, or what comes in a moment. */
export async function readBanner(
  socket: Duplex,
  already: Uint8Array,
  context: ProbeContext,
): Promise<Extract<PageAnswer, { readonly kind: 'other' }>> {
  const limit = limitedSignal(context.signal, BANNER_WAIT_MS);
  try {
    const bytes = await readReply(socket, {
      signal: limit.signal,
      limitBytes: REPLY_LIMIT,
      already: already.subarray(0, FIRST_BYTES),
      accept: (received, stage) => {
        const enough = stage === 'end' || received.length >= FIRST_BYTES || received.includes(0x0a);
        return enough ? Uint8Array.from(received.subarray(0, FIRST_BYTES)) : null;
      },
    });
    return { kind: 'other', bytes };
  } finally {
    limit.release();
  }
}

async function readBody(
  socket: Duplex,
  head: HttpHead,
  already: Uint8Array,
  context: ProbeContext,
): Promise<PageAnswer> {
  context.trace(`< HTTP/${head.version} ${head.status} ${head.statusText}`);
  for (const [name, value] of head.headers) {
    context.trace(`< ${name}: ${name === 'set-cookie' ? '…' : value}`);
  }
  const limit = limitedSignal(context.signal, Math.min(TITLE_WAIT_MS, context.remainingMs()));
  try {
    const { title, body } = await readReply(socket, {
      signal: limit.signal,
      limitBytes: REPLY_LIMIT,
      already,
      accept: (received, stage) => {
        const raw = received.subarray(Math.min(head.bodyStart, received.length));
        const text = isChunked(head) ? joinChunks(raw) : raw;
        const found = isHtml(head) ? htmlTitle(text, head.headers.get('content-type') ?? null) : null;
        return found !== null || stage === 'end' || isWhole(head, raw) ? { title: found, body: text } : null;
      },
    });
    if (title !== null) context.trace(`title: ${title}`);
    return { kind: 'reply', reply: replyFacts(head, title), body };
  } finally {
    limit.release();
  }
}

function isHtml(head: HttpHead): boolean {
  const type = head.headers.get('content-type');
  return type === undefined || /html/i.test(type);
}

function isChunked(head: HttpHead): boolean {
  return /chunked/i.test(head.headers.get('transfer-encoding') ?? '');
}

/** Nothing more will come, or nothing that is looked for. */
function isWhole(head: HttpHead, body: Uint8Array): boolean {
  if (head.status === 204 || head.status === 304) return true;
  if (!isHtml(head) && head.status !== 400) return true;
  if (isChunked(head)) return Buffer.from(body.subarray(-5)).equals(Buffer.from('0\r\n\r\n'));
  const length = head.headers.get('content-length');
  return length !== undefined && /^\d{1,15}$/.test(length) && body.length >= Number(length);
}

/** The fields of a reply that are facts, safe to show. */
export function replyFacts(head: HttpHead, title: string | null): HttpReply {
  const field = (name: string) => {
    const value = head.headers.get(name);
    return value === undefined || value === '' ? null : printableText(value, MAX_FIELD);
  };
  return {
    status: head.status,
    statusText: printableText(head.statusText, MAX_FIELD),
    version: head.version,
    server: field('server'),
    title,
    location: field('location'),
    authenticate: field('www-authenticate')?.split(/[\s,]/)[0] ?? null,
    date: field('date'),
  };
}
