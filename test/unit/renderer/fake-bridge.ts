/** A bridge made by hand: every method refuses until a test says what it answers. */
import type {
  Bridge,
  MenuCommand,
  Reply,
  RunProgress,
  RunSummary,
  StandinProgress,
} from '../../../src/contract/bridge.ts';
import { type Settings, settingsSchema } from '../../../src/contract/settings.ts';
import { type Site, siteSchema } from '../../../src/contract/site.ts';
import type { Viewpoint } from '../../../src/contract/words.ts';

export function ok<T>(value: T): Promise<Reply<T>> {
  return Promise.resolve({ ok: true, value });
}

export function refuse<T>(message: string): Promise<Reply<T>> {
  return Promise.resolve({ ok: false, error: { code: 'storage', message } });
}

export interface FakeBridge extends Bridge {
  /** Sends progress as the main process would. */
  readonly tell: (progress: Partial<RunProgress> & { readonly runId: string }) => void;
  /** Sends what the listening heard, as the main process would. */
  readonly tellTraps: (progress: StandinProgress) => void;
  /** Chooses an entry of the program's menu. */
  readonly choose: (command: MenuCommand) => void;
}

export function fakeBridge(answers: Partial<Bridge>): FakeBridge {
  const listeners = new Set<(progress: RunProgress) => void>();
  const trapListeners = new Set<(progress: StandinProgress) => void>();
  const menuListeners = new Set<(command: MenuCommand) => void>();
  const unexpected = (name: string) => () => Promise.reject(new Error(`${name} was not expected`));
  const methods: Bridge = {
    bootstrap: unexpected('bootstrap'),
    saveSettings: unexpected('saveSettings'),
    listSites: unexpected('listSites'),
    getSite: unexpected('getSite'),
    saveSite: unexpected('saveSite'),
    deleteSite: unexpected('deleteSite'),
    restoreSite: unexpected('restoreSite'),
    importSite: unexpected('importSite'),
    exportSite: unexpected('exportSite'),
    openDemo: unexpected('openDemo'),
    listInterfaces: unexpected('listInterfaces'),
    planRun: unexpected('planRun'),
    startRun: unexpected('startRun'),
    cancelRun: unexpected('cancelRun'),
    listRuns: unexpected('listRuns'),
    getRun: unexpected('getRun'),
    startTraps: unexpected('startTraps'),
    stopStandin: unexpected('stopStandin'),
    previewReport: unexpected('previewReport'),
    printReport: unexpected('printReport'),
    saveReport: unexpected('saveReport'),
    showLog: unexpected('showLog'),
    copyLog: unexpected('copyLog'),
    guard: unexpected('guard'),
    chooseLogo: unexpected('chooseLogo'),
    chooseReportsFolder: unexpected('chooseReportsFolder'),
    clearSetting: unexpected('clearSetting'),
    addCatalogue: unexpected('addCatalogue'),
    removeCatalogue: unexpected('removeCatalogue'),
    importSiteText: unexpected('importSiteText'),
    duplicateSite: unexpected('duplicateSite'),
    readDevices: unexpected('readDevices'),
    recogniseSites: unexpected('recogniseSites'),
    secretsStatus: unexpected('secretsStatus'),
    setSecret: unexpected('setSecret'),
    listVisits: unexpected('listVisits'),
    beginVisit: unexpected('beginVisit'),
    saveVisit: unexpected('saveVisit'),
    addPhotos: unexpected('addPhotos'),
    getPhoto: unexpected('getPhoto'),
    listRequests: unexpected('listRequests'),
    createRequest: unexpected('createRequest'),
    saveRequest: unexpected('saveRequest'),
    deleteRequest: unexpected('deleteRequest'),
    onMenuCommand(listener) {
      menuListeners.add(listener);
      return () => menuListeners.delete(listener);
    },
    onRunProgress(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onStandinProgress(listener) {
      trapListeners.add(listener);
      return () => trapListeners.delete(listener);
    },
  };
  return {
    ...methods,
    ...answers,
    tell(progress) {
      for (const listener of listeners) listener({ events: [], finished: null, error: null, ...progress });
    },
    choose(command) {
      for (const listener of menuListeners) listener(command);
    },
    tellTraps(progress) {
      for (const listener of trapListeners) listener(progress);
    },
  };
}

export const SETTINGS: Settings = settingsSchema.parse({
  format: 'printum-sitecheck/settings',
  version: 1,
  theme: 'light',
});

export const SITE_ID = '0b7c2f4e-1d2a-4c3b-8e9f-000000000001';

export function makeSite(changes: Partial<Site> = {}): Site {
  return siteSchema.parse({
    format: 'printum-sitecheck/site',
    version: 1,
    id: SITE_ID,
    name: 'ООО «Ромашка», головной офис',
    customer: 'ООО «Ромашка»',
    address: 'Москва, ул. Складочная, 1',
    scheme: 'single',
    servers: [
      {
        id: 'app1',
        name: 'Сервер Принтум',
        host: '10.77.30.10',
        roles: ['personalAccount', 'printManager', 'monitoring', 'cups', 'scanFtp', 'networkAgent'],
      },
    ],
    external: [{ id: 'pg', kind: 'postgresql', host: '10.77.30.20' }],
    devices: [
      { id: 'mfu-1', name: 'МФУ, 2 этаж', host: '10.77.20.21', location: 'каб. 201' },
      { id: 'mfu-2', name: 'МФУ, 3 этаж', host: '10.77.20.22' },
    ],
    ...changes,
  });
}

const NOTHING = { pass: 0, warn: 0, fail: 0, skip: 0, error: 0 } as const;

export function makeRunSummary(
  viewpoint: Viewpoint,
  counts: Partial<Record<keyof typeof NOTHING, number>>,
  changes: Partial<RunSummary> = {},
): RunSummary {
  return {
    id: `${viewpoint}-run`,
    siteId: SITE_ID,
    viewpoint,
    stage: 'after-install',
    finishedAt: '2026-11-22T07:12:00.000Z',
    interrupted: false,
    summary: { ...NOTHING, ...counts, indirect: NOTHING },
    ...changes,
  };
}
