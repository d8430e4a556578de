import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const PROJECT_FOLDER = path.resolve(import.meta.dirname, '../..');
const CRUISER = path.join(PROJECT_FOLDER, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
const RULES = path.join(PROJECT_FOLDER, 'build/boundaries.cjs');

/** Where a file of the fixture lives, the line it holds, and the rules that must report it. */
type Case = readonly [folder: string, line: string, ...rules: string[]];

const FORBIDDEN: readonly Case[] = [
  ['src/contract', "import '../plan/a.ts';", 'contract-imports-only-its-row'],
  ['src/contract', "import 'node:fs';", 'contract-imports-only-its-row'],
  ['src/requirements', "import 'zod';", 'requirements-imports-only-its-row'],
  ['src/plan', "import '../requirements/a.ts';", 'plan-imports-only-its-row'],
  ['src/plan', "import type { a } from '../probes/a.ts';", 'plan-imports-only-its-row'],
  ['src/verdict', "import '../probes/a.ts';", 'verdict-imports-only-its-row'],
  ['src/report', "import 'node:fs/promises';", 'report-imports-only-its-row'],
  ['src/probes/wire', "import '../../contract/a.ts';", 'wire-imports-only-its-row'],
  ['src/probes/wire', "import 'node:buffer';", 'wire-imports-only-its-row'],
  ['src/probes', "import '../verdict/a.ts';", 'probes-imports-only-its-row'],
  ['src/probes', "import 'react';", 'probes-imports-only-its-row'],
  ['src/standin', "import '../probes/a.ts';", 'standin-imports-only-its-row'],
  ['src/run', "import '../report/a.ts';", 'run-imports-only-its-row'],
  ['src/cli', "import 'electron';", 'cli-imports-only-its-row', 'electron-only-in-electron'],
  ['src/unheard-of', "import '../contract/a.ts';", 'src-has-known-parts'],
  ['electron', "import '../renderer/ui/a.ts';", 'electron-imports-only-its-row'],
  ['electron', "import 'react';", 'electron-imports-only-its-row'],
  ['renderer', "import '../electron/a.ts';", 'renderer-imports-only-its-row'],
  ['renderer', "import '../src/probes/a.ts';", 'renderer-imports-only-its-row'],
  ['renderer', "import 'node:fs';", 'renderer-imports-only-its-row'],
  ['renderer', "import 'electron';", 'renderer-imports-only-its-row', 'electron-only-in-electron'],
  ['renderer/ui', "import '../../src/contract/a.ts';", 'renderer-ui-imports-only-its-row'],
  ['renderer/ui', "import 'zustand';", 'renderer-ui-imports-only-its-row'],
  ['renderer/features/sites', "import '../visit/a.ts';", 'features-do-not-import-each-other'],
  ['build', "import '../test/support/a.ts';", 'nothing-imports-test'],
  ['src/contract', "import './missing.ts';", 'everything-resolves'],
];

const ALLOWED: readonly Case[] = [
  ['src/contract', "import 'zod';"],
  ['src/requirements', "import '../../assets/requirements/a.json';"],
  ['src/plan', "import type { a } from '../contract/a.ts';"],
  ['src/report', "import css from '../../assets/print/a.css?raw';"],
  ['src/probes', "import 'node:net'; import './wire/a.ts'; import 'net-snmp';"],
  ['src/standin', "import 'node:http'; import '../probes/wire/a.ts';"],
  ['src/run', "import '../plan/a.ts'; import '../probes/a.ts'; import '../verdict/a.ts';"],
  ['src/cli', "import '../run/a.ts'; import '../report/a.ts'; import 'node:fs'; import 'commander';"],
  ['electron', "import 'electron'; import '../src/run/a.ts'; import 'node:path';"],
  ['renderer', "import './features/sites/a.ts'; import 'zustand'; import '../src/report/a.ts';"],
  ['renderer/ui', "import 'react'; import '@mantine/core';"],
  ['renderer/features/sites', "import '../../ui/a.ts';"],
];

const CYCLE = { 'src/plan/one.ts': "import './two.ts';", 'src/plan/two.ts': "import './one.ts';" };

const PRELOAD = [
  "import { contextBridge } from 'electron';",
  "import type { a } from '../src/contract/a.ts';",
  "import { b } from '../src/contract/b.ts';",
  "import '../src/plan/a.ts';",
].join('\n');

const PARTS = [
  ...[
    'contract',
    'requirements',
    'plan',
    'verdict',
    'report',
    'probes',
    'probes/wire',
    'standin',
    'run',
    'cli',
  ].map((part) => `src/${part}`),
  'electron',
  'renderer/ui',
  'renderer/features/sites',
  'renderer/features/visit',
  'test/support',
];

const LIBRARIES = ['zod', 'react', 'zustand', 'electron', 'commander', 'net-snmp', '@mantine/core'];

interface Violation {
  readonly from: string;
  readonly rule: { readonly name: string };
}

let folder: string;
let violations: readonly Violation[];

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'sitecheck-boundaries-'));
  for (const part of PARTS) write(`${part}/a.ts`, 'export const a = 1;');
  for (const name of LIBRARIES) {
    write(`node_modules/${name}/package.json`, JSON.stringify({ name, main: 'index.js' }));
    write(`node_modules/${name}/index.js`, '');
  }
  write('assets/requirements/a.json', '{}');
  write('assets/print/a.css', '');
  write('src/contract/b.ts', 'export const b = 1;');
  write('electron/preload.ts', PRELOAD);
  for (const [file, line] of Object.entries(CYCLE)) write(file, line);
  FORBIDDEN.forEach((testCase, index) => {
    write(fileOf('forbidden', testCase, index), testCase[1]);
  });
  ALLOWED.forEach((testCase, index) => {
    write(fileOf('allowed', testCase, index), testCase[1]);
  });
  violations = await cruise();
}, 60_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the boundary rules', () => {
  test.each(FORBIDDEN.map((testCase, index) => ({ testCase, index })))(
    'report $testCase.0 when it says $testCase.1',
    ({ testCase, index }) => {
      const [, , ...rules] = testCase;
      expect(rulesFor(fileOf('forbidden', testCase, index))).toEqual([...rules].sort());
    },
  );

  test.each(ALLOWED.map((testCase, index) => ({ testCase, index })))(
    'let $testCase.0 say $testCase.1',
    ({ testCase, index }) => {
      expect(rulesFor(fileOf('allowed', testCase, index))).toEqual([]);
    },
  );

  test('report a cycle once', () => {
    const cycles = violations.filter(({ rule }) => rule.name === 'no-cycles');
    expect(cycles).toHaveLength(1);
    expect(Object.keys(CYCLE)).toContain(cycles[0]?.from);
  });

  test('let the preload take types from contract, and nothing else from src/', () => {
    expect(rulesFor('electron/preload.ts')).toEqual([
      'preload-imports-only-its-row',
      'preload-takes-only-types-from-contract',
      'preload-takes-only-types-from-contract',
    ]);
  });
});

function fileOf(kind: string, [part]: Case, index: number): string {
  return `${part}/${kind}-${index}.ts`;
}

function rulesFor(file: string): readonly string[] {
  return violations
    .filter(({ from }) => from === file)
    .map(({ rule }) => rule.name)
    .sort();
}

function write(file: string, content: string): void {
  const full = path.join(folder, file);
  mkdirSync(path.dirname(full), { recursive: true });
  writeFileSync(full, `${content}\n`);
}

async function cruise(): Promise<readonly Violation[]> {
  const folders = ['src', 'electron', 'renderer', 'test', 'build'];
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [CRUISER, '--config', RULES, '--output-type', 'json', ...folders],
    { cwd: folder, maxBuffer: 64 * 1024 * 1024 },
  );
  return JSON.parse(stdout).summary.violations;
}
