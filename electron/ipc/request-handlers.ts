/** Requests to open ports: made of failures or of the whole table, decided row by row, removed. */
import type { Catalogue } from '../../src/contract/catalogue.ts';
import type { Argument } from '../../src/contract/channels.ts';
import type { FirewallRequest } from '../../src/contract/firewall-request.ts';
import type { Run } from '../../src/contract/run.ts';
import type { Settings } from '../../src/contract/settings.ts';
import type { Language } from '../../src/contract/words.ts';
import { everyFlow } from '../../src/plan/plan.ts';
import { networkText } from '../../src/report/request/ends.ts';
import { requestNumber } from '../../src/report/request/request-number.ts';
import { requestOf } from '../../src/report/request/request-of.ts';
import { catalogueSnapshot } from '../../src/run/run-document.ts';
import { requestsOf } from '../archive.ts';
import type { DemoHost } from '../demo-host.ts';
import { BridgeFailure } from '../failure.ts';
import { createKeyedQueue } from '../store/queue.ts';
import type { RequestStore } from '../store/request-store.ts';
import type { RunStore } from '../store/run-store.ts';
import type { SetAside } from '../store/set-aside.ts';
import type { SiteStore } from '../store/site-store.ts';
import type { Handlers } from './handlers.ts';
import { catalogueOf, knownRun } from './run-handlers.ts';
import { knownSite } from './site-handlers.ts';

export interface RequestHandlerOptions {
  readonly sites: SiteStore;
  readonly runs: RunStore;
  readonly requests: RequestStore;
  readonly demo: DemoHost;
  readonly setAside: SetAside;
  readonly catalogues: () => readonly Catalogue[];
  readonly settings: () => Settings;
  readonly language: () => Language;
  readonly newId: () => string;
  readonly now: () => Date;
}

type RequestChannel = 'requests:list' | 'requests:create' | 'requests:save' | 'requests:delete';

export function createRequestHandlers(options: RequestHandlerOptions): Pick<Handlers, RequestChannel> {
  const { setAside, language } = options;
  const queue = createKeyedQueue();

  return {
    async 'requests:list'({ siteId }) {
      const requests = await requestsOf(siteId, options).list(siteId);
      return { requests, unreadable: setAside.list(language()) };
    },
    // One after another: two at once would be given the same number.
    'requests:create': (argument) => queue.run('number', () => create(argument, options)),
    async 'requests:save'({ request }) {
      await knownSite(request.site.id, options);
      return requestsOf(request.site.id, options).save(request);
    },
    async 'requests:delete'({ siteId, requestId }) {
      await requestsOf(siteId, options).remove(siteId, requestId);
      return { id: requestId };
    },
  };
}

async function create(
  { siteId, basis, stage, runIds, networks }: Argument<'requests:create'>,
  options: RequestHandlerOptions,
): Promise<FirewallRequest> {
  const site = await knownSite(siteId, options);
  if (basis === 'failures' && runIds.length === 0) throw new BridgeFailure('invalid-argument', NO_RUNS);
  const catalogue = catalogueOf(site, options.catalogues());
  const runs: Run[] = [];
  for (const runId of runIds) runs.push(await knownRun(siteId, runId, options));
  const requests = requestsOf(siteId, options);
  const createdAt = options.now().toISOString();
  const { engineer, company } = options.settings();
  return requests.add(
    requestOf({
      basis,
      stage,
      runs,
      site,
      checks: everyFlow(site, catalogue),
      catalogue: catalogueSnapshot(site, catalogue),
      networks: {
        workstation: networks.workstation.map(requireNetwork),
        device: networks.device.map(requireNetwork),
      },
      id: options.newId(),
      number: requestNumber(createdAt, await requests.numbers(), undefined),
      requester: engineer,
      company,
      createdAt,
    }),
  );
}

function requireNetwork(text: string): string {
  const network = networkText(text.trim());
  if (network !== null) return network;
  throw new BridgeFailure('invalid-argument', {
    ru: `«${text}» — это не сеть. Нужен адрес с длиной префикса не меньше 8, например 10.77.20.0/24.`,
    en: `"${text}" is not a network. An address with a prefix length of at least 8 is needed, such as 10.77.20.0/24.`,
  });
}

const NO_RUNS = {
  ru: 'Заявка по неудачам составляется по запускам: выберите хотя бы один.',
  en: 'A request from failures is made of runs: choose at least one.',
};
