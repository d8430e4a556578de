/** The neighbours this computer has talked to, asked in each operating system's own way. */
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { type Neighbour, parseArpCommand, parseProcArp } from './wire/neighbour-table.ts';

const COMMAND_DEADLINE_MS = 3000;
const runCommand = promisify(execFile);

/** The MAC of a neighbour, in small hexadecimal with colons; null where the system has none. Never rejects. */
export async function findMac(address: string): Promise<string | null> {
  const neighbours = await readNeighbours().catch(() => []);
  return neighbours.find((entry) => entry.address === address)?.mac ?? null;
}

async function readNeighbours(): Promise<readonly Neighbour[]> {
  if (process.platform === 'linux') return parseProcArp(await readFile('/proc/net/arp', 'utf8'));
  const { stdout } = await runCommand('arp', ['-a'], {
    timeout: COMMAND_DEADLINE_MS,
    windowsHide: true,
    maxBuffer: 1024 * 1024,
  });
  return parseArpCommand(stdout);
}
