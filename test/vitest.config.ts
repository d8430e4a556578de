/** Unit tests (in Node, and in a simulated page for the renderer) and integration tests. */
import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const projectFolder = path.resolve(import.meta.dirname, '..');

export default defineConfig({
  root: projectFolder,
  test: {
    // The styles of paper are part of the document that is tested; vitest empties other style sheets.
    css: { include: [/\/assets\/print\//] },
    reporters: [
      process.env.CI ? 'dot' : 'default',
      path.join(projectFolder, 'build/test/vitest-reporter.mjs'),
    ],
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          // Property tests take seconds on two busy cores.
          testTimeout: 30_000,
          include: ['test/unit/**/*.test.ts'],
          exclude: ['test/unit/renderer/**'],
          environment: 'node',
        },
      },
      {
        extends: true,
        plugins: [react()],
        test: {
          name: 'unit-renderer',
          testTimeout: 30_000,
          include: ['test/unit/renderer/**/*.test.{ts,tsx}'],
          environment: 'jsdom',
          setupFiles: ['test/support/page.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['test/integration/**/*.test.ts', 'test/lab/**/*.test.ts'],
          environment: 'node',
          testTimeout: 30_000,
          hookTimeout: 60_000,
          // Timings and ports are what they look at: files one after another keep them true on two cores.
          fileParallelism: false,
        },
      },
    ],
  },
});
