/** The `https` probe: does the port speak TLS and HTTP within it, and if not, is it plain HTTP? */
import type { ProbeFacts, TlsFacts } from '../contract/facts.ts';
import { dial, dialAddress } from './dial.ts';
import { askPage, type PageAnswer, type PageRequest } from './page.ts';
import { inBackground, type Probe, type ProbeContext, type ProbeTarget } from './probe.ts';
import { lookTwice } from './second-look.ts';
import { shakeHands } from './tls.ts';
import { printableBytes } from './wire/printable.ts';
import { isTlsRecord } from './wire/tls-record.ts';

const FIRST_BYTES = 64;
/** How nginx, Apache, Go, Tomcat and Caddy say that the port wants TLS, all of them with status 400. */
const WANTS_TLS = /to https port|https server|ssl-enabled server|requires tls|speaking plain http/i;

export const httpsProbe: Probe<'https'> = {
  run: async (target, { path }, context) => (await lookAtHttps(target, path, context)).facts,
};

export interface HttpsLook {
  readonly facts: ProbeFacts<'https'>;
  /** The beginning of the page; empty where no page came. */
  readonly body: Uint8Array;
}

/** Dials, shakes hands and asks for a page; looks for plain HTTP where no TLS stands. */
export async function lookAtHttps(
  target: ProbeTarget,
  path: string,
  context: ProbeContext,
): Promise<HttpsLook> {
  const dialled = await dial(target, context);
  const { address, localAddress } = dialled;
  const connection = { address, localAddress };
  const request: PageRequest = { host: target.host, port: target.port, path, usualPort: 443 };
  context.enter('tls');
  const seen = await lookTwice({
    first: shakeHands(dialled, target.host, context),
    isDoubtful: (answer) => answer === null,
    look: () => findPlain(address, request, inBackground(context)),
    patienceMs: context.remainingMs() / 2,
    signal: context.signal,
  });
  if (seen.by === 'second') {
    return { facts: { ...connection, ...plainFacts(seen.answer) }, body: bodyOf(seen.answer) };
  }
  const { socket: secure, facts: tls } = seen.answer;
  const answer = await askPage(secure, request, context);
  return { facts: { ...connection, ...secureFacts(tls, answer) }, body: bodyOf(answer) };
}

/** What a page that was asked for within TLS says. */
export function secureFacts(
  tls: TlsFacts,
  answer: PageAnswer,
): Pick<ProbeFacts<'https'>, 'spoke' | 'tls' | 'reply' | 'firstBytes'> {
  if (answer.kind === 'reply') return { spoke: 'tls', tls, reply: answer.reply, firstBytes: null };
  return { spoke: 'other', tls, reply: null, firstBytes: printableBytes(answer.bytes, FIRST_BYTES) };
}

function bodyOf(answer: PageAnswer): Uint8Array {
  return answer.kind === 'reply' ? answer.body : new Uint8Array(0);
}

function plainFacts(answer: PageAnswer) {
  if (answer.kind === 'reply') {
    return { spoke: 'plain-http', tls: null, reply: answer.reply, firstBytes: null } as const;
  }
  const firstBytes = printableBytes(answer.bytes, FIRST_BYTES);
  return { spoke: 'other', tls: null, reply: null, firstBytes } as const;
}

/** Null where the answer itself says that the port is TLS: then the failed handshake is what is to be told. */
async function findPlain(
  address: string,
  request: PageRequest,
  context: ProbeContext,
): Promise<PageAnswer | null> {
  const { socket } = await dialAddress(address, request.port, context);
  const answer = await askPage(socket, request, context);
  if (answer.kind === 'other') return isTlsRecord(answer.bytes) ? null : answer;
  const page = Buffer.from(answer.body).toString('latin1');
  return answer.reply.status === 400 && WANTS_TLS.test(page) ? null : answer;
}
