/** The `postgresql` probe against servers that answer by a script: ordinary, old, full and false. */

import { createHash } from 'node:crypto';
import type { Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { type Behaviour, type Peer, startPeer } from '../../servers/peer.ts';
import { observeService, verdictLine } from '../../servers/service-observe.ts';

const closing: (() => Promise<void>)[] = [];

afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()));
});

function kept(peer: Peer): Peer {
  closing.push(peer.close);
  return peer;
}

const PASSWORD = 's3cret-word';
const options = { user: 'printum', database: 'prints', password: PASSWORD };
const without = { ...options, password: '' };

function message(type: string, body: Buffer | string): Buffer {
  const bytes = Buffer.isBuffer(body) ? body : Buffer.from(body, 'latin1');
  const head = Buffer.alloc(5);
  head.write(type, 'latin1');
  head.writeUInt32BE(bytes.length + 4, 1);
  return Buffer.concat([head, bytes]);
}

function authentication(code: number, body: string | Buffer = ''): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt32BE(code);
  return message('R', Buffer.concat([head, Buffer.isBuffer(body) ? body : Buffer.from(body, 'latin1')]));
}

const error = (code: string, words: string) => message('E', `SFATAL\0C${code}\0M${words}\0\0`);
const READY = Buffer.concat([
  authentication(0),
  message('S', 'server_version\0 13.2 (Old)\0'.replace(' ', '')),
  message('Z', 'I'),
]);
const SASL = authentication(10, 'SCRAM-SHA-256\0\0');

/** One reply for each piece that arrives: SSLRequest, startup, password. The last one is followed by the end. */
function script(...replies: readonly (Buffer | string)[]): Behaviour {
  return (socket: Socket) => {
    let turn = 0;
    socket.on('data', () => {
      const reply = replies[turn];
      turn += 1;
      if (reply !== undefined) socket.write(reply);
      if (turn >= replies.length) socket.end();
    });
  };
}

describe('postgresql probe', () => {
  it.each<[string, Behaviour, typeof options, string, object]>([
    [
      'trusts everybody',
      script('N', READY),
      without,
      'open confirmed pass service-confirmed',
      { method: 'none', login: 'accepted', serverVersion: '13.2 (Old)', tlsOffered: false },
    ],
    [
      'wants a password and gets none',
      script('N', SASL),
      without,
      'open denied pass postgresql-login-required',
      { method: 'scram-sha-256', login: 'wanted' },
    ],
    [
      'wants an MD5 password',
      script('N', authentication(5, 'salt'), READY),
      options,
      'open confirmed pass service-confirmed',
      { method: 'md5', login: 'accepted' },
    ],
    [
      'refuses the password',
      script('N', authentication(5, 'salt'), error('28P01', 'no')),
      options,
      'open denied warn postgresql-login-refused',
      { login: 'refused', error: { code: '28P01', message: 'no' } },
    ],
    [
      'refuses the address',
      script('N', error('28000', 'no pg_hba.conf entry')),
      options,
      'open denied warn postgresql-login-refused',
      { login: 'refused' },
    ],
    [
      'has no such database',
      script('N', error('3D000', 'database "prints" does not exist')),
      options,
      'open confirmed warn postgresql-no-database',
      {},
    ],
    [
      'is full',
      script('N', error('53300', 'sorry, too many clients already')),
      options,
      'open confirmed warn postgresql-error',
      {},
    ],
    [
      'is full before TLS',
      script(error('53300', 'sorry')),
      options,
      'open confirmed warn postgresql-error',
      { tlsOffered: null },
    ],
    [
      'wants Kerberos',
      script('N', authentication(7)),
      options,
      'open denied warn postgresql-login-unsupported',
      { method: 'gss' },
    ],
    [
      'wants an unencrypted password',
      script('N', authentication(3)),
      options,
      'open denied warn postgresql-login-unsupported',
      { method: 'password' },
    ],
    [
      'knows no SCRAM that is known here',
      script('N', authentication(10, 'SCRAM-SHA-1\0\0')),
      options,
      'open denied warn postgresql-login-unsupported',
      {},
    ],
    [
      'cannot prove itself',
      script('N', SASL, authentication(12, 'v=AAAA')),
      options,
      'open mismatch fail unexpected-protocol',
      {},
    ],
    ['cuts after the offer', script('N', ''), options, 'open silent fail hung-up', {}],
    [
      'greets like MySQL',
      (socket) => socket.end('J\0\0\0\n5.7.0\0'),
      options,
      'open mismatch fail unexpected-protocol',
      {},
    ],
    [
      'talks after the offer',
      script('N', 'HTTP/1.1 400 Bad\r\n\r\n'),
      options,
      'open mismatch fail unexpected-protocol',
      {},
    ],
    ['offers TLS and breaks it', script('S', 'no TLS at all'), options, 'open silent fail tls-failed', {}],
    [
      'sends messages without end',
      script('N', Buffer.concat(Array.from({ length: 300 }, () => message('S', 'a\0b\0')))),
      options,
      'open mismatch fail unexpected-protocol',
      {},
    ],
  ])('says what it means when the peer %s', async (_what, behave, given, line, facts) => {
    const peer = kept(await startPeer(behave));
    const observation = await observeService('postgresql', peer, given);
    expect(verdictLine(observation)).toBe(line);
    if (observation.outcome === 'answered') expect(observation.facts).toMatchObject(facts);
    expect(JSON.stringify(observation)).not.toContain(PASSWORD);
    await Promise.all(peer.connections.map(({ closed }) => closed));
  });

  it('names user and database, hashes the password, and never sends it in the clear', async () => {
    const peer = kept(await startPeer(script('N', authentication(5, 'salt'), READY, '')));
    await observeService('postgresql', peer, options);
    const sent = peer.connections[0]?.received().toString('latin1') ?? '';
    expect(sent).toContain('user\0printum\0database\0prints\0');
    const md5 = (text: string) => createHash('md5').update(text, 'latin1').digest('hex');
    expect(sent).toContain(`md5${md5(`${md5(`${PASSWORD}printum`)}salt`)}`);
    expect(sent).not.toContain(PASSWORD);
  });

  it('asks as nobody where the profile names no user, and takes a refusal for a wish', async () => {
    const peer = kept(await startPeer(script('N', error('28000', 'role "sitecheck" does not exist'))));
    const observation = await observeService('postgresql', peer, {
      user: '',
      database: '',
      password: PASSWORD,
    });
    expect(verdictLine(observation)).toBe('open denied pass postgresql-login-required');
  });

  it('reads the same wherever the network splits it', async () => {
    for (let at = 1; at < READY.length; at += 1) {
      const peer = await startPeer((socket) => {
        let turn = 0;
        socket.on('data', () => {
          turn += 1;
          if (turn === 1) socket.write('N');
          if (turn !== 2) return;
          socket.write(READY.subarray(0, at));
          setImmediate(() => socket.write(READY.subarray(at)));
        });
      });
      const observation = await observeService('postgresql', peer, without, { timeoutMs: 5000 });
      await peer.close();
      expect(observation, `split at ${at}`).toMatchObject({
        facts: { login: 'accepted', serverVersion: '13.2 (Old)' },
      });
    }
  });
});
