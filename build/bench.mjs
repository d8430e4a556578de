/**
 * Runs the benchmarks, test/bench/*.bench.ts: `npm run bench -- [NAME ...]`. Each is bundled like the command
 * line and runs in a plain Node process of its own, so that it measures what ships and not a test runner. Those of
 * the window, test/bench/window/*.spec.ts, are driven by Playwright in the packed program: `npm run bench -- window`.
 */
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { nodeProgram } from './bundle/targets.mjs';
import { bundle } from './bundle.mjs';
import { packForTests } from './package/pack.mjs';
import { setUpElectron } from './setup/electron.mjs';
import { PROJECT_FOLDER } from './setup/places.mjs';
import { Problem, runScript } from './setup/problem.mjs';
import { setUpForTests } from './setup.mjs';
import { runVisibly } from './test/run-visibly.mjs';
import { inWindow, missingForWindows } from './test/window-tests.mjs';

const SUFFIX = '.bench.ts';
const WINDOW = 'window';

await runScript(async () => {
  const names = namesOf(process.argv.slice(2));
  await setUpForTests();
  await bundle(['cli']);
  let exitCode = 0;
  for (const name of names) {
    process.stdout.write(`\n── ${name} ${'─'.repeat(Math.max(0, 100 - name.length))}\n`);
    const code = name === WINDOW ? await benchWindow() : await benchProgram(name);
    if (code !== 0) exitCode = 1;
  }
  return exitCode;
});

/** @param {string} name */
async function benchProgram(name) {
  const { build } = await import('vite');
  const outputFolder = `out/bench/${name}`;
  await build(
    nodeProgram({
      entry: `test/bench/${name}${SUFFIX}`,
      outputFolder,
      outputFile: 'bench.mjs',
      sourcemap: true,
    }),
  );
  return runVisibly({
    command: process.execPath,
    // For benchmarks of memory, which must not measure garbage that is only waiting.
    commandArguments: ['--expose-gc', path.join(PROJECT_FOLDER, outputFolder, 'bench.mjs')],
  });
}

/** The packed program, because that is what a person starts. */
async function benchWindow() {
  const missing = missingForWindows();
  if (missing !== null) {
    process.stdout.write(`skipped: ${missing}\n`);
    return 0;
  }
  await setUpElectron();
  await bundle();
  await packForTests();
  return runVisibly(inWindow('test/bench/window/playwright.config.ts', []));
}

/** @param {readonly string[]} wanted parts of names; all benchmarks if none is given */
function namesOf(wanted) {
  const folder = path.join(PROJECT_FOLDER, 'test', 'bench');
  const all = existsSync(folder)
    ? readdirSync(folder)
        .filter((file) => file.endsWith(SUFFIX))
        .map((file) => file.slice(0, -SUFFIX.length))
        .concat(WINDOW)
        .sort()
    : [];
  const chosen = all.filter((name) => wanted.length === 0 || wanted.some((part) => name.includes(part)));
  if (chosen.length === 0) throw new Problem(`No such benchmark; there are: ${all.join(', ') || 'none'}.`);
  return chosen;
}
