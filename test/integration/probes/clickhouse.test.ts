/** The `clickhouse` probe against what ClickHouse says, and what others say in its place. */
import { afterEach, describe, expect, it } from 'vitest';
import { startHttpStandin } from '../../../src/standin/page-standin.ts';
import { flood, replyAndStay, replyWith } from '../../servers/behaviours.ts';
import { type Behaviour, type Peer, startPeer, startTlsPeer } from '../../servers/peer.ts';
import { observeService, verdictLine } from '../../servers/service-observe.ts';

const closing: (() => Promise<void>)[] = [];

afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()));
});

function kept(peer: Peer): Peer {
  closing.push(peer.close);
  return peer;
}

const OK =
  'HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=UTF-8\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nOk.\n\r\n0\r\n\r\n';
const NATIVE =
  'HTTP/1.0 400 Bad Request\r\n\r\nPort 9000 is for clickhouse-client program.\r\nYou must use port 8123 for HTTP.\r\n';
const plain = { tls: false } as const;
const withTls = { tls: true } as const;

describe('clickhouse probe', () => {
  it.each<[string, Behaviour, string]>([
    ['says Ok.', replyWith(OK), 'open confirmed pass service-confirmed'],
    ['says Ok. and keeps the line', replyAndStay(OK), 'open confirmed pass service-confirmed'],
    ['is the native port', replyWith(NATIVE), 'open confirmed warn clickhouse-native-port'],
    [
      'says Ok. with an error',
      replyWith('HTTP/1.1 500 No\r\nContent-Length: 3\r\n\r\nOk.'),
      'open mismatch fail clickhouse-other-http',
    ],
    [
      'says more than Ok.',
      replyWith('HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nOk. maybe'),
      'open mismatch fail clickhouse-other-http',
    ],
    [
      'demands a login',
      replyWith('HTTP/1.1 401 No\r\nContent-Length: 0\r\n\r\n'),
      'open denied pass login-required',
    ],
    [
      'cuts the body',
      replyWith('HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nOk'),
      'open silent fail hung-up',
    ],
    [
      'sends a page without end',
      flood('HTTP/1.1 200 OK\r\n\r\n', Buffer.alloc(65_536, 'x')),
      'open mismatch fail clickhouse-other-http',
    ],
    [
      'sends fields without end',
      flood('HTTP/1.1 200 OK\r\n', Buffer.from('a: b\r\n'.repeat(1000))),
      'open mismatch fail reply-too-large',
    ],
  ])('says what it means when the peer %s', async (_what, behave, line) => {
    const peer = kept(await startPeer(behave));
    expect(verdictLine(await observeService('clickhouse', peer, plain))).toBe(line);
    await Promise.all(peer.connections.map(({ closed }) => closed));
  });

  it.each([
    [withTls, 'open confirmed pass service-confirmed'],
    [plain, 'open confirmed warn clickhouse-tls-only'],
  ])('compares TLS with the profile: %j', async (options, line) => {
    const peer = kept(await startTlsPeer(replyWith(OK)));
    const observation = await observeService('clickhouse', peer, options, { timeoutMs: 2000 });
    expect(observation).toMatchObject({ facts: { pingOk: true, tls: { protocol: 'TLSv1.3' } } });
    expect(verdictLine(observation)).toBe(line);
  });

  it('misses the TLS that the profile wants', async () => {
    const peer = kept(await startPeer(replyWith(OK)));
    const observation = await observeService('clickhouse', peer, withTls);
    expect(verdictLine(observation)).toBe('open mismatch fail plain-http-on-tls-port');
  });

  it('names the web server that stands in its place', async () => {
    const standin = await startHttpStandin({ host: '127.0.0.1', port: 0, title: 'x' });
    closing.push(standin.close);
    const observation = await observeService('clickhouse', { host: '127.0.0.1', port: standin.port }, plain);
    expect(observation).toMatchObject({
      facts: { spoke: 'http', pingOk: false, reply: { server: 'sitecheck-standin' } },
    });
    expect(verdictLine(observation)).toBe('open mismatch fail clickhouse-other-http');
  });

  it('reads the same wherever the network splits it', async () => {
    for (const reply of [OK, NATIVE]) {
      for (let at = 1; at < reply.length; at += 1) {
        const peer = await startPeer((socket) => {
          socket.once('data', () => {
            socket.write(reply.slice(0, at));
            setImmediate(() => socket.end(reply.slice(at)));
          });
        });
        const observation = await observeService('clickhouse', peer, plain, { timeoutMs: 5000 });
        await peer.close();
        expect(observation, `split at ${at}`).toMatchObject({
          facts: { spoke: reply === OK ? 'http' : 'native' },
        });
      }
    }
  });
});
