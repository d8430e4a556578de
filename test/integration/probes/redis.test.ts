/** The Redis probes against servers that answer by a table: command → reply. */
import { afterEach, describe, expect, it } from 'vitest';
import { parseResp } from '../../../src/probes/wire/resp.ts';
import { makeCertificate } from '../../../src/standin/certificate.ts';
import { startHttpsStandin } from '../../../src/standin/page-standin.ts';
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

/** Replies by the whole command, else by its first word; null hangs up. */
function redis(replies: Readonly<Record<string, string | null>>, pieceBytes = 10_000): Behaviour {
  return (socket) => {
    let unread = Buffer.alloc(0);
    socket.on('data', (bytes: Buffer) => {
      unread = Buffer.concat([unread, bytes]);
      for (let parse = parseResp(unread); parse.kind === 'whole'; parse = parseResp(unread)) {
        unread = unread.subarray(parse.length);
        const words = parse.value.type === 'list' ? parse.value.items : [];
        const command = words.map((word) => (word.type === 'text' ? word.text : '')).join(' ');
        const reply = replies[command] ?? replies[command.split(' ')[0] ?? ''] ?? null;
        if (reply === null) socket.end();
        else sendInPieces(reply, pieceBytes, (piece) => socket.write(piece));
      }
    });
  };
}

function sendInPieces(reply: string, pieceBytes: number, write: (piece: Buffer) => void): void {
  const bytes = Buffer.from(reply);
  for (let at = 0; at < bytes.length; at += pieceBytes) write(bytes.subarray(at, at + pieceBytes));
}

const MASTER = '*3\r\n$6\r\nmaster\r\n:10\r\n*1\r\n*3\r\n$9\r\n10.0.0.12\r\n$4\r\n6379\r\n$1\r\n9\r\n';
const replica = (state: string) =>
  `*5\r\n$5\r\nslave\r\n$8\r\n10.0.0.1\r\n:6379\r\n$${state.length}\r\n${state}\r\n:9\r\n`;
const SENTINEL_ROLE = '*2\r\n$8\r\nsentinel\r\n*1\r\n$7\r\nprintum\r\n';
const masters = (flags: string) =>
  `*1\r\n*8\r\n$4\r\nname\r\n$7\r\nprintum\r\n$2\r\nip\r\n$8\r\n10.0.0.1\r\n$4\r\nport\r\n$4\r\n6379\r\n$5\r\nflags\r\n$${flags.length}\r\n${flags}\r\n`;
const UNKNOWN = "-ERR unknown command 'SENTINEL'\r\n";
const PONG = '+PONG\r\n';
const NOAUTH = '-NOAUTH Authentication required.\r\n';

describe('redis probe', () => {
  it.each<[string, Behaviour, string, object]>([
    [
      'a master',
      redis({ PING: PONG, ROLE: MASTER }),
      'open confirmed pass redis-plain',
      { role: 'master', replicas: 1, follows: null, tls: null },
    ],
    [
      'a replica',
      redis({ PING: PONG, ROLE: replica('connected') }),
      'open confirmed pass redis-plain',
      { role: 'slave', follows: { address: '10.0.0.1:6379', state: 'connected' } },
    ],
    [
      'a replica on its own',
      redis({ PING: PONG, ROLE: replica('connect') }),
      'open confirmed warn redis-replica-alone',
      { role: 'slave' },
    ],
    [
      'a server that hides its role',
      redis({ PING: PONG, ROLE: '-NOPERM no\r\n' }),
      'open confirmed pass redis-plain',
      { role: null },
    ],
    [
      'a server that goes after PING',
      redis({ PING: PONG, ROLE: null }),
      'open confirmed pass redis-plain',
      { role: null },
    ],
    [
      'a Sentinel',
      redis({ PING: PONG, ROLE: SENTINEL_ROLE }),
      'open mismatch fail redis-is-sentinel',
      { role: 'sentinel' },
    ],
    [
      'a server that loads',
      redis({ PING: '-LOADING Redis is loading\r\n' }),
      'open confirmed warn redis-error',
      { error: 'LOADING Redis is loading' },
    ],
    [
      'a protected server',
      redis({ PING: '-DENIED Redis is running in protected mode\r\n' }),
      'open denied fail redis-protected',
      {},
    ],
    [
      'a server with a password',
      redis({ PING: NOAUTH }),
      'open denied pass redis-login-required',
      { login: 'wanted' },
    ],
    [
      'a POP3 server',
      redis({ PING: '+OK POP3 ready\r\n' }),
      'open mismatch fail unexpected-protocol',
      { spoke: 'other', firstBytes: 'OK POP3 ready' },
    ],
  ])('tells %s', async (_what, behave, line, facts) => {
    const peer = kept(await startPeer(behave));
    const observation = await observeService('redis', peer, { password: '' });
    expect(observation).toMatchObject({ outcome: 'answered', facts });
    expect(verdictLine(observation)).toBe(line);
    await Promise.all(peer.connections.map(({ closed }) => closed));
  });

  it('logs in where it must, and shows the password to nobody else', async () => {
    const replies = { PING: NOAUTH, 'AUTH s3cret-word': '+OK\r\n', ROLE: MASTER };
    const open = kept(await startPeer(redis({ PING: PONG, ROLE: MASTER })));
    await observeService('redis', open, { password: 's3cret-word' });
    expect(open.connections.map(({ received }) => received().toString()).join()).not.toContain('s3cret');
    let isIn = false;
    const peer = kept(
      await startPeer((socket) => {
        socket.on('data', (bytes: Buffer) => {
          if (bytes.includes('s3cret-word')) isIn = true;
          const command = bytes.includes('AUTH')
            ? '+OK\r\n'
            : bytes.includes('ROLE')
              ? MASTER
              : isIn
                ? PONG
                : replies.PING;
          socket.write(command);
        });
      }),
    );
    const observation = await observeService('redis', peer, { password: 's3cret-word' });
    expect(observation).toMatchObject({ facts: { login: 'accepted', role: 'master', error: null } });
    expect(verdictLine(observation)).toBe('open confirmed pass redis-plain');
    expect(JSON.stringify(observation)).not.toContain('s3cret-word');
  });

  it('says that the password was refused, without repeating it', async () => {
    const reply = '-WRONGPASS s3cret-word is wrong\r\n';
    const peer = kept(await startPeer(redis({ PING: NOAUTH, AUTH: reply })));
    const observation = await observeService('redis', peer, { password: 's3cret-word' });
    expect(observation).toMatchObject({ facts: { login: 'refused', error: 'WRONGPASS ••• is wrong' } });
    expect(verdictLine(observation)).toBe('open denied warn redis-login-refused');
    expect(JSON.stringify(observation)).not.toContain('s3cret-word');
  });

  it('does not repeat the password of a peer that echoes it', async () => {
    const peer = kept(await startPeer(redis({ PING: NOAUTH, AUTH: 'AUTH s3cret-word\r\n' })));
    const observation = await observeService('redis', peer, { password: 's3cret-word' });
    expect(JSON.stringify(observation)).not.toContain('s3cret-word');
  });

  it('finds Redis within TLS', async () => {
    const peer = kept(await startTlsPeer(redis({ PING: PONG, ROLE: MASTER })));
    const observation = await observeService('redis', peer, { password: '' }, { timeoutMs: 2000 });
    expect(observation).toMatchObject({ facts: { tls: { protocol: 'TLSv1.3' }, role: 'master' } });
    expect(verdictLine(observation)).toBe('open confirmed pass redis-tls');
  });

  it('does not take HTTPS for Redis', async () => {
    const certificate = await makeCertificate({ commonName: 'x' });
    const { port, close } = await startHttpsStandin({ host: '127.0.0.1', port: 0, title: 'x', certificate });
    closing.push(close);
    const observation = await observeService('redis', { host: '127.0.0.1', port }, { password: '' });
    expect(observation).toMatchObject({
      facts: { spoke: 'other', firstBytes: expect.stringMatching(/^HTTP\/1.1 400/) },
    });
    expect(verdictLine(observation)).toBe('open mismatch fail unexpected-protocol');
  });

  it('reads the same wherever the network splits it', async () => {
    for (let pieceBytes = 1; pieceBytes < 12; pieceBytes += 1) {
      const peer = await startPeer((socket) => {
        socket.setNoDelay(true);
        redis({ PING: PONG, ROLE: MASTER }, pieceBytes)(socket);
      });
      const observation = await observeService('redis', peer, { password: '' }, { timeoutMs: 5000 });
      await peer.close();
      expect(observation).toMatchObject({ facts: { role: 'master', replicas: 1 } });
    }
  });
});

describe('redis-sentinel probe', () => {
  it.each<[string, Behaviour, string, object]>([
    [
      'a Sentinel',
      redis({ PING: PONG, SENTINEL: masters('master') }),
      'open confirmed pass redis-plain',
      { masters: [{ name: 'printum', address: '10.0.0.1:6379', flags: 'master' }] },
    ],
    [
      'a master that is down',
      redis({ PING: PONG, SENTINEL: masters('s_down,master') }),
      'open confirmed warn sentinel-master-down',
      {},
    ],
    [
      'a Sentinel without work',
      redis({ PING: PONG, SENTINEL: '*0\r\n' }),
      'open confirmed warn sentinel-no-masters',
      { masters: [] },
    ],
    [
      'a Redis',
      redis({ PING: PONG, SENTINEL: UNKNOWN }),
      'open mismatch fail sentinel-is-redis',
      { masters: null },
    ],
    [
      'a Sentinel with a password',
      redis({ PING: NOAUTH }),
      'open denied pass redis-login-required',
      { login: 'wanted' },
    ],
    [
      'nonsense in the list',
      redis({ PING: PONG, SENTINEL: '*2\r\n:1\r\n*1\r\n$4\r\nname\r\n' }),
      'open confirmed warn sentinel-no-masters',
      { masters: [] },
    ],
  ])('tells %s', async (_what, behave, line, facts) => {
    const peer = kept(await startPeer(behave));
    const observation = await observeService('redis-sentinel', peer, { password: '' });
    expect(observation).toMatchObject({ outcome: 'answered', facts });
    expect(verdictLine(observation)).toBe(line);
  });
});
