/** Builds the app and the command line into out/: `npm run build`. Only what is stale is built. */
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { inputHash } from './bundle/stamp.mjs';
import { TARGETS } from './bundle/targets.mjs';
import { PROJECT_FOLDER } from './setup/places.mjs';
import { Problem, runScript } from './setup/problem.mjs';
import { setUpForTerminal } from './setup.mjs';

const STAMP_FOLDER = path.join(PROJECT_FOLDER, 'out', '.stamps');

/**
 * Builds the named programs (all of them if none is named) where their sources have changed.
 * @param {readonly string[]} [names]
 * @returns {Promise<readonly string[]>} what was built
 */
export async function bundle(names) {
  const stale = TARGETS.filter((target) => (names?.includes(target.name) ?? true) && !isFresh(target));
  if (stale.length === 0) return [];
  process.stderr.write(`Building ${stale.map((target) => target.name).join(', ')} ...\n`);
  // Loaded only here: it takes longer than all else when nothing is stale.
  const { build } = await import('vite');
  // A build sets it for its own process; what this process starts next, tests among it, must not inherit that.
  const { NODE_ENV: nodeEnvironment } = process.env;
  // For some mistakes Vite rejects a second promise that nobody holds: the first one says it all.
  const ignore = () => {};
  process.on('unhandledRejection', ignore);
  for (const target of stale) {
    // Taken before the build, so that an edit made meanwhile makes it stale again.
    const hash = inputHash(target.inputs);
    try {
      await build(await target.config());
    } catch (error) {
      throw new Problem(
        `The ${target.name} program could not be built: ${error instanceof Error ? error.message : error}`,
      );
    }
    if (target.executable) chmodSync(path.join(PROJECT_FOLDER, target.result), 0o755);
    mkdirSync(STAMP_FOLDER, { recursive: true });
    writeFileSync(stampFile(target), hash);
  }
  process.off('unhandledRejection', ignore);
  if (nodeEnvironment === undefined) delete process.env.NODE_ENV;
  else process.env.NODE_ENV = nodeEnvironment;
  return stale.map((target) => target.name);
}

/** @param {import('./bundle/targets.mjs').Target} target */
function isFresh(target) {
  if (!existsSync(path.join(PROJECT_FOLDER, target.result)) || !existsSync(stampFile(target))) return false;
  return readFileSync(stampFile(target), 'utf8') === inputHash(target.inputs);
}

/** @param {import('./bundle/targets.mjs').Target} target */
function stampFile(target) {
  return path.join(STAMP_FOLDER, target.name);
}

async function main() {
  await setUpForTerminal();
  const built = await bundle();
  if (built.length === 0) process.stdout.write('Everything in out/ is up to date.\n');
  return 0;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await runScript(main);
