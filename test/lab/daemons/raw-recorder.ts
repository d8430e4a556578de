/** A RAW port that prints nothing: writes every byte that it is sent into a file, and a line for every connection. */

/** A program for Node that needs nothing beside it: address, port, file of bytes and file of connections. */
export const RAW_RECORDER = `(${record.toString()})(process.argv.slice(2));\n`;

/**
 * Runs in a process of its own, from its text: it names nothing that stands outside of it, and imports nothing, because a
 * test runner writes every import anew.
 */
function record([address, port, bytesFile, connectionsFile]: readonly string[]): void {
  const { appendFileSync } = process.getBuiltinModule('node:fs');
  const { createServer } = process.getBuiltinModule('node:net');
  if (!address || !port || !bytesFile || !connectionsFile) {
    throw new Error('raw-recorder: four arguments wanted');
  }
  createServer((socket) => {
    appendFileSync(connectionsFile, `${socket.remoteAddress}\n`);
    socket.on('data', (chunk) => appendFileSync(bytesFile, chunk));
    socket.on('error', () => socket.destroy());
  }).listen(Number(port), address);
}
