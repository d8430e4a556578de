/** One HTTP request whose reply is wanted whole, over a connection that stands: what the page probe does not need. */
import type { Duplex } from 'node:stream';
import { readBanner } from './page.ts';
import { type ProbeContext, ProbeError } from './probe.ts';
import { readReply } from './talk.ts';
import { type HttpHead, joinChunks, parseHttpHead } from './wire/http-reply.ts';

export interface HttpExchange {
  /** Request line and fields; `Connection: close` is added. */
  readonly lines: readonly string[];
  readonly body?: Uint8Array;
  readonly limitBytes: number;
  /** Whether the body is to be waited for, once the head is known. */
  readonly wantsBody: (head: HttpHead) => boolean;
  /** So much of the body is enough, whole or not; without it, nothing but the whole is. */
  readonly enoughBytes?: number;
}

export type HttpAnswer =
  | { readonly kind: 'reply'; readonly head: HttpHead; readonly body: Uint8Array }
  /** The first bytes of something that is not HTTP. */
  | { readonly kind: 'other'; readonly bytes: Uint8Array };

/** It is read anew with each piece that comes, so it must be short where the body may be long. */
const HEAD_LIMIT = 64 * 1024;

/** Enters `request`, then `reply`. Rejects as `readReply` does where head or wanted body stay incomplete. */
export async function exchangeHttp(
  socket: Duplex,
  { lines, body, limitBytes, wantsBody, enoughBytes = Number.POSITIVE_INFINITY }: HttpExchange,
  context: ProbeContext,
): Promise<HttpAnswer> {
  context.enter('request');
  for (const line of lines) context.trace(`> ${line}`);
  socket.write(`${[...lines, 'Connection: close'].join('\r\n')}\r\n\r\n`);
  if (body !== undefined) socket.write(body);
  context.enter('reply');
  const answer = await readReply(socket, {
    signal: context.signal,
    limitBytes,
    accept: (received, stage): HttpAnswer | null => {
      const parse = parseHttpHead(received.subarray(0, HEAD_LIMIT));
      if (parse.kind === 'not-http') return { kind: 'other', bytes: received };
      if (parse.kind === 'incomplete') {
        if (received.length < HEAD_LIMIT) return null;
        throw new ProbeError('too-large', `the head is longer than ${HEAD_LIMIT} bytes`);
      }
      const { head } = parse;
      const raw = received.subarray(head.bodyStart);
      const isAwaited = wantsBody(head) && head.status !== 204 && head.status !== 304;
      const needed = isAwaited && raw.length < enoughBytes;
      const ended = stage === 'end' && received.length < limitBytes && endsByClosing(head);
      if (needed && !isWhole(head, raw) && !ended) return null;
      return { kind: 'reply', head, body: new Uint8Array(isChunked(head) ? joinChunks(raw) : raw) };
    },
  });
  if (answer.kind === 'other') return readBanner(socket, answer.bytes, context);
  context.trace(`< HTTP/${answer.head.version} ${answer.head.status} ${answer.head.statusText}`);
  for (const [name, value] of answer.head.headers) {
    context.trace(`< ${name}: ${name === 'set-cookie' ? '…' : value}`);
  }
  return answer;
}

function isChunked({ headers }: HttpHead): boolean {
  return /chunked/i.test(headers.get('transfer-encoding') ?? '');
}

function isWhole(head: HttpHead, raw: Uint8Array): boolean {
  if (isChunked(head)) return Buffer.from(raw.subarray(-5)).equals(Buffer.from('0\r\n\r\n'));
  const length = head.headers.get('content-length');
  return length !== undefined && /^\d{1,15}$/.test(length) && raw.length >= Number(length);
}

/** Without a length the end of the connection is the end of the body (RFC 9112, 6.3). */
function endsByClosing(head: HttpHead): boolean {
  return !isChunked(head) && !head.headers.has('content-length');
}
