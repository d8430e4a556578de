/** Builds the laboratory and brings it up: `node test/lab/up.mjs [scenario]`, as root on Debian. */
import { mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { nodeProgram } from '../../build/bundle/targets.mjs';
import { PROJECT_FOLDER } from '../../build/setup/places.mjs';

// Inside the project, so that packages are found; a folder of its own, as several may be built at once.
const folder = await mkdtemp(path.join(PROJECT_FOLDER, 'node_modules', '.lab-'));
const outputFile = 'up.mjs';
await build({
  ...nodeProgram({
    entry: 'test/lab/up.ts',
    outputFolder: path.relative(PROJECT_FOLDER, folder),
    outputFile,
  }),
  logLevel: 'error',
});
const { main } = await import(pathToFileURL(path.join(folder, outputFile)).href);
await rm(folder, { recursive: true });
process.exitCode = await main(process.argv[2]);
