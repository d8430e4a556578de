/** The RAW port 9100 of a printing device: takes everything down, to prove that nothing was written to it. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Daemon, type Place, startProgram } from '../daemon.ts';
import { listensOnTcp } from '../listening.ts';
import { makeFolder } from '../maker.ts';
import { RAW_RECORDER } from './raw-recorder.ts';

const PORT = 9100;

export interface RawPort extends Daemon {
  /** Every byte received so far, in order. */
  readonly bytes: () => Promise<Buffer>;
  /** How often somebody connected so far. */
  readonly connections: () => Promise<number>;
}

export async function startRawPort(place: Place): Promise<RawPort> {
  const folder = await makeFolder('raw');
  const [bytes, connections] = [join(folder, 'bytes'), join(folder, 'connections')];
  const program = join(folder, 'recorder.mjs');
  await writeFile(program, RAW_RECORDER);
  await writeFile(bytes, '');
  await writeFile(connections, '');
  const daemon = await startProgram('raw-recorder', {
    host: place.host,
    folder,
    program: process.execPath,
    arguments: [program, place.address, String(PORT), bytes, connections],
    isReady: (pid) => listensOnTcp(pid, [PORT]),
  });
  return {
    ...daemon,
    bytes: () => readFile(bytes),
    connections: async () => (await readFile(connections, 'utf8')).split('\n').length - 1,
  };
}
