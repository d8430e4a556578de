/** The file names in a folder of the store. */
import { readdir } from 'node:fs/promises';
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
