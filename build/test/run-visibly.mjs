/** Runs a test program with its output on the screen, and never leaves it or its children behind. */
import { spawn } from 'node:child_process';
import { PROJECT_FOLDER } from '../setup/places.mjs';

/** Far above the slowest run: it only keeps a hung program from holding the machine for ever. */
const TIMEOUT_MS = 30 * 60_000;

/**
 * @param {object} program
 * @param {string} program.command
 * @param {readonly string[]} program.commandArguments
 * @param {NodeJS.ProcessEnv} [program.environment] added to this process's own
 * @returns {Promise<number>} the exit code
 */
export function runVisibly({ command, commandArguments, environment = {} }) {
  const isPosix = process.platform !== 'win32';
  return new Promise((resolve) => {
    const child = spawn(command, commandArguments, {
      cwd: PROJECT_FOLDER,
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'inherit', 'inherit'],
      // A group of its own, so that a display server or a browser below it ends with it.
      detached: isPosix,
    });
    const endAll = () => {
      if (!child.pid) return;
      try {
        process.kill(isPosix ? -child.pid : child.pid, 'SIGKILL');
      } catch {
        // It ended by itself meanwhile.
      }
    };
    const interrupt = () => {
      endAll();
      process.exit(130);
    };
    const timer = setTimeout(() => {
      process.stdout.write(`Stopped after ${TIMEOUT_MS / 60_000} minutes.\n`);
      endAll();
    }, TIMEOUT_MS);
    process.once('SIGINT', interrupt);
    process.once('SIGTERM', interrupt);
    /** @param {number} code */
    const end = (code) => {
      clearTimeout(timer);
      process.off('SIGINT', interrupt);
      process.off('SIGTERM', interrupt);
      resolve(code);
    };
    child.on('error', (error) => {
      process.stdout.write(`${error.message}\n`);
      end(127);
    });
    child.on('close', (code) => end(code ?? 128));
  });
}
