/** The window: sandboxed, held to its own pages, and where it stood last time. */

import { fileURLToPath } from 'node:url';
import { BrowserWindow, nativeTheme, type Session, screen } from 'electron';
import type { LocalText } from '../src/contract/words.ts';
import { PAGE_ORIGIN, PAGE_URL } from './page-scheme.ts';
import {
  DEFAULT_SIZE,
  fitToScreens,
  readWindowState,
  SMALLEST_SIZE,
  saveWindowState,
  type WindowState,
} from './window-state.ts';

export const PRODUCT_TITLE: LocalText = { ru: 'Принтум: проверка площадки', en: 'Printum: site check' };

/** The page's own background (renderer/theme.css, `--bg`), so that nothing flashes before it is drawn. */
const BACKGROUND = { light: '#F5F6F8', dark: '#11151B' } as const;

const PRELOAD = fileURLToPath(new URL('../preload/preload.cjs', import.meta.url));
const SAVE_DELAY_MS = 400;

export interface WindowOptions {
  readonly statePath: string;
  readonly title: string;
  readonly log: (message: string, error: unknown) => void;
}

/** Resolves when the page has been loaded; the window shows itself as soon as it has something to show. */
export async function openWindow(options: WindowOptions): Promise<BrowserWindow> {
  const state = await readWindowState(options.statePath);
  const window = new BrowserWindow({
    ...placeFor(state),
    minWidth: SMALLEST_SIZE.width,
    minHeight: SMALLEST_SIZE.height,
    title: options.title,
    backgroundColor: nativeTheme.shouldUseDarkColors ? BACKGROUND.dark : BACKGROUND.light,
    show: false,
    webPreferences: {
      preload: PRELOAD,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      // Its dictionaries would be fetched from the internet.
      spellcheck: false,
    },
  });
  if (state?.maximized === true) window.maximize();
  window.once('ready-to-show', () => window.show());
  // The title is the product's; a page title would bring in the name of a file.
  window.on('page-title-updated', (event) => event.preventDefault());
  rememberState(window, options);
  return window;
}

export function loadPage(window: BrowserWindow): Promise<void> {
  return window.loadURL(PAGE_URL);
}

/** The window never leaves its pages, opens no other, and is granted nothing but writing to the clipboard. */
export function guardSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, answer) => answer(isGranted(permission)));
  session.setPermissionCheckHandler(
    (_contents, permission, origin) => isGranted(permission) && origin.startsWith(PAGE_ORIGIN),
  );
  session.setDevicePermissionHandler(() => false);
  session.webRequest.onBeforeRequest(
    { urls: ['http://*/*', 'https://*/*', 'ws://*/*', 'wss://*/*', 'file://*/*'] },
    (_details, answer) => answer({ cancel: true }),
  );
}

export function guardContents(contents: Electron.WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-navigate', (event) => event.preventDefault());
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
}

function isGranted(permission: string): boolean {
  return permission === 'clipboard-sanitized-write';
}

function placeFor(state: WindowState | null): Electron.BrowserWindowConstructorOptions {
  const workAreas = screen.getAllDisplays().map((display) => display.workArea);
  const remembered = state === null ? null : fitToScreens(state, workAreas);
  if (remembered !== null) return remembered;
  const { width, height } = screen.getPrimaryDisplay().workArea;
  return {
    width: Math.min(DEFAULT_SIZE.width, width),
    height: Math.min(DEFAULT_SIZE.height, height),
    useContentSize: DEFAULT_SIZE.width <= width && DEFAULT_SIZE.height <= height,
    center: true,
  };
}

function rememberState(window: BrowserWindow, { statePath, log }: WindowOptions): void {
  let timer: NodeJS.Timeout | null = null;

  function save(): void {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    const { x, y, width, height } = window.getNormalBounds();
    try {
      saveWindowState(statePath, { x, y, width, height, maximized: window.isMaximized() });
    } catch (error) {
      log('The place of the window was not remembered', error);
    }
  }

  function saveSoon(): void {
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(save, SAVE_DELAY_MS);
  }

  window.on('resize', saveSoon);
  window.on('move', saveSoon);
  window.on('close', save);
}
