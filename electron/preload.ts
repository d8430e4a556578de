/** The window's only way out: literal, named methods, one channel each. Sandboxed: no Node here. */
import { contextBridge, ipcRenderer } from 'electron';
import type {
  Answers,
  Bridge,
  MENU_CHANNEL,
  MenuCommand,
  Reply,
  RUN_PROGRESS_CHANNEL,
  RunProgress,
  STANDIN_PROGRESS_CHANNEL,
  StandinProgress,
} from '../src/contract/bridge.ts';
import type { Argument, Channel } from '../src/contract/channels.ts';

const RUN_PROGRESS: typeof RUN_PROGRESS_CHANNEL = 'runs:progress';
const STANDIN_PROGRESS: typeof STANDIN_PROGRESS_CHANNEL = 'standin:progress';
const MENU: typeof MENU_CHANNEL = 'menu:command';

function call<C extends Channel>(channel: C, argument: Argument<C>): Promise<Reply<Answers[C]>> {
  return ipcRenderer.invoke(channel, argument);
}

function subscribe<T>(channel: string, listener: (message: T) => void): () => void {
  const forward = (_event: unknown, message: T) => listener(message);
  ipcRenderer.on(channel, forward);
  return () => {
    ipcRenderer.off(channel, forward);
  };
}

contextBridge.exposeInMainWorld('sitecheck', {
  bootstrap: (argument) => call('app:bootstrap', argument),
  saveSettings: (argument) => call('settings:save', argument),
  listSites: (argument) => call('sites:list', argument),
  getSite: (argument) => call('sites:get', argument),
  saveSite: (argument) => call('sites:save', argument),
  deleteSite: (argument) => call('sites:delete', argument),
  restoreSite: (argument) => call('sites:restore', argument),
  importSite: (argument) => call('sites:import', argument),
  exportSite: (argument) => call('sites:export', argument),
  openDemo: (argument) => call('sites:open-demo', argument),
  listInterfaces: (argument) => call('place:interfaces', argument),
  planRun: (argument) => call('runs:plan', argument),
  startRun: (argument) => call('runs:start', argument),
  cancelRun: (argument) => call('runs:cancel', argument),
  listRuns: (argument) => call('runs:list', argument),
  getRun: (argument) => call('runs:get', argument),
  startTraps: (argument) => call('standin:start-traps', argument),
  stopStandin: (argument) => call('standin:stop', argument),
  previewReport: (argument) => call('report:preview', argument),
  printReport: (argument) => call('report:print', argument),
  saveReport: (argument) => call('report:save', argument),
  showLog: (argument) => call('app:show-log', argument),
  copyLog: (argument) => call('app:copy-log', argument),
  guard: (argument) => call('app:guard', argument),
  chooseLogo: (argument) => call('settings:choose-logo', argument),
  chooseReportsFolder: (argument) => call('settings:choose-reports-folder', argument),
  clearSetting: (argument) => call('settings:clear', argument),
  addCatalogue: (argument) => call('catalogues:add', argument),
  removeCatalogue: (argument) => call('catalogues:remove', argument),
  importSiteText: (argument) => call('sites:import-text', argument),
  duplicateSite: (argument) => call('sites:duplicate', argument),
  readDevices: (argument) => call('sites:read-devices', argument),
  recogniseSites: (argument) => call('sites:recognise', argument),
  secretsStatus: (argument) => call('secrets:status', argument),
  setSecret: (argument) => call('secrets:set', argument),
  listVisits: (argument) => call('visits:list', argument),
  beginVisit: (argument) => call('visits:begin', argument),
  saveVisit: (argument) => call('visits:save', argument),
  addPhotos: (argument) => call('visits:add-photos', argument),
  getPhoto: (argument) => call('visits:photo', argument),
  listRequests: (argument) => call('requests:list', argument),
  createRequest: (argument) => call('requests:create', argument),
  saveRequest: (argument) => call('requests:save', argument),
  deleteRequest: (argument) => call('requests:delete', argument),
  onMenuCommand: (listener) => subscribe<MenuCommand>(MENU, listener),
  onRunProgress: (listener) => subscribe<RunProgress>(RUN_PROGRESS, listener),
  onStandinProgress: (listener) => subscribe<StandinProgress>(STANDIN_PROGRESS, listener),
} satisfies Bridge);
