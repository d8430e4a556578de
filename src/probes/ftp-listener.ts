/** The listener to which an FTP server connects back in active mode: one peer, one connection, then closed. */
import { connect, createServer, type Server, type Socket } from 'node:net';
import { toProbeError } from './errors.ts';
import { limitedSignal } from './talk.ts';

export interface Caller {
  readonly address: string;
  readonly port: number;
}

export interface CallbackListener extends Caller {
  /** The code of the failure where this computer cannot reach its own listener; null where it can. */
  readonly selfTestFailure: string | null;
  /** Resolves to null where nobody came from the expected address in time. */
  readonly connection: (waitMs: number) => Promise<Socket | null>;
  /** The first who came from the expected address, and when (`performance.now`). */
  readonly arrival: () => (Caller & { readonly atMs: number }) | null;
  /** At most 10 who came from elsewhere and were hung up on. */
  readonly strangers: () => readonly Caller[];
  readonly close: () => void;
}

const MAX_STRANGERS = 10;
const SELF_TEST_MS = 500;

/**
 * Listens on a free port of `localAddress` for one connection from `expected`. Rejects with the errno of `listen`;
 * listener and connection end with `signal` at the latest.
 */
export async function listenForCallback(
  localAddress: string,
  expected: string,
  signal: AbortSignal,
): Promise<CallbackListener> {
  const server = createServer();
  const close = () => server.close();
  server.on('error', () => {});
  await listening(server, localAddress);
  signal.addEventListener('abort', close, { once: true });
  if (signal.aborted) close();
  const bound = server.address();
  const port = bound === null || typeof bound === 'string' ? 0 : bound.port;
  const selfTestFailure = await testFromHere(server, localAddress, port, signal);

  let arrival: (Caller & { readonly atMs: number }) | null = null;
  let caller: Socket | null = null;
  const strangers: Caller[] = [];
  const arrived = new Promise<Socket>((resolve) => {
    server.on('connection', (socket) => {
      socket.on('error', () => {});
      const from = { address: plainAddress(socket.remoteAddress ?? ''), port: socket.remotePort ?? 0 };
      if (from.address !== expected || caller !== null) {
        if (from.address !== expected && strangers.length < MAX_STRANGERS) strangers.push(from);
        socket.destroy();
        return;
      }
      caller = socket;
      arrival = { ...from, atMs: performance.now() };
      const destroy = () => socket.destroy();
      signal.addEventListener('abort', destroy, { once: true });
      socket.once('close', () => signal.removeEventListener('abort', destroy));
      socket.pause();
      resolve(socket);
    });
  });

  return {
    address: localAddress,
    port,
    selfTestFailure,
    arrival: () => arrival,
    strangers: () => strangers,
    connection: (waitMs) => orNull(arrived, waitMs, signal),
    close: () => {
      signal.removeEventListener('abort', close);
      server.close();
      caller?.destroy();
    },
  };
}

function listening(server: Server, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host, port: 0, backlog: 8 }, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

/** Before anybody else knows the port: a local firewall that forbids listening shows itself here, or not at all. */
async function testFromHere(
  server: Server,
  host: string,
  port: number,
  signal: AbortSignal,
): Promise<string | null> {
  const limit = limitedSignal(signal, SELF_TEST_MS);
  const socket = connect({ host, port, localAddress: host });
  try {
    await new Promise<void>((resolve, reject) => {
      const onAbort = () => reject(limit.signal.reason);
      server.once('connection', (accepted) => {
        accepted.on('error', () => {});
        accepted.destroy();
        resolve();
      });
      socket.once('error', reject);
      if (limit.signal.aborted) onAbort();
      else limit.signal.addEventListener('abort', onAbort, { once: true });
    });
    return null;
  } catch (error) {
    return toProbeError(error).code;
  } finally {
    limit.release();
    server.removeAllListeners('connection');
    socket.on('error', () => {});
    socket.destroy();
  }
}

function orNull<T>(work: Promise<T>, waitMs: number, signal: AbortSignal): Promise<T | null> {
  const limit = limitedSignal(signal, waitMs);
  return new Promise<T | null>((resolve) => {
    limit.signal.addEventListener('abort', () => resolve(null), { once: true });
    if (limit.signal.aborted) resolve(null);
    void work.then(resolve);
  }).finally(limit.release);
}

/** `::ffff:10.0.0.1`, as a listener for both families sees an IPv4 peer (RFC 4291, 2.5.5.2). */
function plainAddress(address: string): string {
  return address.startsWith('::ffff:') && address.includes('.') ? address.slice(7) : address;
}
