/** Marks what a test process makes on the machine, so that a later one can tell what was left behind. */
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Every name the laboratory gives starts like this; short, as a link's name has 15 characters. */
export const PREFIX = 'sck';

const MARKED_NAME = new RegExp(`^${PREFIX}-(\\d+)-(\\d+)-`);

/** A name for `label` that carries this process: its id and, as ids are used again, the time it started. */
export function markedName(label: string): string {
  return `${PREFIX}-${process.pid}-${startOf(process.pid)}-${randomBytes(3).toString('hex')}-${label}`;
}

/** True where the name is the laboratory's and the process that gave it is gone. */
export function isLeftBehind(name: string): boolean {
  const [, pid, start] = MARKED_NAME.exec(name) ?? [];
  return pid !== undefined && startOf(Number(pid)) !== start;
}

/** A new empty folder for temporary files that carries this process in its name. Readable by daemons that drop root. */
export async function makeFolder(label: string): Promise<string> {
  const folder = join(tmpdir(), markedName(label));
  await mkdir(folder, { mode: 0o755 });
  return folder;
}

/** Clock ticks since boot (proc(5), field 22 of `stat`), null where there is no such process. */
function startOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field is the program's name in brackets and may hold anything.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
}
