/** What stands around the inside of the program where no window is: nobody answers, nothing is printed. */
import { join } from 'node:path';
import type { ProgramOptions } from '../../electron/program.ts';
import { NO_KEY_STORE } from '../../electron/store/secrets.ts';

export function programPorts(userData: string): Omit<ProgramOptions, 'setAside' | 'settings'> {
  return {
    userData,
    version: '0.1.0',
    dialogs: {
      chooseFile: async () => null,
      choosePhotos: async () => [],
      chooseFolder: async () => null,
      chooseTarget: async () => null,
      askKnownSite: async () => 'cancel',
    },
    keyStore: NO_KEY_STORE,
    logFile: join(userData, 'logs', 'main.log'),
    desktop: { showFile: () => undefined, copyText: () => undefined, guard: () => undefined },
    onRecentSites: () => undefined,
    log: () => undefined,
    printer: { renderPdf: async () => new Uint8Array(), printPage: async () => true },
    onChange: () => undefined,
    tell: () => undefined,
    showProgress: () => undefined,
    tellTraps: () => undefined,
    stayAwake: () => () => undefined,
  };
}
