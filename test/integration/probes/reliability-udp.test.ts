/** Every probe over UDP against every fault of a peer: no pass, in time, in bounds, and nothing left behind. */
import type { Socket } from 'node:dgram';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PROBE_SCHEMAS } from '../../../src/contract/facts.ts';
import { PDU, readSnmpMessage } from '../../../src/probes/wire/snmp-message.ts';
import { type ProbeBench, startProbeBench } from '../../servers/probe-bench.ts';
import { UDP_KINDS } from '../../servers/probe-hosts.ts';
import { type BatchResult, expectHarmless, meet, type ProbedHost } from '../../servers/reliability.ts';
import {
  boundSocket,
  closedUdpPort,
  type Datagram,
  sendFrom,
  startUdpPeer,
  type UdpPeer,
} from '../../servers/udp-peer.ts';

const COMMUNITY = 'top-secret';
const NOISE_RUNS = 10;
const FLOOD_EVERY_MS = 5;
const FLOOD_PIECES = 40;
/** The most that fits into a datagram (RFC 768 over RFC 791). */
const HUGE_BYTES = 65_507;

/** Each with what may be said of it: silence of the port, or words that are none. */
const SILENT = /^answered \| open\|filtered not-checked (?:fail snmp-no-answer|warn trap-not-acknowledged)$/;
const UNREADABLE = /^answered \| open mismatch fail snmp-unreadable$/;
const STRANGE =
  /^answered \| open\|filtered (?:mismatch fail snmp-reply-from-elsewhere|not-checked warn trap-not-acknowledged)$/;
const REFUSED = /^(?:request|reply) ECONNREFUSED \| closed not-checked fail refused$/;

const HOSTS: readonly ProbedHost[] = UDP_KINDS.map((kind) => ({
  name: kind,
  kind,
  options: () => PROBE_SCHEMAS[kind].options.parse({ community: COMMUNITY }),
  // One question, and the look behind the silence that begins in the middle of it.
  waits: 1.7,
}));

/** The question, said back as an answer to it: a whole and right reply with the values of the question. */
function trueAnswer(request: Buffer): Buffer {
  const { pdu } = readSnmpMessage(request) ?? {};
  const reply = Buffer.from(request);
  if (pdu) reply[reply.indexOf(pdu.tag, COMMUNITY.length + 7)] = PDU.response;
  return reply;
}

const floods = new Set<NodeJS.Timeout>();

/** Goes on for as long as the peer is there. */
function flood({ reply }: Datagram, piece: Buffer): void {
  const send = () => {
    for (let count = 0; count < FLOOD_PIECES; count += 1) reply(piece);
  };
  floods.add(setInterval(send, FLOOD_EVERY_MS));
}

async function startPeer(behave: (datagram: Datagram) => void): Promise<UdpPeer> {
  const peer = await startUdpPeer(behave);
  const close = () => {
    for (const timer of floods) clearInterval(timer);
    return peer.close();
  };
  return { ...peer, close };
}

type Fault = readonly [string, (datagram: Datagram, stranger: (host: string) => Socket) => void, RegExp];

const FAULTS: readonly Fault[] = [
  ['is mute', () => {}, SILENT],
  ['sends garbage', ({ reply }) => reply(Buffer.from('HTTP/1.1 400 Bad Request\r\n\r\n')), UNREADABLE],
  ['sends an empty datagram', ({ reply }) => reply(Buffer.alloc(0)), UNREADABLE],
  ['sends one byte', ({ reply }) => reply(Buffer.of(0x30)), UNREADABLE],
  ['sends the largest datagram', ({ reply }) => reply(Buffer.alloc(HUGE_BYTES, 0x30)), UNREADABLE],
  ['cuts its answer', ({ bytes, reply }) => reply(trueAnswer(bytes).subarray(0, -3)), UNREADABLE],
  ['says the question back', ({ bytes, reply }) => reply(bytes), UNREADABLE],
  ['floods with garbage', (datagram) => flood(datagram, Buffer.alloc(1400, 0x41)), UNREADABLE],
  ['floods with nothing', (datagram) => flood(datagram, Buffer.alloc(0)), UNREADABLE],
  ['floods with the question', (datagram) => flood(datagram, datagram.bytes), UNREADABLE],
  ['floods with large datagrams', (datagram) => flood(datagram, Buffer.alloc(30_000, 0x30)), UNREADABLE],
  [
    'answers from another port',
    ({ bytes, sender }, stranger) => sendFrom(stranger('127.0.0.1'), trueAnswer(bytes), sender),
    STRANGE,
  ],
  [
    'answers from another address',
    ({ bytes, sender }, stranger) => sendFrom(stranger('127.0.0.2'), trueAnswer(bytes), sender),
    STRANGE,
  ],
];

let bench: ProbeBench;
const strangers = new Map<string, Socket>();

function stranger(host: string): Socket {
  const socket = strangers.get(host);
  if (socket === undefined) throw new Error(`nobody at ${host}`);
  return socket;
}

beforeAll(async () => {
  bench = await startProbeBench();
  for (const host of ['127.0.0.1', '127.0.0.2']) strangers.set(host, await boundSocket(host));
  await meet(bench, HOSTS, () => startUdpPeer(({ bytes, reply }) => reply(trueAnswer(bytes))));
});

afterAll(async () => {
  for (const socket of strangers.values()) socket.close();
  await bench.close();
});

function expectCells(batch: BatchResult, expected: RegExp): void {
  for (const [name, cell] of batch) {
    expect(cell.line, name).toMatch(expected);
    expectHarmless(cell, name);
  }
}

describe.each(FAULTS)('a UDP peer that %s', (_what, behave, expected) => {
  let batch: BatchResult;

  beforeAll(async () => {
    batch = await meet(bench, HOSTS, () => startPeer((datagram) => behave(datagram, stranger)), {
      expected: () => expected,
    });
  });

  it.each(HOSTS)('does not deceive, delay or burden the probe $name', ({ name }) => {
    const cell = batch.get(name);
    if (cell === undefined) throw new Error(`${name} did not run`);
    expect(cell.line).toMatch(expected);
    expectHarmless(cell);
    expect(JSON.stringify(cell.observation)).not.toContain(COMMUNITY);
  });
});

describe('a UDP port', () => {
  it('on which nobody listens is closed at once', async () => {
    const host = '127.0.0.1';
    const start = async () => ({ host, port: await closedUdpPort(), close: () => Promise.resolve() });
    const batch = await meet(bench, HOSTS, start);
    expectCells(batch, REFUSED);
  });

  it('whose peer answers with noise never passes and breaks nothing', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (noise) => {
        const batch = await meet(bench, HOSTS, () => startUdpPeer(({ reply }) => reply(noise)));
        expectCells(batch, UNREADABLE);
      }),
      { numRuns: NOISE_RUNS },
    );
  });

  it('whose peer changes its right answers on the way breaks nothing', async () => {
    const change = fc.record({ place: fc.double({ min: 0, max: 0.999, noNaN: true }), to: fc.nat(255) });
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 3 }), async (changes) => {
        const batch = await meet(bench, HOSTS, () =>
          startUdpPeer(({ bytes, reply }) => {
            const answer = trueAnswer(bytes);
            for (const { place, to } of changes) answer[Math.floor(place * answer.length)] = to;
            reply(answer);
          }),
        );
        expectCells(batch, /^answered \| open(?:\|filtered)? /);
      }),
      { numRuns: NOISE_RUNS },
    );
  });
});
