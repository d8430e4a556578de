/**
 * Gets a fresh clone ready: npm packages, Electron's binary, Debian packages, git hooks. Uses nothing but
 * Node itself until the packages are there. Called by `npm start` and `npm test`; costs milliseconds once done.
 */
import { pathToFileURL } from 'node:url';
import { findElectron, setUpElectron } from './setup/electron.mjs';
import { setUpHooks } from './setup/hooks.mjs';
import { setUpPackages } from './setup/packages.mjs';
import { Problem, runScript } from './setup/problem.mjs';
import {
  installCommand,
  setUpSystemPackages,
  TEST_PACKAGES,
  WINDOW_PACKAGES,
} from './setup/system-packages.mjs';

/** Packages and hooks only: enough to build, and to run in a terminal. */
export async function setUpForTerminal() {
  checkNode();
  await setUpPackages();
  await setUpHooks();
}

/**
 * Everything that opening the window takes.
 * @returns {Promise<import('./setup/electron.mjs').ElectronBinary>}
 */
export async function setUpForWindow() {
  await setUpForTerminal();
  const missing = await setUpSystemPackages(WINDOW_PACKAGES);
  if (missing.length > 0)
    throw new Problem(`Electron needs libraries that are missing; install them: ${installCommand(missing)}`);
  return setUpElectron();
}

/**
 * Everything that the tests take. What cannot be had is said in one line and does not stop the other tests.
 * @returns {Promise<{ missingSystemPackages: readonly string[] }>}
 */
export async function setUpForTests() {
  await setUpForTerminal();
  const missingSystemPackages = await setUpSystemPackages([...WINDOW_PACKAGES, ...TEST_PACKAGES]);
  if (missingSystemPackages.length > 0) {
    process.stderr.write(
      `Some tests need more packages; install them: ${installCommand(missingSystemPackages)}\n`,
    );
  }
  await setUpElectron();
  return { missingSystemPackages };
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  throw new Problem(`Node.js ${process.versions.node} is too old: install 20.19 or newer.`);
}

async function main() {
  await (process.argv.includes('--tests') ? setUpForTests() : setUpForWindow());
  process.stdout.write(`Ready. Electron: ${findElectron()?.executable}\n`);
  return 0;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await runScript(main);
