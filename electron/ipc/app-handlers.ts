/** What the window asks first: version, settings, catalogues, the profile to open; the log; a guard on closing. */
import { readFile } from 'node:fs/promises';
import type { Settings } from '../../src/contract/settings.ts';
import { BridgeFailure } from '../failure.ts';
import type { CatalogueStore } from '../store/catalogue-store.ts';
import { readProblem } from '../store/storage-failure.ts';
import type { Handlers } from './handlers.ts';

/** The outcome of a profile given from outside: a site to open, or why it could not be. */
export interface Opening {
  readonly siteId: string | null;
  readonly problems: readonly string[];
}

/** What of the desktop around the window is used. */
export interface Desktop {
  /** In the system's file manager. */
  readonly showFile: (path: string) => void;
  readonly copyText: (text: string) => void;
  /** While true, closing the window asks first. */
  readonly guard: (guarded: boolean) => void;
}

export interface AppHandlerOptions {
  readonly version: string;
  readonly platform: string;
  readonly settings: () => Settings;
  readonly catalogues: Pick<CatalogueStore, 'all' | 'addedIds'>;
  readonly opening: () => Promise<Opening>;
  readonly logFile: string;
  readonly desktop: Desktop;
}

type AppChannel = 'app:bootstrap' | 'app:show-log' | 'app:copy-log' | 'app:guard';

/** Enough for a support desk to see what happened, little enough for a letter. */
const COPIED_LINES = 500;

export function createAppHandlers(options: AppHandlerOptions): Pick<Handlers, AppChannel> {
  const { version, platform, catalogues, logFile, desktop } = options;
  return {
    async 'app:bootstrap'() {
      const { siteId, problems } = await options.opening();
      return {
        version,
        platform,
        settings: options.settings(),
        catalogues: catalogues.all(),
        openSiteId: siteId,
        openProblems: problems,
        addedCatalogues: catalogues.addedIds(),
        logFile,
      };
    },
    async 'app:show-log'() {
      desktop.showFile(logFile);
      return { shown: true };
    },
    async 'app:copy-log'() {
      const text = await readFile(logFile, 'utf8').catch((error: unknown) => {
        const { ru, en } = readProblem(error);
        throw new BridgeFailure(
          'storage',
          { ru: `${logFile}. ${ru}`, en: `${logFile}. ${en}` },
          { cause: error },
        );
      });
      const lines = text.trimEnd().split('\n').slice(-COPIED_LINES);
      desktop.copyText(`Printum Site Check ${version}, ${platform}\n${lines.join('\n')}\n`);
      return { lines: lines.length };
    },
    async 'app:guard'({ guarded }) {
      desktop.guard(guarded);
      return { guarded };
    },
  };
}
