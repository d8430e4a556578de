/** The npm packages: installed when they are missing or the lock file has changed. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { withLock } from './lock.mjs';
import { PROJECT_FOLDER, projectKey } from './places.mjs';
import { Problem } from './problem.mjs';
import { npmReason, runNpm } from './run.mjs';

const LOCK_FILE = path.join(PROJECT_FOLDER, 'package-lock.json');
const NODE_MODULES = path.join(PROJECT_FOLDER, 'node_modules');
// Inside node_modules, so that deleting the packages deletes the claim that they are there.
const STAMP_FILE = path.join(NODE_MODULES, '.sitecheck-packages');

/** Installs the packages unless they are there already. */
export async function setUpPackages() {
  if (isInstalled()) return;
  await withLock(`packages-${projectKey()}`, async () => {
    if (isInstalled()) return;
    process.stderr.write('Installing packages (a minute or two) ...\n');
    const result = await runNpm(['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']);
    if (result.code === 127)
      throw new Problem('npm was not found: install Node.js 20.19 or newer together with npm.');
    if (result.code !== 0)
      throw new Problem(`The packages could not be installed: ${npmReason(result.output)}.`);
    writeFileSync(STAMP_FILE, wantedStamp());
  });
}

function isInstalled() {
  if (!existsSync(NODE_MODULES)) return false;
  const wanted = wantedStamp();
  if (existsSync(STAMP_FILE) && readFileSync(STAMP_FILE, 'utf8') === wanted) return true;
  if (!isInstalledByHand()) return false;
  writeFileSync(STAMP_FILE, wanted);
  return true;
}

function wantedStamp() {
  const lockHash = createHash('sha256').update(readFileSync(LOCK_FILE)).digest('hex');
  return `${process.platform}-${process.arch} ${lockHash}\n`;
}

/** Whether somebody ran npm themselves and has got exactly what the lock file says. */
function isInstalledByHand() {
  const installedFile = path.join(NODE_MODULES, '.package-lock.json');
  if (!existsSync(installedFile)) return false;
  const installed = readPackages(installedFile);
  return Object.entries(readPackages(LOCK_FILE)).every(([folder, wanted]) => {
    if (folder === '') return true;
    const found = installed[folder];
    return found ? found.version === wanted.version : wanted.optional === true || wanted.peer === true;
  });
}

/**
 * @param {string} file
 * @returns {Record<string, { version?: string, optional?: boolean, peer?: boolean }>}
 */
function readPackages(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages;
}
