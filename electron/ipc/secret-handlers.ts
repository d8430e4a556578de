/** Passwords of a site: where each of them is, and setting one. None is ever handed out to the window. */
import type { DemoHost } from '../demo-host.ts';
import type { SecretStore } from '../store/secrets.ts';
import type { SiteStore } from '../store/site-store.ts';
import type { Handlers } from './handlers.ts';
import { knownSite } from './site-handlers.ts';

export interface SecretHandlerOptions {
  readonly sites: SiteStore;
  readonly demo: DemoHost;
  readonly secrets: SecretStore;
}

export function createSecretHandlers(
  options: SecretHandlerOptions,
): Pick<Handlers, 'secrets:status' | 'secrets:set'> {
  const { secrets } = options;
  return {
    'secrets:status': ({ siteId }) => secrets.status(siteId),
    async 'secrets:set'({ siteId, kind, password }) {
      await knownSite(siteId, options);
      return { kind, place: await secrets.set(siteId, kind, password) };
    },
  };
}
