/** Opens the built app, or the packed one, in a real window with a userData folder of its own. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { findElectron } from '../../build/setup/electron.mjs';
import { PROJECT_FOLDER } from '../../build/setup/places.mjs';

export interface LaunchOptions {
  /** What a person would type after the program's name: the path of a site profile. */
  readonly appArguments?: readonly string[];
  /** Kept after closing, for tests that open the app again; a new one is made and removed if absent. */
  readonly userDataFolder?: string;
  readonly environment?: Readonly<Record<string, string>>;
  /** The packed program; if absent, the development binary opens out/. */
  readonly executable?: string;
}

export interface LaunchedApp {
  readonly app: ElectronApplication;
  readonly window: Page;
  readonly userDataFolder: string;
  close(): Promise<void>;
}

export async function launchApp(options: LaunchOptions = {}): Promise<LaunchedApp> {
  const userDataFolder = options.userDataFolder ?? mkdtempSync(path.join(tmpdir(), 'sitecheck-window-'));
  const isRootOnLinux = process.platform === 'linux' && process.getuid?.() === 0;
  const app = await _electron.launch({
    executablePath: options.executable ?? developmentExecutable(),
    args: [
      // Chromium refuses its sandbox to root.
      ...(isRootOnLinux ? ['--no-sandbox'] : []),
      `--user-data-dir=${userDataFolder}`,
      ...(options.executable ? [] : [PROJECT_FOLDER]),
      ...(options.appArguments ?? []),
    ],
    cwd: PROJECT_FOLDER,
    env: { ...environmentOfThisProcess(), ...options.environment },
  });
  return {
    app,
    window: await app.firstWindow(),
    userDataFolder,
    async close() {
      await app.close();
      if (!options.userDataFolder) rmSync(userDataFolder, { recursive: true, force: true });
    },
  };
}

function developmentExecutable(): string {
  const electron = findElectron();
  if (!electron) throw new Error('Electron is not set up: run npm run setup.');
  return electron.executable;
}

function environmentOfThisProcess(): Record<string, string> {
  const entries = Object.entries(process.env).filter(([name]) => name !== 'ELECTRON_RUN_AS_NODE');
  return Object.fromEntries(entries.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}
