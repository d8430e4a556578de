/** Taking the place of the server: start listening for traps, stop. */

import type { Catalogue } from '../../src/contract/catalogue.ts';
import type { Argument } from '../../src/contract/channels.ts';
import type { Site } from '../../src/contract/site.ts';
import { sendDemoTraps } from '../../src/standin/demo-traps.ts';
import { type DemoHost, isDemo } from '../demo-host.ts';
import type { SiteStore } from '../store/site-store.ts';
import type { TrapDesk } from '../trap-desk.ts';
import type { Handlers } from './handlers.ts';
import { catalogueOf } from './run-handlers.ts';
import { knownSite } from './site-handlers.ts';

export interface StandinHandlerOptions {
  readonly sites: SiteStore;
  readonly demo: DemoHost;
  readonly desk: TrapDesk;
  readonly catalogues: () => readonly Catalogue[];
  readonly toolVersion: string;
}

export function createStandinHandlers(
  options: StandinHandlerOptions,
): Pick<Handlers, 'standin:start-traps' | 'standin:stop'> {
  const { desk, demo, catalogues, toolVersion } = options;

  async function requestOf({ siteId, address, seconds }: Argument<'standin:start-traps'>) {
    const known = await knownSite(siteId, options);
    const catalogue = catalogueOf(known, catalogues());
    const site = isDemo(siteId) ? withFreePort(known) : known;
    return { site, catalogue, address, seconds, toolVersion };
  }

  return {
    async 'standin:start-traps'(argument) {
      const started = await desk.start(() => requestOf(argument));
      const demoSite = isDemo(argument.siteId) ? demo.site() : null;
      if (demoSite !== null) void sendDemoTraps(demoSite, started.port);
      return started;
    },
    'standin:stop': async () => ({ stopped: desk.stop() }),
  };
}

/** The demo's own receiver has its port already; its devices are told where else to send. */
function withFreePort(site: Site): Site {
  return { ...site, portOverrides: { ...site.portOverrides, 'snmp-trap': 0 } };
}
