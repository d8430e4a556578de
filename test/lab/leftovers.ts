/** Clears away what laboratories left behind whose makers were killed. */
import { readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isLeftBehind } from './maker.ts';
import { removeNamespace } from './namespace.ts';

/** Removes their namespaces with the processes in them, the files laid over /etc, and temporary folders. */
export async function removeLeftovers(): Promise<void> {
  await Promise.all((await leftBehindIn('/run/netns')).map(removeNamespace));
  for (const place of ['/etc/netns', tmpdir()]) {
    const names = await leftBehindIn(place);
    await Promise.all(names.map((name) => rm(join(place, name), { recursive: true, force: true })));
  }
}

async function leftBehindIn(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch(() => []);
  return names.filter(isLeftBehind);
}
