/**
 * Runs every check of the project: `npm test`, or some of it: `npm test -- --only unit,types [FILTER ...]`.
 * Its last line is always `N passed, N failed`, with `, N skipped` where tests were skipped.
 */

import { Problem, runScript } from './setup/problem.mjs';
import { setUpForTerminal, setUpForTests } from './setup.mjs';
import { STEPS } from './test/steps.mjs';
import { printSummary } from './test/summary.mjs';

/**
 * @typedef {object} Outcome
 * @property {number} passed
 * @property {number} failed
 * @property {readonly { name: string, reason: string }[]} skipped
 */

await runScript(async () => {
  const { only, filters } = readArguments(process.argv.slice(2));
  const steps = STEPS.filter(
    (step) => !only || only.some((name) => step.name === name || step.group === name),
  );
  const unknown = only?.find((name) => !STEPS.some((step) => step.name === name || step.group === name));
  if (unknown)
    throw new Problem(
      `There is no step "${unknown}"; the steps are ${STEPS.map((step) => step.name).join(', ')}.`,
    );

  /** @type {import('./test/summary.mjs').Row[]} */
  const rows = [];
  const setUp = await timed('set-up', () => prepare(steps.some((step) => step.needsSystem)));
  rows.push(setUp);
  // Without packages no step can run; what else set-up could not get fails or skips only the tests that use it.
  if (setUp.outcome.failed === 0) {
    for (const step of steps) {
      process.stdout.write(`\n── ${step.name} ${'─'.repeat(Math.max(0, 100 - step.name.length))}\n`);
      rows.push(await timed(step.name, () => step.run(filters)));
    }
  }
  return printSummary(rows);
});

/** @param {boolean} needsSystem */
async function prepare(needsSystem) {
  await (needsSystem ? setUpForTests() : setUpForTerminal());
  return { passed: 1, failed: 0, skipped: [] };
}

/**
 * @param {string} name
 * @param {() => Promise<Outcome>} work
 * @returns {Promise<import('./test/summary.mjs').Row>}
 */
async function timed(name, work) {
  const startedAt = performance.now();
  /** @type {Outcome} */
  let outcome;
  try {
    outcome = await work();
  } catch (error) {
    process.stdout.write(
      `${error instanceof Problem ? error.message : error instanceof Error ? error.stack : error}\n`,
    );
    outcome = { passed: 0, failed: 1, skipped: [] };
  }
  return { name, outcome, durationMs: performance.now() - startedAt };
}

/** @param {readonly string[]} given */
function readArguments(given) {
  const place = given.indexOf('--only');
  const filters = given.filter((_, index) => place < 0 || (index !== place && index !== place + 1));
  return { only: place < 0 ? undefined : (given[place + 1] ?? '').split(','), filters };
}
