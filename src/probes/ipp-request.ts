/** IPP requests as bytes, and one of them asked over HTTP (RFC 8010, 4). */
import type { Duplex } from 'node:stream';
import ipp from 'ipp';
import type { HttpReply } from '../contract/facts.ts';
import { endpoint } from './dial.ts';
import { exchangeHttp } from './http-exchange.ts';
import { replyFacts } from './page.ts';
import { type ProbeContext, ProbeError, type ProbeTarget } from './probe.ts';
import { type IppMessage, parseIppMessage } from './wire/ipp-message.ts';

export interface IppQuestion {
  readonly operation: keyof typeof OPERATIONS;
  readonly path: string;
  readonly attributes: readonly string[];
}

export type IppAnswer =
  | { readonly kind: 'http'; readonly reply: HttpReply; readonly message: IppMessage | null }
  /** The first bytes of something that is not HTTP. */
  | { readonly kind: 'other'; readonly bytes: Uint8Array };

/** RFC 8011, 5.4.15, and CUPS's own range. */
const OPERATIONS = {
  'Get-Printer-Attributes': 0x000b,
  'CUPS-Get-Default': 0x4001,
  'CUPS-Get-Printers': 0x4002,
} as const;
const OPERATION_OFFSET = 2;
/** Every IPP server since 1999 answers it, also those that prefer 2.0 (PWG 5100.12). */
const VERSION = '1.1';
const REPLY_LIMIT = 1024 * 1024;
const MEDIA_TYPE = /^\s*application\/ipp\s*(?:;|$)/i;

/** Rejects as `exchangeHttp` does, and with `protocol` where the body calls itself IPP and is not. */
export async function askIpp(
  socket: Duplex,
  target: ProbeTarget,
  question: IppQuestion,
  context: ProbeContext,
): Promise<IppAnswer> {
  const body = requestBytes(target, question);
  context.trace(`${question.operation}, IPP ${VERSION}, ${body.length} bytes`);
  const answer = await exchangeHttp(
    socket,
    {
      lines: [
        `POST ${question.path} HTTP/1.1`,
        `Host: ${endpoint(target.host, target.port)}`,
        'User-Agent: printum-sitecheck',
        'Content-Type: application/ipp',
        `Content-Length: ${body.length}`,
        'Accept: application/ipp',
      ],
      body,
      limitBytes: REPLY_LIMIT,
      wantsBody: ({ status, headers }) => status === 200 && isIpp(headers.get('content-type')),
    },
    context,
  );
  if (answer.kind === 'other') return answer;
  const { head } = answer;
  const reply = replyFacts(head, null);
  if (head.status !== 200 || !isIpp(head.headers.get('content-type'))) {
    return { kind: 'http', reply, message: null };
  }
  const parse = parseIppMessage(answer.body);
  if (parse.kind !== 'message') {
    throw new ProbeError('protocol', `application/ipp, ${answer.body.length} bytes, ${parse.kind}`);
  }
  context.trace(
    `< IPP ${parse.message.version} status 0x${parse.message.code.toString(16).padStart(4, '0')}`,
  );
  return { kind: 'http', reply, message: parse.message };
}

/** The library knows no operations of CUPS, so the operation is written over the one it put there. */
export function requestBytes(target: ProbeTarget, question: IppQuestion): Uint8Array {
  const uri = `ipp://${endpoint(target.host, target.port)}${question.path}`;
  const bytes = ipp.serialize({
    version: VERSION,
    operation: 'Get-Printer-Attributes',
    id: 1,
    'operation-attributes-tag': {
      'attributes-charset': 'utf-8',
      'attributes-natural-language': 'en',
      ...(question.operation === 'Get-Printer-Attributes' ? { 'printer-uri': uri } : {}),
      'requested-attributes': question.attributes,
    },
  });
  bytes.writeUInt16BE(OPERATIONS[question.operation], OPERATION_OFFSET);
  return bytes;
}

function isIpp(mediaType: string | undefined): boolean {
  return mediaType !== undefined && MEDIA_TYPE.test(mediaType);
}
