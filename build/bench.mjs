/**
 * Runs the benchmarks, test/bench/*.bench.ts: `npm run bench -- [NAME ...]`. Each is bundled like the command
 * line and runs in a plain Node process of its own, so that it measures what ships and not a test runner.
 */
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { nodeProgram } from './bundle/targets.mjs';
import { bundle } from './bundle.mjs';
import { PROJECT_FOLDER } from './setup/places.mjs';
import { Problem, runScript } from './setup/problem.mjs';
import { setUpForTests } from './setup.mjs';
import { runVisibly } from './test/run-visibly.mjs';

const SUFFIX = '.bench.ts';

await runScript(async () => {
  const names = namesOf(process.argv.slice(2));
  await setUpForTests();
  await bundle(['cli']);
  const { build } = await import('vite');
  let exitCode = 0;
  for (const name of names) {
    const outputFolder = `out/bench/${name}`;
    await build(
      nodeProgram({
        entry: `test/bench/${name}${SUFFIX}`,
        outputFolder,
        outputFile: 'bench.mjs',
        sourcemap: true,
      }),
    );
    process.stdout.write(`\n── ${name} ${'─'.repeat(Math.max(0, 100 - name.length))}\n`);
    const code = await runVisibly({
      command: process.execPath,
      // For benchmarks of memory, which must not measure garbage that is only waiting.
      commandArguments: ['--expose-gc', path.join(PROJECT_FOLDER, outputFolder, 'bench.mjs')],
    });
    if (code !== 0) exitCode = 1;
  }
  return exitCode;
});

/** @param {readonly string[]} wanted parts of names; all benchmarks if none is given */
function namesOf(wanted) {
  const folder = path.join(PROJECT_FOLDER, 'test', 'bench');
  const all = existsSync(folder)
    ? readdirSync(folder)
        .filter((file) => file.endsWith(SUFFIX))
        .map((file) => file.slice(0, -SUFFIX.length))
        .sort()
    : [];
  const chosen = all.filter((name) => wanted.length === 0 || wanted.some((part) => name.includes(part)));
  if (chosen.length === 0) throw new Problem(`No such benchmark; there are: ${all.join(', ') || 'none'}.`);
  return chosen;
}
