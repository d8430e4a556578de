/** A RAW port that prints nothing: writes every byte that it is sent into a file, and a line for every connection. */
import { appendFileSync } from 'node:fs';
import { createServer } from 'node:net';

const [address, port, bytesFile, connectionsFile] = process.argv.slice(2);
if (!address || !port || !bytesFile || !connectionsFile)
  throw new Error('raw-recorder: four arguments wanted');

createServer((socket) => {
  appendFileSync(connectionsFile, `${socket.remoteAddress}\n`);
  socket.on('data', (chunk) => appendFileSync(bytesFile, chunk));
  socket.on('error', () => socket.destroy());
}).listen(Number(port), address);
