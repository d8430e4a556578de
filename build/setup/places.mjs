/** Where things are: the project, and the folder outside it that outlives a fresh clone. */
import { createHash } from 'node:crypto';
import { homedir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's root folder. */
export const PROJECT_FOLDER = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** The folder for what is costly to fetch and the same for every clone. */
export function cacheFolder() {
  const name = 'printum-sitecheck';
  if (process.platform === 'win32') {
    return path.join(process.env.LOCALAPPDATA ?? path.join(homedir(), 'AppData', 'Local'), name, 'Cache');
  }
  if (process.platform === 'darwin') {
    return path.join(homedir(), 'Library', 'Caches', name);
  }
  return path.join(process.env.XDG_CACHE_HOME || path.join(homedir(), '.cache'), name);
}

/** A short name for this work tree, for locks that must not hold up another clone. */
export function projectKey() {
  return createHash('sha256').update(PROJECT_FOLDER).digest('hex').slice(0, 12);
}
