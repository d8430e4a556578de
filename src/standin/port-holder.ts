/** Which program holds a UDP port of this computer, where the system tells. */
import { execFile } from 'node:child_process';
import { readdir, readFile, readlink } from 'node:fs/promises';
import { holderInLsof, nameInTasklist, pidsInNetstat, socketInodes } from './port-holder-parse.ts';

export interface PortHolder {
  readonly pid: number;
  /** The name of its program; null where only the number is known. */
  readonly name: string | null;
}

const DEADLINE_MS = 3000;
const MAX_OUTPUT_BYTES = 4 * 1024 * 1024;

/** Null where the system does not tell, or not in time. Never rejects. */
export async function findUdpPortHolder(port: number): Promise<PortHolder | null> {
  const late = new Promise<null>((resolve) => {
    setTimeout(() => resolve(null), DEADLINE_MS).unref();
  });
  return Promise.race([look(port).catch(() => null), late]);
}

function look(port: number): Promise<PortHolder | null> {
  switch (process.platform) {
    case 'linux':
      return lookInProc(port);
    case 'win32':
      return askWindows(port);
    case 'darwin':
      return output('lsof', ['-nP', `-iUDP:${port}`, '-Fpc']).then(holderInLsof);
    default:
      return Promise.resolve(null);
  }
}

/** Other people's processes hide their sockets from whoever is not root (proc(5)). */
async function lookInProc(port: number): Promise<PortHolder | null> {
  const tables = await Promise.all(
    ['/proc/net/udp', '/proc/net/udp6'].map((file) => readFile(file, 'utf8').catch(() => '')),
  );
  const sockets = new Set(
    tables.flatMap((table) => socketInodes(table, port)).map((inode) => `socket:[${inode}]`),
  );
  if (sockets.size === 0) return null;
  for (const entry of await readdir('/proc')) {
    const pid = Number(entry);
    if (!Number.isInteger(pid) || !(await holdsOne(pid, sockets))) continue;
    const name = await readFile(`/proc/${pid}/comm`, 'utf8').catch(() => '');
    return { pid, name: name.trim() || null };
  }
  return null;
}

async function holdsOne(pid: number, sockets: ReadonlySet<string>): Promise<boolean> {
  const folder = `/proc/${pid}/fd`;
  for (const descriptor of await readdir(folder).catch(() => [])) {
    if (sockets.has(await readlink(`${folder}/${descriptor}`).catch(() => ''))) return true;
  }
  return false;
}

async function askWindows(port: number): Promise<PortHolder | null> {
  const [pid] = pidsInNetstat(await output('netstat', ['-ano', '-p', 'UDP']), port);
  if (pid === undefined) return null;
  const list = await output('tasklist', ['/FI', `PID eq ${pid}`, '/FO', 'CSV', '/NH']).catch(() => '');
  return { pid, name: nameInTasklist(list, pid) };
}

/** What the program printed; its exit code says nothing here (lsof ends with 1 where it has nothing to show). */
function output(program: string, argumentList: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const options = { timeout: DEADLINE_MS, maxBuffer: MAX_OUTPUT_BYTES, windowsHide: true };
    execFile(program, [...argumentList], options, (error, stdout) => {
      if (error !== null && stdout === '') reject(error);
      else resolve(stdout);
    });
  });
}
