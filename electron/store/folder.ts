/** The file names in a folder of the store. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { BridgeFailure, errnoOf } from '../failure.ts';
import { readProblem } from './storage-failure.ts';

/** None where there is no folder yet; throws a `BridgeFailure` with code `storage` where it cannot be read. */
export async function filesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return [];
    const problem = readProblem(error);
    throw new BridgeFailure(
      'storage',
      { ru: `${folder}. ${problem.ru}`, en: `${folder}. ${problem.en}` },
      { cause: error },
    );
  }
}

/** The paths of all files in a folder and below it; none where there is no folder yet. */
export async function filesUnder(folder: string): Promise<readonly string[]> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return [];
    throw error;
  }
}
