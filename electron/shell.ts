/** The program around its one window: menu, theme, second start, end. */
import { join } from 'node:path';
import {
  app,
  type BrowserWindow,
  clipboard,
  Menu,
  nativeTheme,
  powerSaveBlocker,
  safeStorage,
  session,
  shell,
} from 'electron';
import {
  MENU_CHANNEL,
  type MenuCommand,
  RUN_PROGRESS_CHANNEL,
  STANDIN_PROGRESS_CHANNEL,
} from '../src/contract/bridge.ts';
import type { Settings } from '../src/contract/settings.ts';
import { proxyFromPac } from '../src/run/proxy.ts';
import { farewell } from './farewell.ts';
import { watchFaults } from './faults.ts';
import type { Opening } from './ipc/app-handlers.ts';
import { serve } from './ipc/serve.ts';
import { createKeyStore } from './key-store.ts';
import { createLeaving } from './leaving.ts';
import { openLog } from './log.ts';
import { menuTemplate } from './menu.ts';
import { createNativeDialogs } from './native-dialogs.ts';
import { siteIdOfOwnFile } from './opening.ts';
import { PAGE_ORIGIN, servePages } from './page-scheme.ts';
import { printPage, renderPdf } from './print.ts';
import { createProgram } from './program.ts';
import { saveAtSessionEnd } from './session-end.ts';
import type { RecentSite } from './store/recent-sites.ts';
import { createSetAside } from './store/set-aside.ts';
import { openSettingsStore } from './store/settings-store.ts';
import { showSystemRecents } from './system-recents.ts';
import { guardContents, guardSession, loadPage, openWindow, PRODUCT_TITLE } from './window.ts';

export interface ShellOptions {
  readonly userData: string;
  /** A profile named on the command line. */
  readonly profilePath: string | null;
}

/** Resolves when the window's page is loaded. */
export async function startShell({ userData, profilePath }: ShellOptions): Promise<void> {
  const paths = collectPaths(profilePath);
  const log = openLog(userData);
  const setAside = createSetAside(join(userData, 'set-aside'), () => new Date());
  const settings = await openSettingsStore(userData, setAside);
  const language = () => settings.current().language;
  // A log that is asked for must be there, and a support desk asks for just this.
  log.info(
    `Started: ${app.getVersion()}, ${process.platform} ${process.arch}, Electron ${process.versions.electron}`,
  );
  watchFaults(log, language);
  let window: BrowserWindow | null = null;
  let recentSites: readonly RecentSite[] = [];
  const dialogs = createNativeDialogs({
    window: () => window,
    language,
    reportsFolder: () => settings.current().reportsFolder,
  });
  const leaving = createLeaving(dialogs.askLeave);
  const program = createProgram({
    userData,
    version: app.getVersion(),
    setAside,
    settings,
    dialogs,
    log: log.error,
    keyStore: createKeyStore(safeStorage, process.platform),
    logFile: log.path,
    printer: { renderPdf, printPage },
    onChange: applySettings,
    onRecentSites: (sites) => {
      recentSites = sites;
      applyMenu();
    },
    desktop: {
      showFile: (path) => shell.showItemInFolder(path),
      copyText: (text) => clipboard.writeText(text),
      guard: leaving.guard,
    },
    tell: (progress) => window?.webContents.send(RUN_PROGRESS_CHANNEL, progress),
    tellTraps: (progress) => window?.webContents.send(STANDIN_PROGRESS_CHANNEL, progress),
    showProgress: (fraction) => window?.setProgressBar(fraction ?? -1),
    stayAwake,
    proxyFor: async (url) => proxyFromPac(await session.defaultSession.resolveProxy(url)),
  });
  app.on('second-instance', (_event, _argv, _folder, data) => {
    bringForward();
    const path = pathIn(data);
    if (path !== null) void openLater(path);
  });
  app.on('window-all-closed', () => app.quit());
  farewell(program, leaving, log);

  await app.whenReady();
  const firstPath = paths.takeFirst((path) => void openLater(path));
  if (firstPath !== null) void program.opener.open(firstPath);
  app.on('web-contents-created', (_event, contents) => guardContents(contents));
  guardSession(session.defaultSession);
  servePages(session.defaultSession);
  serve(program.handlers, {
    window: () => window,
    origin: PAGE_ORIGIN,
    language,
    log: (channel, error) => log.error(channel, error),
  });
  applySettings(settings.current());
  void program.recent.refresh();
  window = await openWindow({
    statePath: join(userData, 'window-state.json'),
    title: PRODUCT_TITLE[language()],
    log: log.error,
  });
  window.on('close', (event) => leaving.hold(event, () => window?.close()));
  window.on('closed', () => {
    window = null;
  });
  watchPage(window);
  saveAtSessionEnd(window, {
    isBusy: program.desk.isBusy,
    quit: () => {
      leaving.allow();
      app.quit();
    },
  });
  await loadPage(window);

  function applySettings({ language, theme }: Settings): void {
    nativeTheme.themeSource = theme;
    applyMenu();
    window?.setTitle(PRODUCT_TITLE[language]);
    app.setAboutPanelOptions({
      applicationName: PRODUCT_TITLE[language],
      applicationVersion: app.getVersion(),
      copyright: 'MIT',
    });
  }

  function bringForward(): void {
    if (window?.isMinimized() === true) window.restore();
    window?.focus();
  }

  function applyMenu(): void {
    const actions = { command: tellMenu, showDataFolder, showLog };
    const template = menuTemplate({ language: language(), platform: process.platform, recentSites, actions });
    Menu.setApplicationMenu(Menu.buildFromTemplate(template));
    const open = (siteId: string) => tellMenu({ kind: 'open-site', siteId });
    showSystemRecents(recentSites, { userData, language: language(), open });
  }

  function tellMenu(command: MenuCommand): void {
    window?.webContents.send(MENU_CHANNEL, command);
  }

  /** The window shows something already: it is not taken from under the person's hands. */
  async function openLater(path: string): Promise<void> {
    const ownId = siteIdOfOwnFile(userData, path);
    if (ownId !== null) return tellMenu({ kind: 'open-site', siteId: ownId });
    const opening: Opening = await program.opener.open(path);
    if (opening.problems.length > 0) await dialogs.tellProblems(opening.problems);
    else if (opening.siteId !== null && !program.desk.isBusy() && (await dialogs.askShowNow())) {
      window?.webContents.reload();
    }
  }

  function showDataFolder(): void {
    void shell.openPath(userData);
  }

  function showLog(): void {
    void shell.openPath(log.path);
  }

  function watchPage(page: BrowserWindow): void {
    // A page that is loaded anew holds nothing yet.
    page.webContents.on('did-navigate', () => leaving.guard(false));
    page.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
      if (reason === 'clean-exit') return;
      leaving.guard(false);
      log.error(`The page is gone: ${reason}, ${exitCode}`, null);
      void dialogs.askReload().then((again) => (again ? loadPage(page) : app.quit()));
    });
  }
}

/** macOS names a dropped file before the program is ready, and again whenever it likes. */
function collectPaths(profilePath: string | null) {
  const waiting: string[] = profilePath === null ? [] : [profilePath];
  let later: ((path: string) => void) | null = null;
  app.on('open-file', (event, path) => {
    event.preventDefault();
    if (later === null) waiting.push(path);
    else later(path);
  });
  return {
    /** The path to begin with; `next` gets every path that comes after this call. */
    takeFirst(next: (path: string) => void): string | null {
      later = next;
      return waiting.at(-1) ?? null;
    },
  };
}

function pathIn(data: unknown): string | null {
  if (typeof data !== 'object' || data === null || !('profilePath' in data)) return null;
  return typeof data.profilePath === 'string' ? data.profilePath : null;
}

function stayAwake(): () => void {
  const id = powerSaveBlocker.start('prevent-app-suspension');
  return () => powerSaveBlocker.stop(id);
}
