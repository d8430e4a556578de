/** Hostile and ordinary UDP peers on loopback: a socket on a free port that answers each datagram as told. */
import { createSocket, type RemoteInfo, type Socket } from 'node:dgram';
import { once } from 'node:events';

export interface UdpPeer {
  readonly host: string;
  readonly port: number;
  readonly received: readonly Buffer[];
  readonly close: () => Promise<void>;
}

export interface Datagram {
  readonly bytes: Buffer;
  readonly sender: RemoteInfo;
  /** How many came before. */
  readonly index: number;
  /** Sends from the socket that was asked. */
  readonly reply: (bytes: Uint8Array) => void;
}

export async function startUdpPeer(
  behave: (datagram: Datagram) => void,
  host = '127.0.0.1',
  port = 0,
): Promise<UdpPeer> {
  const socket = await boundSocket(host, port);
  const received: Buffer[] = [];
  socket.on('message', (bytes, sender) => {
    const index = received.push(bytes) - 1;
    behave({ bytes, sender, index, reply: (answer) => sendFrom(socket, answer, sender) });
  });
  return {
    host,
    port: socket.address().port,
    received,
    close: async () => {
      const closed = once(socket, 'close');
      socket.close();
      await closed;
    },
  };
}

/** For a peer that answers in another's place. The caller closes it. */
export async function boundSocket(host: string, port = 0): Promise<Socket> {
  const socket = createSocket('udp4');
  socket.on('error', () => {});
  socket.bind({ address: host, port });
  await once(socket, 'listening');
  return socket;
}

export function sendFrom(socket: Socket, bytes: Uint8Array, to: RemoteInfo): void {
  socket.send(bytes, to.port, to.address, () => {});
}

/** A port of 127.0.0.1 to which nothing is bound. */
export async function closedUdpPort(): Promise<number> {
  const peer = await startUdpPeer(() => {});
  await peer.close();
  return peer.port;
}
