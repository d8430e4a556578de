/** Writes the counts of a Playwright run, and why tests were skipped, for the summary of `npm test`. */
import { writeFileSync } from 'node:fs';

export default class SummaryReporter {
  /** @type {import('@playwright/test/reporter').Suite | undefined} */
  #suite;
  #errors = 0;

  printsToStdio() {
    return false;
  }

  /**
   * @param {import('@playwright/test/reporter').FullConfig} _config
   * @param {import('@playwright/test/reporter').Suite} suite
   */
  onBegin(_config, suite) {
    this.#suite = suite;
  }

  /** Errors outside of tests, such as a file that could not be loaded. */
  onError() {
    this.#errors += 1;
  }

  onEnd() {
    const file = process.env.SITECHECK_TEST_REPORT;
    if (!file) return;
    const outcome = { passed: 0, failed: this.#errors, skipped: /** @type {object[]} */ ([]) };
    for (const test of this.#suite?.allTests() ?? []) {
      const result = test.outcome();
      if (result === 'expected') outcome.passed += 1;
      else if (result === 'skipped') outcome.skipped.push({ name: test.title, reason: reasonOf(test) });
      else outcome.failed += 1;
    }
    writeFileSync(file, JSON.stringify(outcome));
  }
}

/** @param {import('@playwright/test/reporter').TestCase} test */
function reasonOf(test) {
  const note = test.annotations.find(({ type }) => type === 'skip' || type === 'fixme');
  return note?.description ?? 'no reason given';
}
