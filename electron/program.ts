/** Builds every handler from the stores and the engine: the inside of the program, without a window. */
import { randomUUID } from 'node:crypto';
import type { Run } from '../src/contract/run.ts';
import { planChecks } from '../src/plan/plan.ts';
import { findGateways } from '../src/probes/gateway.ts';
import { findMac } from '../src/probes/neighbours.ts';
import { describePlace, findOwnHosts } from '../src/probes/place.ts';
import { listenForTraps } from '../src/run/listen-for-traps.ts';
import type { RunRequest } from '../src/run/run-request.ts';
import { runSite } from '../src/run/run-site.ts';
import { secretsIn } from '../src/run/secrets.ts';
import { startDemoSite } from '../src/standin/demo-site.ts';
import { requestsOf, runsOf } from './archive.ts';
import { createDemoHost, type DemoHost, isDemo } from './demo-host.ts';
import type { Dialogs } from './dialogs.ts';
import { importSite } from './import-site.ts';
import { createAppHandlers, type Desktop } from './ipc/app-handlers.ts';
import { createCatalogueHandlers } from './ipc/catalogue-handlers.ts';
import type { Handlers } from './ipc/handlers.ts';
import { createPhotoHandlers } from './ipc/photo-handlers.ts';
import { createPlaceHandlers, type Surroundings } from './ipc/place-handlers.ts';
import { createReportHandlers, type ReportHandlerOptions } from './ipc/report-handlers.ts';
import { createRequestHandlers } from './ipc/request-handlers.ts';
import { createRunHandlers } from './ipc/run-handlers.ts';
import { createSecretHandlers } from './ipc/secret-handlers.ts';
import { createSettingsHandlers, type SettingsHandlerOptions } from './ipc/settings-handlers.ts';
import { createSiteFileHandlers } from './ipc/site-file-handlers.ts';
import { createSiteHandlers } from './ipc/site-handlers.ts';
import { createStandinHandlers } from './ipc/standin-handlers.ts';
import { createVisitHandlers } from './ipc/visit-handlers.ts';
import { createOpener, type Opener } from './opening.ts';
import { createRunDesk, type RunDesk, type RunDeskOptions } from './run-desk.ts';
import { openCatalogueStore } from './store/catalogue-store.ts';
import { createNetworkStore, type NetworkStore } from './store/network-store.ts';
import { createPhotoStore } from './store/photo-store.ts';
import { createReadinessCache } from './store/readiness-cache.ts';
import { createRecentSites, type RecentSites, type RecentSitesOptions } from './store/recent-sites.ts';
import { createRequestStore } from './store/request-store.ts';
import { createRunJournals, NO_JOURNAL } from './store/run-journals.ts';
import { createRunStore, type RunStore } from './store/run-store.ts';
import { createSecretStore, type KeyStore } from './store/secrets.ts';
import type { SetAside } from './store/set-aside.ts';
import type { SettingsStore } from './store/settings-store.ts';
import { createSiteAttic } from './store/site-attic.ts';
import { createSiteStore } from './store/site-store.ts';
import { createVisitStore } from './store/visit-store.ts';
import { createTrapDesk, type TrapDesk, type TrapDeskOptions } from './trap-desk.ts';

export interface ProgramOptions
  extends Pick<RunDeskOptions, 'tell' | 'stayAwake' | 'showProgress'>,
    Pick<ReportHandlerOptions, 'printer'>,
    Pick<SettingsHandlerOptions, 'onChange'> {
  readonly tellTraps: TrapDeskOptions['tell'];
  readonly userData: string;
  readonly version: string;
  readonly setAside: SetAside;
  readonly settings: SettingsStore;
  readonly dialogs: Dialogs;
  readonly keyStore: KeyStore;
  readonly logFile: string;
  readonly desktop: Desktop;
  /** Told of the sites opened last, the latest first. */
  readonly onRecentSites: RecentSitesOptions['onChange'];
  readonly log: (message: string, error: unknown) => void;
  /** The system's proxy for a URL; without it, everything is reached directly. */
  readonly proxyFor?: RunRequest['proxyFor'];
}

export interface Program {
  readonly handlers: Handlers;
  readonly opener: Opener;
  readonly desk: RunDesk;
  readonly trapDesk: TrapDesk;
  readonly demo: DemoHost;
  readonly recent: RecentSites;
}

export function createProgram(options: ProgramOptions): Program {
  const { userData, version, setAside, settings, dialogs, log } = options;
  const language = () => settings.current().language;
  const newId = () => randomUUID();
  const sites = createSiteStore(userData, setAside, () => new Date());
  const journals = createRunJournals({
    userData,
    setAside,
    log: (error) => log('A journal of a run was not kept', error),
  });
  const runStore = createRunStore(userData, setAside);
  const recovered = journals.recover({ find: runStore.find, save: keepRun });
  const runs: RunStore = {
    ...runStore,
    list: (siteId) => recovered.then(() => runStore.list(siteId)),
    find: (siteId, runId) => recovered.then(() => runStore.find(siteId, runId)),
  };
  const demo = createDemoHost(() => startDemoSite(language()));
  const now = () => new Date();
  const requests = createRequestStore(userData, setAside, now);
  const visits = createVisitStore(userData, setAside, now);
  const catalogueStore = openCatalogueStore({ userData, setAside, now });
  const catalogues = catalogueStore.all;
  const recent = createRecentSites({ userData, sites, onChange: options.onRecentSites });
  const archive = {
    toolVersion: version,
    readiness: createReadinessCache(userData, isDemo),
    recent,
    catalogues,
    photos: createPhotoStore(userData),
    sites,
    runs,
    visits,
    requests,
    attic: createSiteAttic(userData, now),
    demo,
    setAside,
    dialogs,
    settings: settings.current,
    language,
    newId,
    now,
  };
  const networks = createNetworkStore(userData, setAside, now);
  const secrets = createSecretStore({
    userData,
    setAside,
    keyStore: options.keyStore,
    environment: secretsIn(process.env),
    inMemoryOnly: isDemo,
  });

  const opener = createOpener({
    load: (path) => importSite(path, archive),
    language,
    log: (error) => log('A profile was not opened', error),
  });
  const desk = createRunDesk({
    ...options,
    plan,
    run: runSite,
    openJournal: async (opening) => (isDemo(opening.profile.id) ? NO_JOURNAL : journals.open(opening)),
    async save(run) {
      await keepRun(run);
      if (isDemo(run.site.id)) return;
      await rememberNetwork(run, networks).catch((error) => log('A network was not kept', error));
    },
    language,
    log: (error) => log('A run was not carried through', error),
  });

  /** What follows from a run never takes the saved run back. */
  async function keepRun(run: Run): Promise<void> {
    const { id } = run.site;
    await runsOf(id, archive).save(run);
    // Awaited, so that the window finds the rows closed when it hears that the run is finished.
    await requestsOf(id, archive)
      .closeBy(run)
      .catch((error) => log('A request was not brought up to date', error));
  }

  const trapDesk = createTrapDesk({
    listen: listenForTraps,
    tell: options.tellTraps,
    stayAwake: options.stayAwake,
    language,
    newId,
    log: (error) => log('Traps were not listened for', error),
  });
  const handlers: Handlers = {
    ...createAppHandlers({
      version,
      platform: process.platform,
      settings: settings.current,
      catalogues: catalogueStore,
      opening: opener.current,
      logFile: options.logFile,
      desktop: options.desktop,
    }),
    ...createSettingsHandlers({ store: settings, dialogs, onChange: options.onChange }),
    ...createCatalogueHandlers({ ...archive, store: catalogueStore }),
    ...createSiteHandlers(archive),
    ...createSiteFileHandlers(archive),
    ...createVisitHandlers(archive),
    ...createPhotoHandlers(archive),
    ...createRequestHandlers(archive),
    ...createPlaceHandlers({ sites, networks, surroundings: SURROUNDINGS, proxyFor: options.proxyFor }),
    ...createSecretHandlers({ ...archive, secrets }),
    ...createRunHandlers({
      proxyFor: options.proxyFor,
      ...archive,
      desk,
      plan,
      addresses: async () => (await describePlace(null)).addresses,
      secretsOf: secrets.forRun,
    }),
    ...createStandinHandlers({ ...archive, desk: trapDesk }),
    ...createReportHandlers({
      ...archive,
      printer: options.printer,
    }),
  };
  return { handlers, opener, desk, trapDesk, demo, recent };
}

const SURROUNDINGS: Surroundings = { gateways: findGateways, macOf: findMac };

/** Only where the run's own gateway is still the neighbour that it was. */
async function rememberNetwork({ site, place }: Run, networks: NetworkStore): Promise<void> {
  const mac = place.gateway === null ? null : await findMac(place.gateway);
  if (place.gateway !== null && mac !== null)
    await networks.remember(site.id, { gateway: place.gateway, mac });
}

/** The same plan that a run of this request makes for itself. */
async function plan(request: RunRequest) {
  const { addresses } = await describePlace(request.localAddress);
  const hosts = request.site.servers.map((server) => server.host);
  return planChecks({ ...request, ownHosts: await findOwnHosts(hosts, addresses) });
}
