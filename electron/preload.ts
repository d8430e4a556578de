/** The window's only way out: literal, named methods, one channel each. Sandboxed: no Node here. */
import { contextBridge, ipcRenderer } from 'electron';
import type {
  Answers,
  Bridge,
  Reply,
  RUN_PROGRESS_CHANNEL,
  RunProgress,
  STANDIN_PROGRESS_CHANNEL,
  StandinProgress,
} from '../src/contract/bridge.ts';
import type { Argument, Channel } from '../src/contract/channels.ts';

const RUN_PROGRESS: typeof RUN_PROGRESS_CHANNEL = 'runs:progress';
const STANDIN_PROGRESS: typeof STANDIN_PROGRESS_CHANNEL = 'standin:progress';

function call<C extends Channel>(channel: C, argument: Argument<C>): Promise<Reply<Answers[C]>> {
  return ipcRenderer.invoke(channel, argument);
}

function subscribe<T>(channel: string, listener: (progress: T) => void): () => void {
  const forward = (_event: unknown, progress: T) => listener(progress);
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
  onRunProgress: (listener) => subscribe<RunProgress>(RUN_PROGRESS, listener),
  onStandinProgress: (listener) => subscribe<StandinProgress>(STANDIN_PROGRESS, listener),
} satisfies Bridge);
