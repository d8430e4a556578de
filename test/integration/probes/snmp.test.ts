/** SNMP polls against agents and impostors on loopback: versions, values, silence, strangers, and no crumbs left. */
import type { Socket } from 'node:dgram';
import { afterEach, describe, expect, it } from 'vitest';
import type { Observation } from '../../../src/contract/facts.ts';
import type { SnmpFacts } from '../../../src/contract/facts-snmp.ts';
import { PROBES } from '../../../src/probes/registry.ts';
import { createRunner } from '../../../src/probes/runner.ts';
import { readSnmpMessage } from '../../../src/probes/wire/snmp-message.ts';
import { type AgentOptions, startSnmpAgentStandin } from '../../../src/standin/snmp-standin.ts';
import {
  boundSocket,
  closedUdpPort,
  type Datagram,
  sendFrom,
  startUdpPeer,
  type UdpPeer,
} from '../../servers/udp-peer.ts';
import { type Address, makeRunner } from './observe.ts';

const TIMEOUT_MS = 300;
const MEBIBYTE = 1024 * 1024;
const SYS_DESCR = '1.3.6.1.2.1.1.1.0';
const AGENT: AgentOptions = {
  host: '127.0.0.1',
  port: 0,
  community: 'public',
  versions: ['v1', 'v2c'],
  objects: {
    [SYS_DESCR]: { text: 'Printum Lab MFP 200' },
    '1.3.6.1.2.1.1.2.0': { objectId: '1.3.6.1.4.1.99999.1' },
    '1.3.6.1.2.1.25.3.2.1.3.1': { text: 'Lab MFP 200' },
    '1.3.6.1.2.1.43.10.2.1.4.1.1': { counter: 123_456 },
    '1.3.6.1.2.1.25.3.5.1.1.1': { integer: 3 },
  },
};

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()));
});

async function agent(changes: Partial<AgentOptions> = {}): Promise<Address> {
  const standin = await startSnmpAgentStandin({ ...AGENT, ...changes });
  closing.push(standin.close);
  return { host: '127.0.0.1', port: standin.port };
}

async function peer(behave: (datagram: Datagram) => void): Promise<UdpPeer> {
  const started = await startUdpPeer(behave);
  closing.push(started.close);
  return started;
}

async function stranger(host: string): Promise<Socket> {
  const socket = await boundSocket(host);
  closing.push(async () => void socket.close());
  return socket;
}

interface Asking {
  readonly attempts?: number;
  readonly community?: string;
  readonly timeoutMs?: number;
}

function poll(where: Address, { attempts = 1, community = 'public', timeoutMs = TIMEOUT_MS }: Asking = {}) {
  const runner = makeRunner({ timeoutMs, attempts });
  return runner.observe('snmp', { ...where, transport: 'udp' }, { community });
}

async function pollFacts(where: Address, asking: Asking = {}): Promise<SnmpFacts> {
  const observation = await poll(where, asking);
  if (observation.outcome !== 'answered' || observation.kind !== 'snmp') {
    throw new Error(JSON.stringify(observation));
  }
  return observation.facts;
}

const outcomes = ({ versions }: SnmpFacts) => versions.map(({ outcome }) => outcome);

/** The whole and true answer of an agent, for peers that spoil it. */
function trueAnswer(request: Buffer): Buffer {
  const message = readSnmpMessage(request);
  const reply = Buffer.from(request);
  // The first byte of the PDU: GetRequest → GetResponse, with the null of the request as its value.
  if (message?.pdu) reply[reply.indexOf(message.pdu.tag, 7 + (message.community?.length ?? 0))] = 0xa2;
  return reply;
}

describe('snmp probe', () => {
  it('reads what a device says of itself, when both versions answer', async () => {
    const observation = await poll(await agent());
    expect(observation).toMatchObject({ outcome: 'answered', attempts: 1 });
    expect(observation.rttMs).toBeGreaterThan(0);
    const facts = (observation as Observation & { facts: SnmpFacts }).facts;
    expect(outcomes(facts)).toEqual(['answered', 'answered']);
    expect(facts).toMatchObject({ address: '127.0.0.1', localAddress: '127.0.0.1', v3: null, strangers: [] });
    expect(facts.device).toEqual({
      description: 'Printum Lab MFP 200',
      objectId: '1.3.6.1.4.1.99999.1',
      name: null,
      model: 'Lab MFP 200',
      printerName: null,
      serialNumber: null,
      pageCount: 123_456,
      printerState: 'idle',
      deviceState: null,
    });
  });

  it.each<[AgentOptions['versions'], string[]]>([
    [['v1'], ['answered', 'silent']],
    [['v2c'], ['silent', 'answered']],
  ])('tells versions apart and reads the same values when only %s answers', async (versions, expected) => {
    const facts = await pollFacts(await agent({ versions }));
    expect(outcomes(facts)).toEqual(expected);
    expect(facts.device).toMatchObject({
      description: 'Printum Lab MFP 200',
      name: null,
      pageCount: 123_456,
    });
  });

  it('counts an agent without the object that was asked as answering', async () => {
    const facts = await pollFacts(await agent({ objects: {} }));
    expect(facts.versions).toMatchObject([
      { outcome: 'answered', detail: 'NoSuchName' },
      { outcome: 'answered', detail: null },
    ]);
  });

  it('meets only silence when the community is another one, and shows it nowhere', async () => {
    const observation = await poll(await agent(), { community: 'top-secret' });
    expect(observation).toMatchObject({ facts: { v3: { answered: false }, device: null } });
    expect(JSON.stringify(observation)).not.toContain('top-secret');
    expect(observation.trace[0]).toContain('•••');
  });

  it('asks again when a request is lost, and says how often', async () => {
    const lost = new Set<string | undefined>();
    const { host, port } = await peer(({ bytes, reply }) => {
      const version = readSnmpMessage(bytes)?.version;
      if (lost.has(version)) reply(trueAnswer(bytes));
      else lost.add(version);
    });
    const observation = await poll({ host, port }, { attempts: 2 });
    expect(observation).toMatchObject({
      attempts: 2,
      facts: {
        versions: [
          { outcome: 'answered', asked: 2 },
          { outcome: 'answered', asked: 2 },
        ],
      },
    });
  });

  it('asks over IPv6 as well', async () => {
    const { port } = await agent({ host: '::1' });
    const facts = await pollFacts({ host: '::1', port });
    expect(facts).toMatchObject({ address: '::1', device: { model: 'Lab MFP 200' } });
    expect(outcomes(facts)).toEqual(['answered', 'answered']);
  });

  it('asks from the chosen address', async () => {
    const senders = new Set<string>();
    const { host, port } = await peer(({ bytes, sender, reply }) => {
      senders.add(sender.address);
      reply(trueAnswer(bytes));
    });
    const observe = (localAddress: string) =>
      makeRunner({ timeoutMs: TIMEOUT_MS, localAddress }).observe(
        'snmp',
        { host, port, transport: 'udp' },
        { community: 'public' },
      );
    expect(await observe('127.0.0.3')).toMatchObject({ facts: { localAddress: '127.0.0.3' } });
    expect([...senders]).toEqual(['127.0.0.3']);
    // TEST-NET-3 is no address of this computer (RFC 5737).
    expect(await observe('203.0.113.9')).toMatchObject({ failure: { code: 'EADDRNOTAVAIL' } });
  });

  it('goes on to the next address of a name when the first refuses or is silent', async () => {
    const { port } = await agent();
    const mute = await startUdpPeer(() => {}, '127.0.0.2', port);
    closing.push(mute.close);
    const options = {
      timeoutMs: TIMEOUT_MS,
      attempts: 1,
      localAddress: null,
      signal: new AbortController().signal,
    };
    for (const first of ['127.0.0.2', '127.0.0.4']) {
      const addresses = [first, '127.0.0.1'].map((address) => ({ address, family: 4 as const }));
      const runner = createRunner(options, PROBES, async () => addresses);
      const target = { host: 'mfu.example', port, transport: 'udp' } as const;
      expect(await runner.observe('snmp-versions', target, { community: 'public' })).toMatchObject({
        facts: { address: '127.0.0.1', versions: [{ outcome: 'answered' }, { outcome: 'answered' }] },
      });
    }
  });

  it('is refused at once when nothing is bound to the port', async () => {
    const observation = await poll(
      { host: '127.0.0.1', port: await closedUdpPort() },
      { attempts: 3, timeoutMs: 3000 },
    );
    expect(observation).toMatchObject({ outcome: 'failed', failure: { code: 'ECONNREFUSED' } });
    expect(observation.durationMs).toBeLessThan(3000 / 2);
  });

  it('keeps its deadline when the peer is mute', async () => {
    const attempts = 2;
    const { host, port, received } = await peer(() => {});
    const observation = await poll({ host, port }, { attempts });
    const facts = (observation as Observation & { facts: SnmpFacts }).facts;
    expect(facts.versions).toMatchObject([
      { outcome: 'silent', asked: attempts },
      { outcome: 'silent', asked: attempts },
    ]);
    expect(facts.v3).toEqual({ answered: false, engineId: null });
    expect(observation).toMatchObject({ rttMs: null, attempts });
    // The further look begins after half a timeout and repeats as often.
    expect(observation.durationMs / TIMEOUT_MS).toBeLessThan((attempts + 0.5) * 1.2);
    expect(received.map((bytes) => readSnmpMessage(bytes)?.version)).toEqual(
      expect.arrayContaining(['v1', 'v2c', 'v3']),
    );
  });
});

describe('snmp probe with an impostor', () => {
  it.each<[string, (datagram: Datagram) => void]>([
    ['garbage', ({ reply }) => reply(Buffer.from('HTTP/1.1 400 Bad Request\r\n\r\n'))],
    ['an empty datagram', ({ reply }) => reply(Buffer.alloc(0))],
    ['a datagram of 60 kB', ({ reply }) => reply(Buffer.alloc(60_000, 0x30))],
    ['a true answer that is cut', ({ bytes, reply }) => reply(trueAnswer(bytes).subarray(0, -3))],
    ['the question itself', ({ bytes, reply }) => reply(bytes)],
    ['an answer to another question', ({ bytes, reply }) => reply(answerWithId(bytes))],
    ['an answer with a value of no known type', ({ bytes, reply }) => reply(answerOfNoType(bytes))],
    ['an answer in another version', ({ bytes, reply }) => reply(answerInOtherVersion(bytes))],
    ['an answer for another community', ({ bytes, reply }) => reply(answerForOther(bytes))],
  ])('says that it is unreadable, and never the community, when the peer sends %s', async (_what, behave) => {
    const { host, port } = await peer(behave);
    const observation = await poll({ host, port }, { community: 'top-secret' });
    expect(observation).toMatchObject({
      outcome: 'answered',
      facts: { versions: [{ outcome: 'unreadable' }, { outcome: 'unreadable' }], device: null },
    });
    expect(JSON.stringify(observation)).not.toContain('top-secret');
  });

  it('finds the answer among a flood of garbage, and stays awake', async () => {
    let longestMs = 0;
    let lastMs = performance.now();
    const ticker = setInterval(() => {
      longestMs = Math.max(longestMs, performance.now() - lastMs);
      lastMs = performance.now();
    }, 1);
    const { host, port } = await peer(({ bytes, reply }) => {
      for (let count = 0; count < 100; count += 1) reply(Buffer.alloc(1400, count));
      setTimeout(() => reply(trueAnswer(bytes)), 20);
    });
    const facts = await pollFacts({ host, port }, { timeoutMs: 1000 });
    clearInterval(ticker);
    expect(outcomes(facts)).toEqual(['answered', 'answered']);
    expect(longestMs).toBeLessThan(1000 / 2);
  });

  it('does not grow when the flood is without end', async () => {
    const flooding = new Set<NodeJS.Timeout>();
    const large = Buffer.alloc(60_000, 0x30);
    const { host, port } = await peer(({ bytes, reply }) => {
      const whole = trueAnswer(bytes);
      const others = [large, whole.subarray(0, -1), answerWithId(bytes)];
      flooding.add(setInterval(() => others.forEach(reply), 1));
    });
    const before = process.memoryUsage().rss;
    const facts = await pollFacts({ host, port }, { timeoutMs: 1000 });
    for (const timer of flooding) clearInterval(timer);
    expect(outcomes(facts)).toEqual(['unreadable', 'unreadable']);
    expect((process.memoryUsage().rss - before) / MEBIBYTE).toBeLessThan(20);
  });

  it('bounds what a device may say', async () => {
    const text = `\u001b[31m${'x'.repeat(20_000)}`;
    const facts = await pollFacts(await agent({ objects: { [SYS_DESCR]: { text } } }));
    expect(facts.device?.description).toHaveLength(300);
    expect(facts.device?.description).toContain('\\x1b');
  });

  it.each(['127.0.0.1', '127.0.0.2'])(
    'takes no answer that comes from elsewhere: another socket of %s',
    async (from) => {
      const other = await stranger(from);
      const { host, port } = await peer(({ bytes, sender }) => sendFrom(other, trueAnswer(bytes), sender));
      const facts = await pollFacts({ host, port });
      expect(outcomes(facts)).toEqual(['silent', 'silent']);
      expect(facts.strangers).toEqual([{ address: from, port: other.address().port }]);
    },
  );

  it('survives answers with random changes, and leaves no socket behind', async () => {
    const { host, port } = await peer(({ bytes, reply }) => {
      for (let count = 0; count < 40; count += 1) {
        const changed = trueAnswer(bytes);
        for (let change = 0; change < 3; change += 1) {
          changed[Math.floor(Math.random() * changed.length)] = Math.floor(Math.random() * 256);
        }
        reply(changed);
      }
    });
    const before = openSockets();
    const observations = await Promise.all(Array.from({ length: 20 }, () => poll({ host, port })));
    expect(new Set(observations.map(({ outcome }) => outcome))).toEqual(new Set(['answered']));
    await expect.poll(openSockets).toBeLessThanOrEqual(before);
  });

  it('ends every socket when it is cancelled', async () => {
    const { host, port, received } = await peer(() => {});
    const before = openSockets();
    const controller = new AbortController();
    const runner = makeRunner({ timeoutMs: 30_000, attempts: 2, signal: controller.signal });
    const observing = Array.from({ length: 50 }, () =>
      runner.observe('snmp-versions', { host, port, transport: 'udp' }, { community: 'public' }),
    );
    await expect.poll(() => received.length).toBe(100);
    expect(openSockets()).toBeGreaterThanOrEqual(100);
    controller.abort();
    const outcomesSeen = (await Promise.all(observing)).map(({ outcome }) => outcome);
    expect(new Set(outcomesSeen)).toEqual(new Set(['cancelled']));
    await expect.poll(openSockets, { timeout: 100 }).toBeLessThanOrEqual(before);
  });
});

function openSockets(): number {
  return process.getActiveResourcesInfo().filter((name) => name === 'UDPWrap').length;
}

/** The id stands right after the head of the PDU: another last byte of it. */
function answerWithId(request: Buffer): Buffer {
  const reply = trueAnswer(request);
  const { pdu } = readSnmpMessage(reply) ?? {};
  const at = (pdu?.start ?? 0) + 1 + (reply[(pdu?.start ?? 0) + 1] ?? 0);
  reply[at] = (reply[at] ?? 0) ^ 1;
  return reply;
}

/** The request ends with its null: 05 00. */
function answerOfNoType(request: Buffer): Buffer {
  const reply = trueAnswer(request);
  reply[reply.length - 2] = 0x5e;
  return reply;
}

function answerInOtherVersion(request: Buffer): Buffer {
  const reply = trueAnswer(request);
  reply[4] = (reply[4] ?? 0) ^ 1;
  return reply;
}

function answerForOther(request: Buffer): Buffer {
  const reply = trueAnswer(request);
  reply[7] = (reply[7] ?? 0) ^ 1;
  return reply;
}
