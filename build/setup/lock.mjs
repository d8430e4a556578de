/** Lets one set-up at a time do a thing; the others wait for it. */
import {
  closeSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { cacheFolder } from './places.mjs';
import { Problem } from './problem.mjs';

const HEARTBEAT_MS = 2_000;
/** A holder that has not touched its lock for so long is gone. */
const STALE_MS = 20_000;
const PATIENCE_MS = 20 * 60_000;

/**
 * Runs `work` while no other process holds the lock of this name.
 * @template Value
 * @param {string} name
 * @param {() => Promise<Value>} work
 * @returns {Promise<Value>}
 */
export async function withLock(name, work) {
  mkdirSync(cacheFolder(), { recursive: true });
  const file = path.join(cacheFolder(), `${name}.lock`);
  await take(file);
  const heartbeat = setInterval(() => touch(file), HEARTBEAT_MS);
  const release = () => rmSync(file, { force: true });
  process.once('exit', release);
  try {
    return await work();
  } finally {
    clearInterval(heartbeat);
    process.off('exit', release);
    release();
  }
}

/** @param {string} file */
function touch(file) {
  try {
    utimesSync(file, new Date(), new Date());
  } catch {
    // Somebody emptied the cache folder: the work goes on, only unguarded.
  }
}

/** @param {string} file */
async function take(file) {
  const startedAt = Date.now();
  let said = false;
  for (;;) {
    try {
      const descriptor = openSync(file, 'wx');
      writeSync(descriptor, String(process.pid));
      closeSync(descriptor);
      return;
    } catch (error) {
      if (errorCode(error) !== 'EEXIST') throw error;
    }
    if (isAbandoned(file)) {
      rmSync(file, { force: true });
      continue;
    }
    if (Date.now() - startedAt > PATIENCE_MS)
      throw new Problem(`Another set-up holds ${file} for too long: end it and try again.`);
    if (!said) process.stderr.write('Another set-up is at work: waiting for it.\n');
    said = true;
    await wait(250);
  }
}

/** @param {string} file */
function isAbandoned(file) {
  try {
    if (Date.now() - statSync(file).mtimeMs > STALE_MS) return true;
    const processId = Number(readFileSync(file, 'utf8'));
    if (processId > 0) process.kill(processId, 0);
    return false;
  } catch (error) {
    return errorCode(error) === 'ESRCH';
  }
}

/** @param {unknown} error */
function errorCode(error) {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
