/** Runs: plan, start, cancel, list, get. */

import type { Catalogue } from '../../src/contract/catalogue.ts';
import type { Argument } from '../../src/contract/channels.ts';
import type { PlannedCheck } from '../../src/contract/check.ts';
import type { Run } from '../../src/contract/run.ts';
import type { Site } from '../../src/contract/site.ts';
import type { Language } from '../../src/contract/words.ts';
import type { RunRequest } from '../../src/run/run-request.ts';
import type { RunSecrets } from '../../src/run/secrets.ts';
import { runsOf } from '../archive.ts';
import type { DemoHost } from '../demo-host.ts';
import { BridgeFailure } from '../failure.ts';
import type { RunDesk } from '../run-desk.ts';
import type { RunStore } from '../store/run-store.ts';
import type { SetAside } from '../store/set-aside.ts';
import type { SiteStore } from '../store/site-store.ts';
import type { Handlers } from './handlers.ts';
import { knownSite } from './site-handlers.ts';

export interface RunHandlerOptions {
  readonly sites: SiteStore;
  readonly runs: RunStore;
  readonly demo: DemoHost;
  readonly setAside: SetAside;
  readonly desk: RunDesk;
  readonly plan: (request: RunRequest) => Promise<readonly PlannedCheck[]>;
  /** The addresses of this computer now, as a run's place tells them. */
  readonly addresses: () => Promise<readonly string[]>;
  readonly catalogues: () => readonly Catalogue[];
  readonly language: () => Language;
  readonly newId: () => string;
  readonly toolVersion: string;
  /** The passwords that a run of this site logs in with. */
  readonly secretsOf: (siteId: string) => Promise<RunSecrets>;
  readonly proxyFor?: RunRequest['proxyFor'];
}

type RunChannel = 'runs:plan' | 'runs:start' | 'runs:cancel' | 'runs:list' | 'runs:get';

export function createRunHandlers(options: RunHandlerOptions): Pick<Handlers, RunChannel> {
  const { desk, setAside, language } = options;

  async function requestOf(argument: Argument<'runs:plan'>): Promise<RunRequest> {
    const { siteId, viewpoint, stage, indirect, localAddress } = argument;
    const site = await knownSite(siteId, options);
    const catalogue = catalogueOf(site, options.catalogues());
    const { newId, toolVersion, proxyFor } = options;
    const secrets = await options.secretsOf(siteId);
    const runId = newId();
    return {
      runId,
      site,
      catalogue,
      viewpoint,
      stage,
      indirect,
      localAddress,
      language: language(),
      toolVersion,
      secrets,
      proxyFor,
    };
  }

  async function startRequestOf(argument: Argument<'runs:start'>): Promise<RunRequest> {
    const { placeReason, only } = argument;
    const request: RunRequest = {
      ...(await requestOf(argument)),
      ...(placeReason === null ? {} : { placeReason }),
      ...(only === null ? {} : { onlyChecks: new Set(only) }),
    };
    if (argument.again === null) return request;
    const previous = await knownRun(argument.siteId, argument.again.runId, options);
    if (previous.viewpoint !== request.viewpoint || previous.stage !== request.stage) {
      throw new BridgeFailure('invalid-argument', OTHER_PLACE);
    }
    const { localAddress, addresses } = previous.place;
    if (localAddress !== request.localAddress || !sameAddresses(addresses, await options.addresses())) {
      throw new BridgeFailure('invalid-argument', MOVED);
    }
    return { ...request, again: { previous, checkIds: argument.again.checkIds } };
  }

  return {
    'runs:plan': async (argument) => ({ checks: await options.plan(await requestOf(argument)) }),
    'runs:start': (argument) => desk.start(() => startRequestOf(argument)),
    async 'runs:cancel'({ runId }) {
      if (!desk.cancel(runId)) throw runNotFound();
      return { runId };
    },
    async 'runs:list'({ siteId }) {
      const runs = await runsOf(siteId, options).list(siteId);
      return { runs, unreadable: setAside.list(language()) };
    },
    'runs:get': ({ siteId, runId }) => knownRun(siteId, runId, options),
  };
}

/** Throws `not-found`. */
export async function knownRun(
  siteId: string,
  runId: string,
  archive: Parameters<typeof runsOf>[1],
): Promise<Run> {
  const run = await runsOf(siteId, archive).find(siteId, runId);
  if (run === null) throw runNotFound();
  return run;
}

function runNotFound(): BridgeFailure {
  return new BridgeFailure('not-found', { ru: 'Такого запуска нет.', en: 'There is no such run.' });
}

/** The catalogue that the profile names; throws `not-found`. */
export function catalogueOf(site: Site, catalogues: readonly Catalogue[]): Catalogue {
  const catalogue = catalogues.find(({ id }) => id === site.catalogue);
  if (catalogue !== undefined) return catalogue;
  throw new BridgeFailure('not-found', {
    ru: `Каталога требований «${site.catalogue}», который назван в профиле, в этой программе нет.`,
    en: `This program has no requirement catalogue "${site.catalogue}", which the profile names.`,
  });
}

/** IPv6 counts only where there is nothing else: the system changes its temporary addresses every day (RFC 8981). */
function sameAddresses(then: readonly string[], now: readonly string[]): boolean {
  const isIPv4 = (address: string) => !address.includes(':');
  const counts = [...then, ...now].some(isIPv4) ? isIPv4 : () => true;
  const [before, after] = [new Set(then.filter(counts)), new Set(now.filter(counts))];
  return before.size === after.size && [...before].every((address) => after.has(address));
}

const MOVED = {
  ru: 'Адреса этого компьютера не те, что были при запуске: с другого места проверки повторяют целиком, новым запуском.',
  en: 'The addresses of this computer are not those of the run: from another place, start a new run of all checks.',
};

const OTHER_PLACE = {
  ru: 'Повторить можно только из той же точки подключения и на том же этапе.',
  en: 'A repeat must be from the same viewpoint and at the same stage.',
};
