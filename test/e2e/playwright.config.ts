/** Tests of the real app in a real Electron window. */
import path from 'node:path';
import { defineConfig } from '@playwright/test';

const projectFolder = path.resolve(import.meta.dirname, '../..');

export default defineConfig({
  testDir: import.meta.dirname,
  testMatch: '**/*.spec.ts',
  outputDir: path.join(projectFolder, 'test-results'),
  timeout: 60_000,
  expect: { timeout: 10_000 },
  // Windows share one display and two cores: one at a time keeps focus and timings true.
  workers: 1,
  fullyParallel: false,
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  reporter: [['list'], [path.join(projectFolder, 'build/test/playwright-reporter.mjs')]],
});
