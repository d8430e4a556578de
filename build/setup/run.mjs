/** Starting other programs: with a deadline, and with their output kept for an error message. */
import { spawn } from 'node:child_process';
import { PROJECT_FOLDER } from './places.mjs';

/**
 * @typedef {object} RunOptions
 * @property {string} [cwd] the project's folder if absent
 * @property {NodeJS.ProcessEnv} [env] added to this process's own
 * @property {number} [timeoutMs] after it the program is killed and `timedOut` is true
 * @property {boolean} [show] passes the program's output on while it runs
 * @property {AbortSignal} [signal] kills the program
 */

/**
 * @typedef {object} RunResult
 * @property {number} code exit code; 127 when the program does not exist, 128 when it was killed
 * @property {string} output stdout and stderr as they came
 * @property {boolean} timedOut
 */

/**
 * Runs a program to its end. Never rejects.
 * @param {string} command
 * @param {readonly string[]} commandArguments
 * @param {RunOptions} [options]
 * @returns {Promise<RunResult>}
 */
export function run(command, commandArguments, options = {}) {
  return new Promise((resolve) => {
    let output = '';
    let timedOut = false;
    const child = spawn(command, commandArguments, {
      cwd: options.cwd ?? PROJECT_FOLDER,
      env: { ...process.env, ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
    });
    const stop = () => child.kill('SIGKILL');
    const timer = options.timeoutMs
      ? setTimeout(() => {
          timedOut = true;
          stop();
        }, options.timeoutMs)
      : undefined;
    options.signal?.addEventListener('abort', stop, { once: true });
    /** @type {(stream: NodeJS.WritableStream) => (chunk: Buffer) => void} */
    const keep = (stream) => (chunk) => {
      output += chunk.toString();
      if (options.show) stream.write(chunk);
    };
    child.stdout.on('data', keep(process.stdout));
    child.stderr.on('data', keep(process.stderr));
    /** @type {(code: number) => void} */
    const end = (code) => {
      clearTimeout(timer);
      options.signal?.removeEventListener('abort', stop);
      resolve({ code, output, timedOut });
    };
    child.on('error', (error) => {
      output += error.message;
      end(127);
    });
    child.on('close', (code) => end(code ?? 128));
  });
}

/**
 * Runs npm, the same one that runs this script if there is one.
 * @param {readonly string[]} npmArguments
 * @param {RunOptions} [options]
 */
export function runNpm(npmArguments, options) {
  const npmScript = process.env.npm_execpath;
  if (npmScript?.endsWith('.js')) return run(process.execPath, [npmScript, ...npmArguments], options);
  // A .cmd file cannot be started without its shell on Windows.
  if (process.platform === 'win32')
    return run('cmd.exe', ['/d', '/s', '/c', 'npm', ...npmArguments], options);
  return run('npm', npmArguments, options);
}

/**
 * The one line of npm's output that says what went wrong.
 * @param {string} output
 */
export function npmReason(output) {
  const lines = output
    .split('\n')
    .filter((line) => /^npm (error|ERR!)/.test(line))
    .map((line) => line.replace(/^npm (error|ERR!) ?/, '').trim())
    .filter((line) => line !== '');
  const code = lines.find((line) => line.startsWith('code '))?.slice('code '.length);
  const text = lines.find((line) => !/^(code|errno|syscall|type|\d{3}\b$)/.test(line));
  return [code, text].filter(Boolean).join(': ') || 'npm gave no reason';
}
