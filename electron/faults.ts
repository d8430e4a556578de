/** Faults that nothing has caught: logged, and told in one sentence, once for a series of them. */
import { dialog } from 'electron';
import type { Language, LocalText } from '../src/contract/words.ts';
import type { Log } from './log.ts';
import { PRODUCT_TITLE } from './window.ts';

export function watchFaults(log: Log, language: () => Language): void {
  let told = false;

  function report(kind: string, error: unknown): void {
    log.error(kind, error);
    if (told) return;
    told = true;
    dialog.showErrorBox(PRODUCT_TITLE[language()], FAULT[language()].replace('{path}', log.path));
  }

  process.on('uncaughtException', (error) => report('Uncaught exception', error));
  process.on('unhandledRejection', (error) => report('Unhandled rejection', error));
  // A terminal that was closed under the program is no fault.
  process.stdout.on('error', () => undefined);
  process.stderr.on('error', () => undefined);
}

const FAULT: LocalText = {
  ru: 'В программе произошла внутренняя ошибка. Сохранённые профили и запуски целы. Подробности: {path}',
  en: 'An internal error happened in the program. Saved profiles and runs are intact. Details: {path}',
};
