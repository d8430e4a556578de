/** What the window asks first: version, settings, catalogues, the profile to open. */
import type { Catalogue } from '../../src/contract/catalogue.ts';
import type { Settings } from '../../src/contract/settings.ts';
import type { Handlers } from './handlers.ts';

/** The outcome of a profile given from outside: a site to open, or why it could not be. */
export interface Opening {
  readonly siteId: string | null;
  readonly problems: readonly string[];
}

export interface AppHandlerOptions {
  readonly version: string;
  readonly platform: string;
  readonly settings: () => Settings;
  readonly catalogues: () => readonly Catalogue[];
  readonly opening: () => Promise<Opening>;
  readonly logFile: string;
}

export function createAppHandlers(options: AppHandlerOptions): Pick<Handlers, 'app:bootstrap'> {
  return {
    async 'app:bootstrap'() {
      const { siteId, problems } = await options.opening();
      return {
        version: options.version,
        platform: options.platform,
        settings: options.settings(),
        catalogues: options.catalogues(),
        openSiteId: siteId,
        openProblems: problems,
        addedCatalogues: [],
        logFile: options.logFile,
      };
    },
  };
}
