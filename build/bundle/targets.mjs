/** What is built from what: one Vite configuration for each program. */
import path from 'node:path';
import { PROJECT_FOLDER } from '../setup/places.mjs';

/**
 * @typedef {object} Target
 * @property {string} name
 * @property {string} result the file that exists when it was built, relative to the project
 * @property {readonly string[]} inputs folders and files whose content decides whether it is stale
 * @property {boolean} [executable] it is started by its name
 * @property {() => Promise<import('vite').InlineConfig> | import('vite').InlineConfig} config
 */

const NODE_VERSION = 'node20';
const CHROMIUM_VERSION = 'chrome130';

/** @type {readonly Target[]} */
export const TARGETS = [
  {
    name: 'main',
    result: 'out/main/main.js',
    inputs: ['src', 'electron', 'assets'],
    config: () =>
      nodeProgram({
        entry: 'electron/main.ts',
        outputFolder: 'out/main',
        outputFile: 'main.js',
        sourcemap: true,
      }),
  },
  {
    name: 'preload',
    result: 'out/preload/preload.cjs',
    inputs: ['src', 'electron'],
    // A sandboxed preload must be one CommonJS file.
    config: () =>
      nodeProgram({
        entry: 'electron/preload.ts',
        outputFolder: 'out/preload',
        outputFile: 'preload.cjs',
        format: 'cjs',
        target: CHROMIUM_VERSION,
      }),
  },
  {
    name: 'renderer',
    result: 'out/renderer/index.html',
    inputs: ['src', 'renderer', 'assets'],
    config: rendererProgram,
  },
  {
    name: 'cli',
    result: 'out/cli/sitecheck.mjs',
    inputs: ['src', 'assets'],
    executable: true,
    config: () =>
      nodeProgram({
        entry: 'src/cli/main.ts',
        outputFolder: 'out/cli',
        outputFile: 'sitecheck.mjs',
        banner: '#!/usr/bin/env node',
        sourcemap: true,
      }),
  },
];

/**
 * A program for Node: one file with everything it imports but `electron` and Node itself.
 * @param {object} options
 * @param {string} options.entry
 * @param {string} options.outputFolder
 * @param {string} options.outputFile
 * @param {'es' | 'cjs'} [options.format]
 * @param {string} [options.target]
 * @param {string} [options.banner]
 * @param {boolean} [options.sourcemap]
 * @returns {import('vite').InlineConfig}
 */
export function nodeProgram({
  entry,
  outputFolder,
  outputFile,
  format = 'es',
  target = NODE_VERSION,
  banner,
  sourcemap = false,
}) {
  return {
    ...common(),
    root: PROJECT_FOLDER,
    publicDir: false,
    plugins: [newBuffersForOld()],
    // CommonJS packages among the dependencies use these; an ES module has them under other names.
    ...(format === 'es'
      ? { define: { __filename: 'import.meta.filename', __dirname: 'import.meta.dirname' } }
      : {}),
    ssr: { target: 'node', noExternal: true, external: ['electron'] },
    build: {
      ...commonBuild(outputFolder),
      ssr: path.join(PROJECT_FOLDER, entry),
      target,
      sourcemap,
      minify: false,
      rolldownOptions: {
        output: { format, entryFileNames: outputFile, codeSplitting: false, ...(banner ? { banner } : {}) },
      },
    },
  };
}

/**
 * The `ipp` package calls `new Buffer(size)`, about which Node warns whoever is not in node_modules.
 * @returns {import('vite').Plugin}
 */
function newBuffersForOld() {
  return {
    name: 'new-buffers-for-old',
    transform: (code, id) =>
      id.replaceAll('\\', '/').includes('/node_modules/ipp/')
        ? { code: code.replaceAll('new Buffer(', 'Buffer.alloc('), map: null }
        : null,
  };
}

/** @returns {Promise<import('vite').InlineConfig>} */
async function rendererProgram() {
  const { default: react } = await import('@vitejs/plugin-react');
  return {
    ...common(),
    root: path.join(PROJECT_FOLDER, 'renderer'),
    // Relative, as the page is opened from the folder it was built into.
    base: './',
    plugins: [react()],
    build: { ...commonBuild('out/renderer'), target: CHROMIUM_VERSION, chunkSizeWarningLimit: 4000 },
  };
}

/** @returns {import('vite').InlineConfig} */
function common() {
  return { configFile: false, logLevel: 'warn', mode: 'production' };
}

/** @param {string} outputFolder */
function commonBuild(outputFolder) {
  return { outDir: path.join(PROJECT_FOLDER, outputFolder), emptyOutDir: true, reportCompressedSize: false };
}
