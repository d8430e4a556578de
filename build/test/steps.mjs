/** The steps of `npm test`, in their order. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { bundle } from '../bundle.mjs';
import { packForTests } from '../package/pack.mjs';
import { setUpElectron } from '../setup/electron.mjs';
import { runVisibly } from './run-visibly.mjs';
import { inWindow, missingForWindows, node } from './window-tests.mjs';

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {string} [group] another name for `--only` that several steps share
 * @property {boolean} [needsSystem] it uses Debian packages or Electron
 * @property {(filters: readonly string[]) => Promise<import('../test.mjs').Outcome>} run
 */

const PASSED = { passed: 1, failed: 0, skipped: [] };
const FAILED = { passed: 0, failed: 1, skipped: [] };

/** @type {readonly Step[]} */
export const STEPS = [
  tool('lint', '@biomejs/biome/bin/biome', ['ci', '--colors=off', '.']),
  tool('boundaries', 'dependency-cruiser/bin/dependency-cruise.mjs', [
    '--config',
    'build/boundaries.cjs',
    '--output-type',
    'err-long',
    ...['src', 'electron', 'renderer', 'test', 'build'],
  ]),
  tool('unused', 'knip/bin/knip.js', ['--config', 'build/knip.json', '--no-progress']),
  types('node'),
  types('web'),
  types('window-tests'),
  work('bundle', bundle),
  vitest('unit', ['unit', 'unit-renderer']),
  { ...vitest('integration', ['integration']), needsSystem: true },
  { ...work('package', packForTests), needsSystem: true },
  { name: 'e2e', needsSystem: true, run: runWindowTests },
];

/**
 * A program that passes or fails as a whole.
 * @param {string} name
 * @param {string} script inside node_modules
 * @param {readonly string[]} scriptArguments
 * @returns {Step}
 */
function tool(name, script, scriptArguments) {
  return {
    name,
    run: async () => ((await runVisibly(node(script, scriptArguments))) === 0 ? PASSED : FAILED),
  };
}

/**
 * Work of this process that passes unless it throws.
 * @param {string} name
 * @param {() => Promise<unknown>} start
 * @returns {Step}
 */
function work(name, start) {
  return {
    name,
    run: async () => {
      await start();
      return PASSED;
    },
  };
}

/** @param {string} part */
function types(part) {
  return {
    ...tool(`types ${part}`, 'typescript/bin/tsc', ['--project', `tsconfig.${part}.json`]),
    group: 'types',
  };
}

/**
 * @param {string} name
 * @param {readonly string[]} projects
 * @returns {Step}
 */
function vitest(name, projects) {
  return {
    name,
    run: async (filters) => {
      if (name === 'integration') await bundle(['cli']);
      const chosen = projects.flatMap((project) => ['--project', project]);
      return withReport((environment) =>
        runVisibly({
          ...node('vitest/vitest.mjs', ['run', '--config', 'test/vitest.config.ts', ...chosen, ...filters]),
          environment,
        }),
      );
    },
  };
}

/**
 * @param {readonly string[]} filters
 * @returns {Promise<import('../test.mjs').Outcome>}
 */
async function runWindowTests(filters) {
  const missing = missingForWindows();
  if (missing !== null) {
    return { passed: 0, failed: 0, skipped: [{ name: 'all window tests', reason: missing }] };
  }
  await setUpElectron();
  await bundle();
  const program = inWindow('test/e2e/playwright.config.ts', filters);
  return withReport((environment) => runVisibly({ ...program, environment }));
}

/**
 * Runs a test program that writes its counts into a file. No file means that it crashed.
 * @param {(environment: NodeJS.ProcessEnv) => Promise<number>} start gives the exit code
 * @returns {Promise<import('../test.mjs').Outcome>}
 */
async function withReport(start) {
  const folder = mkdtempSync(path.join(tmpdir(), 'sitecheck-report-'));
  try {
    const file = path.join(folder, 'report.json');
    const code = await start({ SITECHECK_TEST_REPORT: file });
    /** @type {import('../test.mjs').Outcome} */
    const outcome = JSON.parse(readFileSync(file, 'utf8'));
    const isEmpty = outcome.passed + outcome.failed + outcome.skipped.length === 0;
    const failedAllTheSame = outcome.failed === 0 && (code !== 0 || isEmpty);
    if (isEmpty) process.stdout.write('No test was found.\n');
    return failedAllTheSame ? { ...outcome, failed: 1 } : outcome;
  } catch {
    process.stdout.write('The tests ended without a report.\n');
    return FAILED;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
