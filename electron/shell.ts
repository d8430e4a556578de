/** The program around its one window: menu, theme, second start, end. */
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { app, type BrowserWindow, Menu, nativeTheme, powerSaveBlocker, session, shell } from 'electron';
import { RUN_PROGRESS_CHANNEL, STANDIN_PROGRESS_CHANNEL } from '../src/contract/bridge.ts';
import type { Settings } from '../src/contract/settings.ts';
import { proxyFromPac } from '../src/run/proxy.ts';
import { watchFaults } from './faults.ts';
import type { Opening } from './ipc/app-handlers.ts';
import { serve } from './ipc/serve.ts';
import { createKeyStore } from './key-store.ts';
import { type Log, openLog } from './log.ts';
import { menuTemplate } from './menu.ts';
import { createNativeDialogs } from './native-dialogs.ts';
import { PAGE_ORIGIN, servePages } from './page-scheme.ts';
import { printPage, renderPdf } from './print.ts';
import { createProgram, type Program } from './program.ts';
import { saveAtSessionEnd } from './session-end.ts';
import { createSetAside } from './store/set-aside.ts';
import { openSettingsStore } from './store/settings-store.ts';
import { guardContents, guardSession, loadPage, openWindow, PRODUCT_TITLE } from './window.ts';

export interface ShellOptions {
  readonly userData: string;
  /** A profile named on the command line. */
  readonly profilePath: string | null;
}

/** Longer than the sockets of a cancelled run need, shorter than a person waits for a window to go. */
const LONGEST_FAREWELL_MS = 5000;

/** Resolves when the window's page is loaded. */
export async function startShell({ userData, profilePath }: ShellOptions): Promise<void> {
  const paths = collectPaths(profilePath);
  const log = openLog(userData);
  const setAside = createSetAside(join(userData, 'set-aside'), () => new Date());
  const settings = await openSettingsStore(userData, setAside);
  const language = () => settings.current().language;
  watchFaults(log, language);
  let window: BrowserWindow | null = null;
  const dialogs = createNativeDialogs({ window: () => window, language });
  const program = createProgram({
    userData,
    version: app.getVersion(),
    setAside,
    settings,
    dialogs,
    log: log.error,
    keyStore: createKeyStore(),
    logFile: log.path,
    printer: { renderPdf, printPage },
    onChange: applySettings,
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
  farewell(program, log);

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
  window = await openWindow({
    statePath: join(userData, 'window-state.json'),
    title: PRODUCT_TITLE[language()],
    log: log.error,
  });
  window.on('closed', () => {
    window = null;
  });
  watchPage(window);
  saveAtSessionEnd(window, { isBusy: program.desk.isBusy, quit: () => app.quit() });
  await loadPage(window);

  function applySettings({ language, theme }: Settings): void {
    nativeTheme.themeSource = theme;
    const actions = { openProfile, showDataFolder, showLog };
    Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(language, process.platform, actions)));
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

  function openProfile(): void {
    void dialogs.chooseProfile().then((path) => (path === null ? undefined : openLater(path)));
  }

  /** The window shows something already: it is not taken from under the person's hands. */
  async function openLater(path: string): Promise<void> {
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
    log.info('The log was asked for');
    void shell.openPath(log.path);
  }

  function watchPage(page: BrowserWindow): void {
    page.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
      if (reason === 'clean-exit') return;
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

/** A run that goes on is cancelled and saved, and the demo's listeners are closed, before the program ends. */
function farewell({ desk, trapDesk, demo }: Program, log: Log): void {
  let ready = false;
  const endWork = async () => {
    await Promise.all([desk.close(), trapDesk.close()]);
    await demo.close();
  };
  app.on('before-quit', (event) => {
    if (ready) return;
    event.preventDefault();
    void Promise.race([endWork(), delay(LONGEST_FAREWELL_MS)])
      .catch((error: unknown) => log.error('The end was not orderly', error))
      .then(() => {
        ready = true;
        app.quit();
      });
  });
}
