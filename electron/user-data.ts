/** The folder that holds everything the program remembers. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { App } from 'electron';
import type { LocalText } from '../src/contract/words.ts';
import { writeFailure } from './store/storage-failure.ts';

const FOLDER_NAME = 'printum-sitecheck';

/** Must come first: Electron's own lock and storage lie in the same folder. */
export function chooseUserData(app: App): string {
  const given = app.commandLine.getSwitchValue('user-data-dir');
  const folder = given === '' ? join(app.getPath('appData'), FOLDER_NAME) : resolve(given);
  app.setPath('userData', folder);
  return folder;
}

/** Creates the folder and writes into it once. Null where that works, else why the program cannot start. */
export function findUserDataProblem(folder: string): LocalText | null {
  const trial = join(folder, `.writable-${process.pid}`);
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(trial, '');
    rmSync(trial, { force: true });
    return null;
  } catch (error) {
    return writeFailure(folder, error).text;
  }
}
