/** A RAW port in place of a printer's: accepts connections, prints nothing. */
import { createServer } from 'node:net';
import { type ListenOptions, listen, type Standin } from './standin.ts';

export function startRawStandin(where: ListenOptions): Promise<Standin> {
  return listen(
    createServer((socket) => socket.resume()),
    where,
  );
}
