/** Peers that mean no good: each costs its own check only, in time, in memory and in sockets. */
import { afterEach, describe, expect, it } from 'vitest';
import {
  drip,
  flood,
  greetWith,
  hangUp,
  hangUpOnRequest,
  mute,
  PAGE,
  replyAndStay,
  replyWith,
  reset,
  resetOnRequest,
  splitAt,
  TLS_ALERT,
  TLS_RECORD_HEADER,
  tlsGarbage,
} from '../../servers/behaviours.ts';
import { type Behaviour, type Peer, startPeer, startTlsPeer } from '../../servers/peer.ts';
import { makeRunner, observe, TIMEOUT_MS } from './observe.ts';

const MEBIBYTE = 1024 * 1024;
const peers: Peer[] = [];

afterEach(async () => {
  await Promise.all(peers.splice(0).map((peer) => peer.close()));
});

async function plainPeer(behave: Behaviour): Promise<Peer> {
  const peer = await startPeer(behave);
  peers.push(peer);
  return peer;
}

async function tlsPeer(behave: Behaviour): Promise<Peer> {
  const peer = await startTlsPeer(behave);
  peers.push(peer);
  return peer;
}

/** The peer's own word that every connection was ended by the client. */
async function allClosed(peer: Peer): Promise<void> {
  await Promise.all(peer.connections.map(({ closed }) => closed));
}

const failed = (phase: unknown, code: string) => ({ outcome: 'failed', failure: { phase, code } });
const other = (firstBytes: unknown) => ({ outcome: 'answered', facts: { spoke: 'other', firstBytes } });
const httpReply = (reply: object) => ({ outcome: 'answered', facts: { spoke: 'http', reply } });

describe('http probe', () => {
  it.each<[string, Behaviour, object]>([
    ['is mute', mute, failed('reply', 'timeout')],
    ['hangs up at once', hangUp, failed('reply', 'closed')],
    ['hangs up when asked', hangUpOnRequest, failed('reply', 'closed')],
    ['resets at once', reset, failed(expect.stringMatching(/^request|reply$/), 'ECONNRESET')],
    ['resets when asked', resetOnRequest, failed('reply', 'ECONNRESET')],
    ['ends within the status line', replyWith('HTTP/1.1 20'), failed('reply', 'closed')],
    ['stops within the status line', replyAndStay('HTTP/1.1 20'), failed('reply', 'incomplete')],
    [
      'ends within the fields',
      replyWith('HTTP/1.1 200 OK\r\nServer: cut'),
      httpReply({ status: 200, server: null }),
    ],
    [
      'stops within the fields',
      replyAndStay('HTTP/1.1 503 No\r\nServer: a\r\n'),
      httpReply({ status: 503, server: 'a' }),
    ],
    ['drips one byte at a time', drip(PAGE, 100), failed('reply', 'incomplete')],
    [
      'keeps the line after the page',
      replyAndStay(PAGE),
      httpReply({ status: 200, title: 'Личный кабинет' }),
    ],
    [
      'sends a status line without end',
      flood('HTTP/1.1 200 ', Buffer.alloc(65_536, 'a')),
      failed('reply', 'too-large'),
    ],
    [
      'sends fields without end',
      flood('HTTP/1.1 200 OK\r\n', Buffer.from('a: b\r\n'.repeat(1000))),
      httpReply({ status: 200 }),
    ],
    ['sends a banner without end', flood('', Buffer.alloc(65_536, 'x')), other('x'.repeat(64))],
    ['greets like SSH', greetWith('SSH-2.0-OpenSSH_9.2\r\n'), other('SSH-2.0-OpenSSH_9.2\\r\\n')],
    ['greets like FTP', greetWith('220 (vsFTPd 3.0.3)\r\n'), other('220 (vsFTPd 3.0.3)\\r\\n')],
    ['sends bytes of no protocol', replyWith(Buffer.from([0, 1, 2, 0xff])), other('\\x00\\x01\\x02\\xff')],
    [
      'answers with a TLS alert',
      replyWith(TLS_ALERT),
      { outcome: 'answered', facts: { spoke: 'tls', reply: null } },
    ],
  ])('tells what happened when the peer %s', async (_what, behave, expected) => {
    const peer = await plainPeer(behave);
    const observation = await observe('http', peer);
    expect(observation).toMatchObject(expected);
    expect(observation.durationMs / TIMEOUT_MS).toBeLessThan(1.2);
    await allClosed(peer);
  });

  it('reads the same reply wherever the network splits it', async () => {
    const runner = makeRunner({ timeoutMs: 5000 });
    const length = Buffer.byteLength(PAGE);
    for (let at = 1; at < length; at += 1) {
      const peer = await startPeer(splitAt(PAGE, at));
      const observation = await observe('http', peer, runner);
      await peer.close();
      expect(observation, `split at ${at}`).toMatchObject(
        httpReply({ status: 200, server: 'test-peer/1.0', title: 'Личный кабинет' }),
      );
    }
  });

  it('keeps cookies out of the trace', async () => {
    const peer = await plainPeer(replyWith(PAGE));
    const { trace } = await observe('http', peer);
    expect(trace).toContain('< set-cookie: …');
    expect(trace.join('\n')).not.toContain('secret-cookie');
  });

  it('leaves a body of 100 MB where it is', async () => {
    const peer = await plainPeer(
      flood('HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n', Buffer.alloc(65_536, 'x'), 100 * MEBIBYTE),
    );
    const before = process.memoryUsage().rss;
    const observation = await observe('http', peer);
    expect(observation).toMatchObject(httpReply({ status: 200, title: null }));
    expect((process.memoryUsage().rss - before) / MEBIBYTE).toBeLessThan(20);
    await allClosed(peer);
  });
});

describe('https probe', () => {
  it.each<[string, Behaviour, object]>([
    ['is mute', mute, failed('tls', 'timeout')],
    ['hangs up at once', hangUp, failed('tls', 'closed')],
    ['hangs up when asked', hangUpOnRequest, failed('tls', 'closed')],
    ['resets when asked', resetOnRequest, failed('tls', 'ECONNRESET')],
    ['stops within a record', replyAndStay(TLS_RECORD_HEADER), failed('tls', 'incomplete')],
    ['refuses with an alert', replyWith(TLS_ALERT), failed('tls', 'ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE')],
    ['greets like SSH', greetWith('SSH-2.0-OpenSSH_9.2\r\n'), other('SSH-2.0-OpenSSH_9.2\\r\\n')],
    ['sends a banner without end', flood('', Buffer.alloc(65_536, 'x')), other('x'.repeat(64))],
  ])('tells what happened when the peer %s', async (_what, behave, expected) => {
    const peer = await plainPeer(behave);
    const observation = await observe('https', peer);
    expect(observation).toMatchObject(expected);
    expect(observation.durationMs / TIMEOUT_MS).toBeLessThan(1.2);
    await allClosed(peer);
  });

  it('survives records of noise', async () => {
    for (let turn = 0; turn < 20; turn += 1) {
      const peer = await startPeer(replyWith(tlsGarbage()));
      const observation = await observe('https', peer);
      await peer.close();
      expect(['failed', 'answered']).toContain(observation.outcome);
      expect(observation).not.toMatchObject({ failure: { code: 'internal' } });
      expect(observation).not.toMatchObject({ facts: { spoke: 'tls' } });
    }
  });

  it.each<[string, Behaviour, object]>([
    ['is mute', mute, failed('reply', 'timeout')],
    ['hangs up when asked', hangUpOnRequest, failed('reply', 'closed')],
    ['stops within the status line', replyAndStay('HTTP/1.1 2'), failed('reply', 'incomplete')],
    ['speaks something else', greetWith('* OK IMAP4 ready\r\n'), other('* OK IMAP4 ready\\r\\n')],
    [
      'sends a body without end',
      flood('HTTP/1.1 200 OK\r\n\r\n', Buffer.alloc(65_536, 'x')),
      { outcome: 'answered', facts: { spoke: 'tls', reply: { status: 200 } } },
    ],
  ])('tells what happened within TLS when the peer %s', async (_what, behave, expected) => {
    const peer = await tlsPeer(behave);
    const observation = await observe('https', peer);
    expect(observation).toMatchObject(expected);
    expect(observation.durationMs / TIMEOUT_MS).toBeLessThan(1.2);
    await allClosed(peer);
  });
});

describe('deadline', () => {
  it.each(['http', 'https'] as const)('of a mute peer is the timeout, for %s', async (kind) => {
    const peer = await plainPeer(mute);
    const { durationMs } = await observe(kind, peer);
    expect(durationMs / TIMEOUT_MS).toBeGreaterThan(0.95);
    expect(durationMs / TIMEOUT_MS).toBeLessThan(1.2);
  });
});
