/** The `http` probe: does the port answer HTTP, and if not, is it TLS that it wants? */
import type { HttpReply, ProbeFacts } from '../contract/facts.ts';
import { dial, dialAddress } from './dial.ts';
import { askPage, type PageAnswer } from './page.ts';
import { inBackground, type Probe, type ProbeContext, type ProbeTarget } from './probe.ts';
import { lookTwice } from './second-look.ts';
import { shakeHands } from './tls.ts';
import { printableBytes } from './wire/printable.ts';
import { isTlsRecord } from './wire/tls-record.ts';

const FIRST_BYTES = 64;

export const httpProbe: Probe<'http'> = {
  run: async (target, { path }, context) => {
    const { socket, address, localAddress } = await dial(target, context);
    const first = askPage(socket, { host: target.host, port: target.port, path, usualPort: 80 }, context);
    const seen = await lookTwice({
      first,
      isDoubtful: (answer) => answer === null || mayWantTls(answer, target.port),
      look: () => findTls(address, target, inBackground(context)),
      patienceMs: context.remainingMs() / 2,
      signal: context.signal,
    });
    const connection = { address, localAddress };
    if (seen.by === 'second') return { ...connection, spoke: 'tls', reply: null, firstBytes: null };
    return { ...connection, ...firstAnswerFacts(seen.answer) };
  },
};

function firstAnswerFacts(answer: PageAnswer): Pick<ProbeFacts<'http'>, 'spoke' | 'reply' | 'firstBytes'> {
  if (answer.kind === 'reply') return { spoke: 'http', reply: answer.reply, firstBytes: null };
  if (isTlsRecord(answer.bytes)) return { spoke: 'tls', reply: null, firstBytes: null };
  return { spoke: 'other', reply: null, firstBytes: printableBytes(answer.bytes, FIRST_BYTES) };
}

async function findTls(address: string, target: ProbeTarget, context: ProbeContext): Promise<true> {
  const dialled = await dialAddress(address, target.port, context);
  await shakeHands(dialled, target.host, context);
  return true;
}

/** Servers say it with 400, with a redirect to the same port, or with an alert record, which needs no second look. */
function mayWantTls(answer: PageAnswer, port: number): boolean {
  if (answer.kind === 'other') return !isTlsRecord(answer.bytes);
  return answer.reply.status === 400 || redirectsToTls(answer.reply, port);
}

function redirectsToTls(reply: HttpReply, port: number): boolean {
  if (reply.location === null || !URL.canParse(reply.location)) return false;
  const { protocol, port: named } = new URL(reply.location);
  return protocol === 'https:' && Number(named === '' ? 443 : named) === port;
}
