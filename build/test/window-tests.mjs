/** How tests of the real window are started: Playwright, with a display and a network of their own. */
import path from 'node:path';
import { PROJECT_FOLDER } from '../setup/places.mjs';
import { installCommand, missingSystemPackages, WINDOW_PACKAGES } from '../setup/system-packages.mjs';

/**
 * What this computer lacks to open a window, as a sentence; null where nothing is missing.
 * @returns {string | null}
 */
export function missingForWindows() {
  const libraries = missingSystemPackages(WINDOW_PACKAGES);
  if (libraries.length > 0) return `needs libraries: ${installCommand(libraries)}`;
  const display = hasDisplay() ? [] : missingSystemPackages(['xvfb', 'xauth']);
  return display.length > 0 ? `needs a display: ${installCommand(display)}` : null;
}

/**
 * Playwright with this configuration, on the display that is there or on one of its own.
 * @param {string} config path from the project's folder
 * @param {readonly string[]} filters
 */
export function inWindow(config, filters) {
  const playwright = node('@playwright/test/cli.js', ['test', '--config', config, ...filters]);
  const virtualDisplay = ['--auto-servernum', '--server-args', '-screen 0 1600x1200x24'];
  return inOwnNetwork(
    hasDisplay()
      ? playwright
      : {
          command: 'xvfb-run',
          commandArguments: [...virtualDisplay, playwright.command, ...playwright.commandArguments],
        },
  );
}

/**
 * @param {string} script inside node_modules
 * @param {readonly string[]} scriptArguments
 */
export function node(script, scriptArguments) {
  return {
    command: process.execPath,
    commandArguments: [path.join(PROJECT_FOLDER, 'node_modules', script), ...scriptArguments],
  };
}

function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/**
 * The window under test is itself a host of the test's network, so its addresses must not meet the machine's. A
 * display that is reached over an abstract socket would be out of reach there: only a display of our own is not.
 * @param {{ command: string, commandArguments: readonly string[] }} program
 */
function inOwnNetwork(program) {
  const isRootOnLinux = process.platform === 'linux' && process.getuid?.() === 0;
  if (!isRootOnLinux || program.command !== 'xvfb-run') return program;
  const script = 'ip link set lo up && exec "$0" "$@"';
  return {
    command: 'unshare',
    commandArguments: ['--net', 'sh', '-c', script, program.command, ...program.commandArguments],
  };
}
