/** The `ftp-active` probe and its listener against a small server that does as it is told. */
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import { listenForCallback } from '../../../src/probes/ftp-listener.ts';
import { activeFacts, observeFtp, verdictOf } from '../../servers/ftp-observe.ts';
import { type FtpScript, type FtpServer, startFtpServer } from '../../servers/ftp-server.ts';

async function withServer<T>(script: FtpScript, body: (server: FtpServer) => Promise<T>): Promise<T> {
  const server = await startFtpServer(script);
  try {
    return await body(server);
  } finally {
    await server.close();
  }
}

/** Resolves with the code of the failure, or null where the connection stood. */
async function knock(port: number, from = '127.0.0.1'): Promise<string | null> {
  const socket = connect({ host: '127.0.0.1', port, localAddress: from });
  try {
    await once(socket, 'connect');
    return null;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? 'unknown';
  } finally {
    socket.destroy();
  }
}

describe('ftp-active', () => {
  it('lists by PORT and EPRT, stores, reads back, deletes and closes every listener', async () => {
    await withServer({}, async (server) => {
      const place = { host: server.host, port: server.port };
      const observation = await observeFtp('ftp-active', place);
      const { modes, transfer } = activeFacts(observation);
      expect(modes.map(({ command, connection }) => [command, connection?.address])).toEqual([
        ['PORT', '127.0.0.1'],
        ['EPRT', '127.0.0.1'],
      ]);
      expect(transfer).toMatchObject({ stored: true, size: 8192, sameBytes: true, removed: true });
      // Nobody on loopback can come from port 20 without being root's daemon.
      expect(verdictOf(observation, place)).toBe('open confirmed warn ftp-callback-other-port');
      for (const { listener } of modes) expect(await knock(listener?.port ?? 0)).toBe('ECONNREFUSED');
      await server.idle();
    });
  });

  it('does nothing without a password and says so', async () => {
    await withServer({}, async (server) => {
      const place = { host: server.host, port: server.port, password: '' };
      const observation = await observeFtp('ftp-active', place);
      expect(verdictOf(observation, place)).toBe('open confirmed warn ftp-active-login-skipped');
      await server.idle();
      expect(server.commands).toEqual(['FEAT', 'QUIT']);
    });
  });

  it('turns away who comes from another address', async () => {
    await withServer({ callback: { from: '127.0.0.2' } }, async (server) => {
      const place = { host: server.host, port: server.port };
      const observation = await observeFtp('ftp-active', place);
      expect(activeFacts(observation).modes[0]).toMatchObject({
        connection: null,
        strangers: [{ address: '127.0.0.2' }],
      });
      expect(verdictOf(observation, place)).toBe('open confirmed fail ftp-callback-elsewhere');
      expect(server.files.size).toBe(0);
    });
  });

  it('waits for its own deadline and no longer, when the server holds the session', async () => {
    await withServer({ callback: 'blocked' }, async (server) => {
      const place = { host: server.host, port: server.port, timeoutMs: 1500 };
      const observation = await observeFtp('ftp-active', place);
      expect(verdictOf(observation, place)).toBe('open confirmed fail ftp-callback-blocked');
      // PORT and EPRT wait 1.5 s each.
      expect(observation.durationMs / 3000).toBeLessThan(1.2);
      await server.idle();
      expect(server.commands.filter((line) => line.startsWith('STOR'))).toEqual([]);
    });
  });

  it('repeats a 425', async () => {
    await withServer({ callback: 'refused' }, async (server) => {
      const place = { host: server.host, port: server.port };
      expect(verdictOf(await observeFtp('ftp-active', place), place)).toBe(
        'open confirmed fail ftp-callback-failed',
      );
    });
  });

  it('stores without LIST, where LIST is forbidden', async () => {
    const on: FtpScript['on'] = (verb) => (verb === 'LIST' ? { send: '550 no\r\n' } : undefined);
    await withServer({ on }, async (server) => {
      const observation = await observeFtp('ftp-active', { host: server.host, port: server.port });
      expect(activeFacts(observation)).toMatchObject({
        modes: [{ connection: { address: '127.0.0.1' } }, { connection: { address: '127.0.0.1' } }],
        transfer: { stored: true, sameBytes: true, removed: true },
      });
    });
  });

  it.each(['LIST', 'STOR', 'RETR'])(
    'ends every socket within 100 ms and leaves no file, when it is cancelled while %s waits',
    async (verb) => {
      const cancel = new AbortController();
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
        const place = { host: server.host, port: server.port, signal: cancel.signal, timeoutMs: 2000 };
        expect((await observeFtp('ftp-active', place)).outcome).toBe('cancelled');
        await server.idle();
        expect((performance.now() - cancelledMs) / 100).toBeLessThan(1);
        expect([...server.files.keys()]).toEqual([]);
      });
    },
  );
});

describe('listenForCallback', () => {
  it('takes one connection from the expected address, and none after it', async () => {
    const ending = new AbortController();
    const listener = await listenForCallback('127.0.0.1', '127.0.0.1', ending.signal);
    const first = connect(listener.port, '127.0.0.1');
    const taken: Socket | null = await listener.connection(2000);
    expect(taken?.remotePort).toBe(first.localPort);
    const second = connect(listener.port, '127.0.0.1');
    await once(second, 'close');
    expect(listener.arrival()?.port).toBe(first.localPort);
    expect(listener.selfTestFailure).toBeNull();
    ending.abort();
    await once(first, 'close');
    expect(await knock(listener.port)).toBe('ECONNREFUSED');
  });

  it('gives up at the end of its wait', async () => {
    const listener = await listenForCallback('127.0.0.1', '127.0.0.1', new AbortController().signal);
    const startMs = performance.now();
    expect(await listener.connection(300)).toBeNull();
    expect((performance.now() - startMs) / 300).toBeLessThan(1.2);
    listener.close();
  });

  it('rejects with the errno, where this computer cannot listen', async () => {
    const attempt = listenForCallback('192.0.2.1', '127.0.0.1', new AbortController().signal);
    await expect(attempt).rejects.toMatchObject({ code: 'EADDRNOTAVAIL' });
  });

  it('notes only the first ten strangers of a crowd', async () => {
    const listener = await listenForCallback('127.0.0.1', '127.0.0.9', new AbortController().signal);
    for (let count = 0; count < 12; count += 1) {
      const stranger = connect(listener.port, '127.0.0.1');
      stranger.on('error', () => {});
      await once(stranger, 'close');
    }
    expect(listener.strangers()).toHaveLength(10);
    listener.close();
  });
});
