/** A port that swallows connection requests, as a filter that drops does: its queue is full and nobody accepts. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

export interface SilentPeer {
  readonly host: string;
  readonly port: number;
  readonly close: () => Promise<void>;
}

/** Listens with the shortest queue, says its port, and blocks its own loop for ever. */
const PROGRAM = `
  const server = require('node:net').createServer();
  server.listen({ host: '127.0.0.1', port: 0, backlog: 1 }, () => {
    require('node:fs').writeSync(1, String(server.address().port));
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
  });
`;
/** Linux queues one connection more than the backlog says; the rest of these are held back as well. */
const FILLERS = 6;
const FILLED_MS = 300;

export async function startSilentPeer(): Promise<SilentPeer> {
  const child = spawn(process.execPath, ['-e', PROGRAM], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [chunk] = (await once(child.stdout, 'data')) as [Buffer];
  const port = Number(chunk.toString());
  const fillers = Array.from({ length: FILLERS }, () => connect({ host: '127.0.0.1', port }));
  await Promise.race(fillers.map(heldBack));
  return {
    host: '127.0.0.1',
    port,
    close: async () => {
      for (const filler of fillers) filler.destroy();
      const exited = once(child, 'exit');
      child.kill('SIGKILL');
      await exited;
    },
  };
}

/** Resolves once a connection has gone unanswered far longer than loopback takes. */
function heldBack(socket: Socket): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, FILLED_MS);
    socket.once('connect', () => clearTimeout(timer));
    socket.on('error', () => clearTimeout(timer));
  });
}
