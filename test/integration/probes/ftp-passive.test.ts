/** The `ftp-passive` probe against a small server that does as it is told. */
import { Writable } from 'node:stream';
import { Client } from 'basic-ftp';
import { describe, expect, it } from 'vitest';
import { startFtpStandin } from '../../../src/standin/ftp-standin.ts';
import { observeFtp, passiveFacts, verdictOf } from '../../servers/ftp-observe.ts';
import { type FtpScript, type FtpServer, startFtpServer } from '../../servers/ftp-server.ts';

const NOBODY = { from: 30_000, to: 30_009 };

async function withServer<T>(script: FtpScript, body: (server: FtpServer) => Promise<T>): Promise<T> {
  const server = await startFtpServer(script);
  try {
    return await body(server);
  } finally {
    await server.close();
  }
}

describe('the small FTP server', () => {
  it('is one that an independent client can use', async () => {
    await withServer({}, async (server) => {
      server.files.set('scan.pdf', Buffer.from('pages'));
      const client = new Client(2000);
      try {
        await client.access({ host: server.host, port: server.port, user: 'scan', password: 's3cret-word' });
        const pieces: Buffer[] = [];
        const sink = new Writable({
          write: (piece: Buffer, _encoding, done) => {
            pieces.push(piece);
            done();
          },
        });
        await client.downloadTo(sink, 'scan.pdf');
        expect(Buffer.concat(pieces).toString()).toBe('pages');
        await client.remove('scan.pdf');
      } finally {
        client.close();
      }
      expect(server.files.size).toBe(0);
    });
  });
});

describe('the stand-in for a scan server', () => {
  it.each([
    ['', 'open confirmed warn ftp-passive-login-skipped'],
    ['anything', 'open denied fail ftp-login-refused'],
  ])('greets, and lets nobody in: password «%s»', async (password, expected) => {
    const standin = await startFtpStandin({ host: '127.0.0.1', port: 0, greeting: 'stand-in' });
    try {
      const place = { host: '127.0.0.1', port: standin.port, password };
      const observation = await observeFtp('ftp-passive', place);
      expect(passiveFacts(observation).control?.features).toContain('EPSV');
      expect(verdictOf(observation, place)).toBe(expected);
    } finally {
      await standin.close();
    }
  });
});

describe('ftp-passive', () => {
  it('stores by PASV, reads back by EPSV, deletes, says goodbye and leaves no socket', async () => {
    await withServer({}, async (server) => {
      const observation = await observeFtp('ftp-passive', { host: server.host, port: server.port });
      expect(passiveFacts(observation).transfer).toMatchObject({
        stored: true,
        sameBytes: true,
        removed: true,
      });
      await server.idle();
      expect(server.openHandles()).toBe(0);
      expect(server.commands.map((line) => line.split(' ')[0])).toEqual(
        'FEAT USER PASS TYPE PWD PASV EPSV PASV STOR SIZE EPSV RETR DELE QUIT'.split(' '),
      );
      expect(server.commands.join('\n')).toMatch(/STOR sitecheck-[0-9a-f]{12}\.tmp/);
    });
  });

  it('reads replies that come one byte in a segment', async () => {
    await withServer({ byteByByte: true }, async (server) => {
      const place = { host: server.host, port: server.port };
      const observation = await observeFtp('ftp-passive', place);
      expect(passiveFacts(observation).transfer?.sameBytes).toBe(true);
      expect(verdictOf(observation, place)).toBe('open confirmed warn ftp-port-outside-range');
    });
  });

  it('logs in nowhere without a password, not even as anonymous, and sweeps the range', async () => {
    await withServer({}, async (server) => {
      const place = { host: server.host, port: server.port, password: '' };
      const observation = await observeFtp('ftp-passive', place);
      expect(passiveFacts(observation).counts.closed).toBe(200);
      expect(verdictOf(observation, place)).toBe('open confirmed warn ftp-passive-login-skipped');
      await server.idle();
      expect(server.commands).toEqual(['FEAT', 'QUIT']);
    });
  });

  it('enters the folder of the profile, and transfers nothing where it cannot', async () => {
    await withServer(
      { on: (verb) => (verb === 'CWD' ? { send: '550 none\r\n' } : undefined) },
      async (server) => {
        const place = { host: server.host, port: server.port, directory: '/scans' };
        const observation = await observeFtp('ftp-passive', place);
        expect(server.commands).toContain('CWD /scans');
        expect(server.commands.join(' ')).not.toContain('STOR');
        expect(verdictOf(observation, place)).toBe('open confirmed fail ftp-directory-refused');
      },
    );
  });

  it.each([
    ['bytes', (bytes: Buffer) => Buffer.from(bytes.toString('latin1').replaceAll('\n', '\r'), 'latin1')],
    ['a missing end', (bytes: Buffer) => bytes.subarray(0, -1)],
    ['one byte more', (bytes: Buffer) => Buffer.concat([bytes, Buffer.of(0)])],
  ])('tells that the file came back with other content: %s', async (_what, garble) => {
    await withServer({ garble }, async (server) => {
      const place = { host: server.host, port: server.port };
      expect(verdictOf(await observeFtp('ftp-passive', place), place)).toBe(
        'open confirmed fail ftp-content-differs',
      );
      expect(server.files.size).toBe(0);
    });
  });

  it.each([
    [550, 'ftp-no-write-permission'],
    [553, 'ftp-no-write-permission'],
    [452, 'ftp-disk-full'],
    [552, 'ftp-disk-full'],
    [500, 'ftp-transfer-failed'],
  ])('reads %i to STOR as %s', async (code, reason) => {
    const on: FtpScript['on'] = (verb) => (verb === 'STOR' ? { send: `${code} no\r\n` } : undefined);
    await withServer({ on }, async (server) => {
      const place = { host: server.host, port: server.port };
      expect(verdictOf(await observeFtp('ftp-passive', place), place)).toBe(`open confirmed fail ${reason}`);
    });
  });

  it('sees an open port of the range, and the closed ones beside it', async () => {
    await withServer({}, async (server) => {
      await withServer({}, async (other) => {
        const range = { from: other.port, to: other.port };
        const observation = await observeFtp('ftp-passive', { host: server.host, port: server.port, range });
        expect(passiveFacts(observation).ports).toEqual([{ port: other.port, state: 'open', errno: null }]);
      });
    });
  });

  it.each(['PASV', 'STOR', 'SIZE', 'RETR'])(
    'ends every socket within 100 ms and leaves no file, when it is cancelled while %s waits',
    async (verb) => {
      const cancel = new AbortController();
      // The reply never comes, but the server still carries out what is sent after it.
      const on: FtpScript['on'] = (asked) => {
        if (asked !== verb) return undefined;
        setImmediate(() => cancel.abort());
        return { end: 'mute' };
      };
      await withServer({ on }, async (server) => {
        let cancelledMs = 0;
        cancel.signal.addEventListener('abort', () => {
          cancelledMs = performance.now();
        });
        const place = { host: server.host, port: server.port, range: NOBODY, signal: cancel.signal };
        const observation = await observeFtp('ftp-passive', { ...place, timeoutMs: 2000 });
        expect(observation.outcome).toBe('cancelled');
        await server.idle();
        expect((performance.now() - cancelledMs) / 100).toBeLessThan(1);
        expect([...server.files.keys()]).toEqual([]);
      });
    },
  );
});
