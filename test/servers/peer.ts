/** Hostile and ordinary peers on loopback: a listener on a free port that remembers what each connection did. */
import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer, type TLSSocket, type TlsOptions } from 'node:tls';
import { type CertificateOptions, makeCertificate } from '../../src/standin/certificate.ts';

export interface Connection {
  readonly remoteAddress: string;
  readonly received: () => Buffer;
  /** Resolves with the time (performance.now) at which the connection was gone. */
  readonly closed: Promise<number>;
}

export interface Peer {
  readonly host: string;
  readonly port: number;
  readonly connections: readonly Connection[];
  /** Resolves once `count` connections have been accepted. */
  readonly accepted: (count: number) => Promise<void>;
  readonly close: () => Promise<void>;
}

export type Behaviour = (socket: Socket) => void;

/** Answers each connection as `behave` says; the peer reads, but reads nothing into it. */
export async function startPeer(behave: Behaviour, host = '127.0.0.1'): Promise<Peer> {
  return watch(createServer({ allowHalfOpen: true }), 'connection', behave, host);
}

/** The same behind TLS, with a certificate made for the occasion. */
export async function startTlsPeer(
  behave: Behaviour,
  certificate: CertificateOptions = { commonName: 'peer', ipAddresses: ['127.0.0.1'] },
  options: TlsOptions = {},
): Promise<Peer> {
  const server = createTlsServer({ ...options, ...(await makeCertificate(certificate)) });
  server.on('tlsClientError', () => {});
  return watch(server, 'secureConnection', behave, '127.0.0.1');
}

/** A port of 127.0.0.1 on which nothing listens. */
export async function closedPort(): Promise<number> {
  const peer = await startPeer(() => {});
  await peer.close();
  return peer.port;
}

async function watch(
  server: Server,
  event: 'connection' | 'secureConnection',
  behave: Behaviour,
  host: string,
): Promise<Peer> {
  const connections: Connection[] = [];
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    socket.once('close', () => sockets.delete(socket));
  });
  server.on(event, (socket: Socket | TLSSocket) => {
    const pieces: Buffer[] = [];
    socket.on('error', () => {});
    socket.on('data', (piece: Buffer) => pieces.push(piece));
    const gone = new Promise<number>((resolve) => {
      socket.once('end', () => resolve(performance.now()));
      socket.once('close', () => resolve(performance.now()));
    });
    connections.push({
      remoteAddress: socket.remoteAddress ?? '',
      received: () => Buffer.concat(pieces),
      closed: gone,
    });
    behave(socket);
    server.emit('behaved');
  });
  server.listen(0, host);
  await once(server, 'listening');
  return {
    host,
    port: (server.address() as AddressInfo).port,
    connections,
    accepted: async (count) => {
      while (connections.length < count) await once(server, 'behaved');
    },
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}
