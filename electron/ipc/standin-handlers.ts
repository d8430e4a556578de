/** Taking the place of the server: start listening for traps, stop. */
import type { Catalogue } from '../../src/contract/catalogue.ts';
import type { DemoHost } from '../demo-host.ts';
import type { SiteStore } from '../store/site-store.ts';
import type { TrapDesk } from '../trap-desk.ts';
import type { Handlers } from './handlers.ts';
import { catalogueOf } from './run-handlers.ts';
import { knownSite } from './site-handlers.ts';

export interface StandinHandlerOptions {
  readonly sites: SiteStore;
  readonly demo: DemoHost;
  readonly desk: TrapDesk;
  readonly catalogues: readonly Catalogue[];
  readonly toolVersion: string;
}

export function createStandinHandlers(
  options: StandinHandlerOptions,
): Pick<Handlers, 'standin:start-traps' | 'standin:stop'> {
  const { desk, catalogues, toolVersion } = options;
  return {
    'standin:start-traps': ({ siteId, address, seconds }) =>
      desk.start(async () => {
        const site = await knownSite(siteId, options);
        return { site, catalogue: catalogueOf(site, catalogues), address, seconds, toolVersion };
      }),
    'standin:stop': async () => ({ stopped: desk.stop() }),
  };
}
