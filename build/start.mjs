/** Opens the app: `npm start -- [SITE.json]`. Without a display it shows the plan or the demo in the terminal. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { bundle } from './bundle.mjs';
import { PROJECT_FOLDER } from './setup/places.mjs';
import { runScript } from './setup/problem.mjs';
import { setUpForTerminal, setUpForWindow } from './setup.mjs';

const FORWARDED_SIGNALS = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);

await runScript(async () => {
  const passedOn = process.argv.slice(2).map(absolutePath);
  return hasDisplay() ? openWindow(passedOn) : runInTerminal(passedOn);
});

/** @param {readonly string[]} passedOn */
async function openWindow(passedOn) {
  const electron = await setUpForWindow();
  await bundle(['main', 'preload', 'renderer']);
  // Chromium refuses its sandbox to root.
  const sandbox = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return runToEnd(electron.executable, [...sandbox, PROJECT_FOLDER, ...passedOn]);
}

/** @param {readonly string[]} passedOn */
async function runInTerminal(passedOn) {
  process.stderr.write('There is no display here, so this runs in the terminal instead of a window.\n');
  await setUpForTerminal();
  await bundle(['cli']);
  const site = passedOn.find((argument) => !argument.startsWith('-'));
  const command = site ? ['plan', site, '--from', 'workstation'] : ['demo'];
  return runToEnd(process.execPath, [path.join(PROJECT_FOLDER, 'out', 'cli', 'sitecheck.mjs'), ...command]);
}

function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/**
 * npm starts scripts in the project's folder; a path is meant from where the person is.
 * @param {string} argument
 */
function absolutePath(argument) {
  if (argument.startsWith('-')) return argument;
  const full = path.resolve(process.env.INIT_CWD ?? process.cwd(), argument);
  return existsSync(full) || /[\\/.]/.test(argument) ? full : argument;
}

/**
 * @param {string} command
 * @param {readonly string[]} commandArguments
 * @returns {Promise<number>} the exit code
 */
function runToEnd(command, commandArguments) {
  return new Promise((resolve) => {
    const environment = { ...process.env };
    // Set in an editor's terminal that is itself Electron; it would turn the app into plain Node.
    delete environment.ELECTRON_RUN_AS_NODE;
    const child = spawn(command, commandArguments, { stdio: 'inherit', env: environment });
    for (const signal of FORWARDED_SIGNALS) {
      process.on(signal, () => {
        // Ctrl+C in a terminal reaches the child as well; a second one would tell it to hurry.
        if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
      });
    }
    child.on('error', (error) => {
      process.stderr.write(`${path.basename(command)} could not be started: ${error.message}\n`);
      resolve(1);
    });
    child.on('close', (code, signal) => resolve(code ?? (signal === 'SIGINT' ? 130 : 143)));
  });
}
