/** What every stand-in has in common: it listens on one address and can be closed with all its connections. */
import { once } from 'node:events';
import type { AddressInfo, Server, Socket } from 'node:net';

export interface Standin {
  readonly port: number;
  readonly close: () => Promise<void>;
}

export interface ListenOptions {
  readonly host: string;
  /** 0: the system chooses a free one. */
  readonly port: number;
}

/** Rejects with the errno of the bind (`EADDRINUSE`, `EACCES`, `EADDRNOTAVAIL`). */
export async function listen(server: Server, { host, port }: ListenOptions): Promise<Standin> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    socket.once('close', () => sockets.delete(socket));
  });
  server.listen({ host, port });
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}
