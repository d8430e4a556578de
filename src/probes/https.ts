/** The `https` probe: does the port speak TLS and HTTP within it, and if not, is it plain HTTP? */
import { dial, dialAddress } from './dial.ts';
import { askPage, type PageAnswer, type PageRequest } from './page.ts';
import { inBackground, type Probe, type ProbeContext } from './probe.ts';
import { lookTwice } from './second-look.ts';
import { shakeHands } from './tls.ts';
import { printableBytes } from './wire/printable.ts';
import { isTlsRecord } from './wire/tls-record.ts';

const FIRST_BYTES = 64;
/** How nginx, Apache, Go, Tomcat and Caddy say that the port wants TLS, all of them with status 400. */
const WANTS_TLS = /to https port|https server|ssl-enabled server|requires tls|speaking plain http/i;

export const httpsProbe: Probe<'https'> = {
  run: async (target, { path }, context) => {
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
    if (seen.by === 'second') return { ...connection, ...plainFacts(seen.answer) };
    const { socket: secure, facts } = seen.answer;
    const answer = await askPage(secure, request, context);
    if (answer.kind === 'reply') {
      return { ...connection, spoke: 'tls', tls: facts, reply: answer.reply, firstBytes: null };
    }
    const firstBytes = printableBytes(answer.bytes, FIRST_BYTES);
    return { ...connection, spoke: 'other', tls: facts, reply: null, firstBytes };
  },
};

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
