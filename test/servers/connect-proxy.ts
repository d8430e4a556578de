/** An HTTP proxy on loopback that knows CONNECT: leads every name to where the test says, or turns it down. */
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';

export interface ConnectProxy {
  readonly host: string;
  readonly port: number;
  /** What was asked for, in order: `CONNECT name:port`. */
  readonly asked: readonly string[];
  readonly close: () => Promise<void>;
}

export interface ConnectProxyOptions {
  /** Where the tunnel ends, whatever was asked for; a number is the status of the refusal. */
  readonly leadsTo: { readonly host: string; readonly port: number } | number;
  /** `user:password` that it asks for (407). */
  readonly login?: string;
}

export async function startConnectProxy({ leadsTo, login }: ConnectProxyOptions): Promise<ConnectProxy> {
  const asked: string[] = [];
  const sockets = new Set<Socket>();
  const keep = (socket: Socket) => {
    sockets.add(socket.on('error', () => {}));
    socket.once('close', () => sockets.delete(socket));
  };
  const server = createServer((_request, response) => response.writeHead(400).end());
  server.on('connection', keep);
  server.on('connect', (request: IncomingMessage, client: Socket) => {
    asked.push(`${request.method} ${request.url}`);
    const wanted = login === undefined ? undefined : `Basic ${Buffer.from(login).toString('base64')}`;
    if (request.headers['proxy-authorization'] !== wanted) {
      client.end('HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm="p"\r\n\r\n');
    } else if (typeof leadsTo === 'number') {
      client.end(`HTTP/1.1 ${leadsTo} No\r\n\r\n`);
    } else {
      const far = connect(leadsTo, () => {
        client.write('HTTP/1.1 200 Connection established\r\n\r\n');
        far.pipe(client).pipe(far);
      });
      keep(far);
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    host: '127.0.0.1',
    port: (server.address() as AddressInfo).port,
    asked,
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}
