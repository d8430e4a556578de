/**
 * The Electron binary that opens the app in development and tests. Its sources, in this order: the folder
 * in ELECTRON_OVERRIDE_DIST_PATH, the electron package's own download, and, where that download cannot
 * be reached, a substitute that is never released.
 */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { withLock } from './lock.mjs';
import { cacheFolder, PROJECT_FOLDER } from './places.mjs';
import { Problem } from './problem.mjs';
import { run } from './run.mjs';
import { buildSubstitute, substituteFolder } from './substitute-electron.mjs';

const PACKAGE_FOLDER = path.join(PROJECT_FOLDER, 'node_modules', 'electron');
const DOWNLOAD_TIMEOUT_MS = 10 * 60_000;
/** A download that has not moved for so long never will: some networks swallow it without an answer. */
const DOWNLOAD_STALL_MS = 25_000;
const RETRY_DOWNLOAD_AFTER_MS = 7 * 24 * 60 * 60_000;

/**
 * @typedef {object} ElectronBinary
 * @property {'override' | 'package' | 'substitute'} source
 * @property {string} folder what electron-builder calls electronDist
 * @property {string} executable
 */

/**
 * The binary that is there now, or undefined. Looks at a few files only.
 * @returns {ElectronBinary | undefined}
 */
export function findElectron() {
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (override) return existing('override', path.resolve(override));
  if (isPackageBinaryCurrent()) return existing('package', path.join(PACKAGE_FOLDER, 'dist'));
  const substitute = substituteFolder();
  return substitute ? existing('substitute', substitute) : undefined;
}

/**
 * Finds the binary or gets it.
 * @returns {Promise<ElectronBinary>}
 */
export async function setUpElectron() {
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  const found = findElectron();
  if (override && !found)
    throw new Problem(`There is no Electron in ELECTRON_OVERRIDE_DIST_PATH (${override}).`);
  if (found && (found.source !== 'substitute' || !isDownloadDue())) return found;
  return withLock('electron', async () => {
    if (!isPackageBinaryCurrent() && isDownloadDue()) await download();
    if (!isPackageBinaryCurrent()) await buildSubstitute();
    const binary = findElectron();
    if (binary) return binary;
    throw new Problem(
      `Electron ${wantedVersion()} could not be downloaded: set ELECTRON_OVERRIDE_DIST_PATH to a folder that holds it.`,
    );
  });
}

/** @param {NodeJS.Platform} platform */
function executableName(platform) {
  if (platform === 'win32') return 'electron.exe';
  return platform === 'darwin' ? 'Electron.app/Contents/MacOS/Electron' : 'electron';
}

/**
 * @param {ElectronBinary['source']} source
 * @param {string} folder
 * @returns {ElectronBinary | undefined}
 */
function existing(source, folder) {
  const executable = path.join(folder, executableName(process.platform));
  return existsSync(executable) ? { source, folder, executable } : undefined;
}

/** @returns {string} */
function wantedVersion() {
  return JSON.parse(readFileSync(path.join(PACKAGE_FOLDER, 'package.json'), 'utf8')).version;
}

function isPackageBinaryCurrent() {
  const versionFile = path.join(PACKAGE_FOLDER, 'dist', 'version');
  // The package writes path.txt last: without it the unpacking was cut off.
  if (!existsSync(versionFile) || !existsSync(path.join(PACKAGE_FOLDER, 'path.txt'))) return false;
  return readFileSync(versionFile, 'utf8').trim().replace(/^v/, '') === wantedVersion();
}

function failureFile() {
  return path.join(cacheFolder(), 'electron-download-failed.json');
}

/** Whether a download is worth a try: it is not when one failed lately, as each try costs time at the start. */
function isDownloadDue() {
  if (!existsSync(failureFile())) return true;
  const failure = JSON.parse(readFileSync(failureFile(), 'utf8'));
  return failure.version !== wantedVersion() || Date.now() - failure.atMs > RETRY_DOWNLOAD_AFTER_MS;
}

async function download() {
  process.stderr.write(`Downloading Electron ${wantedVersion()} ...\n`);
  const folder = mkdtempSync(path.join(tmpdir(), 'sitecheck-electron-'));
  const ended = new AbortController();
  try {
    const result = await Promise.race([
      run(process.execPath, [path.join(PACKAGE_FOLDER, 'install.js')], {
        // Its own folder for unfinished downloads, so that progress can be seen from outside.
        env: { TMPDIR: folder, TEMP: folder, TMP: folder },
        timeoutMs: DOWNLOAD_TIMEOUT_MS,
        signal: ended.signal,
      }),
      stall(folder, ended.signal),
    ]);
    if (result?.code === 0 && isPackageBinaryCurrent()) {
      rmSync(failureFile(), { force: true });
      return;
    }
    mkdirSync(cacheFolder(), { recursive: true });
    writeFileSync(failureFile(), JSON.stringify({ version: wantedVersion(), atMs: Date.now() }));
  } finally {
    ended.abort();
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Ends when nothing has arrived in the folder for too long.
 * @param {string} folder
 * @param {AbortSignal} signal
 * @returns {Promise<undefined>}
 */
async function stall(folder, signal) {
  let size = -1;
  let movedAt = Date.now();
  while (!signal.aborted && Date.now() - movedAt < DOWNLOAD_STALL_MS) {
    const now = sizeOf(folder);
    if (now !== size) movedAt = Date.now();
    size = now;
    await wait(500);
  }
  return undefined;
}

/** @param {string} folder */
function sizeOf(folder) {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).reduce(
    (sum, name) => sum + (statSync(path.join(folder, name), { throwIfNoEntry: false })?.size ?? 0),
    0,
  );
}
