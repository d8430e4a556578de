/** Writes the counts of a vitest run, and why tests were skipped, for the summary of `npm test`. */
import { writeFileSync } from 'node:fs';

export default class SummaryReporter {
  /**
   * @param {readonly import('vitest/node').TestModule[]} modules
   * @param {readonly unknown[]} unhandledErrors
   */
  onTestRunEnd(modules, unhandledErrors) {
    const file = process.env.SITECHECK_TEST_REPORT;
    if (!file) return;
    const outcome = { passed: 0, failed: unhandledErrors.length, skipped: /** @type {object[]} */ ([]) };
    for (const module of modules) {
      // A file that could not be loaded has no tests to count.
      outcome.failed += module.errors().length;
      for (const test of module.children.allTests()) {
        const result = test.result();
        if (result.state === 'passed') outcome.passed += 1;
        else if (result.state === 'skipped') {
          outcome.skipped.push({ name: test.fullName, reason: result.note ?? reasonOf(test) });
        } else outcome.failed += 1;
      }
      for (const suite of module.children.allSuites()) outcome.failed += suite.errors().length;
    }
    writeFileSync(file, JSON.stringify(outcome));
  }
}

/** @param {import('vitest/node').TestCase} test */
function reasonOf(test) {
  for (let parent = test.parent; parent.type === 'suite'; parent = parent.parent) {
    if (parent.errors().length > 0) return 'its preparation failed';
  }
  return 'as its title says';
}
