/** The `clickhouse` probe: `/ping` of the HTTP interface, which answers «Ok.» without a login. */
import type { ClickhouseFacts } from '../contract/facts-clickhouse.ts';
import { endpoint } from './dial.ts';
import { exchangeHttp, type HttpAnswer } from './http-exchange.ts';
import { replyFacts } from './page.ts';
import { askPlainOrTls } from './plain-or-tls.ts';
import type { Probe } from './probe.ts';
import { printableBytes } from './wire/printable.ts';

const REPLY_LIMIT = 64 * 1024;
/** «Ok.», the words of the native port, and enough of anything else to be recognised. */
const ENOUGH_BYTES = 256;
const FIRST_BYTES = 64;
const NATIVE_PORT = /Port \d+ is for clickhouse-client program/;

export const clickhouseProbe: Probe<'clickhouse'> = {
  run: async (target, { tls: tlsWanted }, context) => {
    const lines = [
      'GET /ping HTTP/1.1',
      `Host: ${endpoint(target.host, target.port)}`,
      'User-Agent: printum-sitecheck',
      'Accept: */*',
    ];
    const request = { lines, limitBytes: REPLY_LIMIT, wantsBody: () => true, enoughBytes: ENOUGH_BYTES };
    const asked = await askPlainOrTls({
      target,
      context,
      ask: async (open, talk) => exchangeHttp(await open(), request, talk),
      mayWantTls,
    });
    const { address, localAddress, tls, answer } = asked;
    return { address, localAddress, tlsWanted, tls, ...answerFacts(answer) };
  },
};

function mayWantTls(answer: HttpAnswer): boolean {
  if (answer.kind === 'other') return true;
  const { status, headers } = answer.head;
  if (status === 400) return !isNative(answer.body);
  return headers.get('location')?.startsWith('https:') ?? false;
}

function answerFacts(
  answer: HttpAnswer | null,
): Pick<ClickhouseFacts, 'spoke' | 'pingOk' | 'reply' | 'firstBytes'> {
  if (answer === null) return { spoke: 'nothing', pingOk: false, reply: null, firstBytes: null };
  if (answer.kind === 'other') {
    const firstBytes = printableBytes(answer.bytes, FIRST_BYTES);
    return { spoke: 'other', pingOk: false, reply: null, firstBytes };
  }
  const { head, body } = answer;
  return {
    spoke: isNative(body) ? 'native' : 'http',
    pingOk: head.status === 200 && Buffer.from(body).toString('latin1').trim() === 'Ok.',
    reply: replyFacts(head, null),
    firstBytes: printableBytes(body, FIRST_BYTES),
  };
}

function isNative(body: Uint8Array): boolean {
  return NATIVE_PORT.test(Buffer.from(body).toString('latin1'));
}
