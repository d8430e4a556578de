/** The closing summary of `npm test`. */

/**
 * @typedef {object} Row
 * @property {string} name
 * @property {import('../test.mjs').Outcome} outcome
 * @property {number} durationMs
 */

/**
 * Prints the table, the skipped tests and the last line.
 * @param {readonly Row[]} rows
 * @returns {number} the exit code
 */
export function printSummary(rows) {
  const skipped = rows.flatMap((row) => row.outcome.skipped.map((test) => ({ step: row.name, ...test })));
  const lines = ['', columns('step', 'passed', 'failed', 'skipped', 'time')];
  for (const { name, outcome, durationMs } of rows) {
    const time = `${(durationMs / 1000).toFixed(1)} s`;
    lines.push(columns(name, outcome.passed, outcome.failed, outcome.skipped.length, time));
  }
  if (skipped.length > 0) lines.push('', 'Skipped:');
  for (const { step, name, reason } of skipped) lines.push(`  ${step}: ${name} (${reason})`);

  const passed = sum(rows, (outcome) => outcome.passed);
  const failed = sum(rows, (outcome) => outcome.failed);
  lines.push(
    '',
    `${passed} passed, ${failed} failed${skipped.length > 0 ? `, ${skipped.length} skipped` : ''}`,
    '',
  );
  process.stdout.write(lines.join('\n'));
  return failed > 0 ? 1 : 0;
}

/**
 * @param {string} name
 * @param {...(string | number)} values
 */
function columns(name, ...values) {
  return `${name.padEnd(22)}${values.map((value) => String(value).padStart(9)).join('')}`;
}

/**
 * @param {readonly Row[]} rows
 * @param {(outcome: import('../test.mjs').Outcome) => number} count
 */
function sum(rows, count) {
  return rows.reduce((total, row) => total + count(row.outcome), 0);
}
