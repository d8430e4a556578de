/** Starts the program that runs probes apart from everything, and hands it batches of cells, for tests. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'vite';
import { nodeProgram } from '../../build/bundle/targets.mjs';
import { PROJECT_FOLDER } from '../../build/setup/places.mjs';
import type { Observation } from '../../src/contract/facts.ts';
import type { Probe } from '../../src/probes/probe.ts';
import { PROBES } from '../../src/probes/registry.ts';
import type { Cell, Cost } from './probe-subject.ts';

/** What one cell took and cost, alone or together with all others: what holds of all holds of each. */
export interface CellCost extends Omit<Cost, 'observations' | 'starvedMs'> {
  readonly observation: Observation;
  /** The share of its time that the cell took. */
  readonly lateness: number;
}

export interface ProbeBench {
  /** Runs all cells at once; one result for each, in their order. */
  readonly run: (cells: readonly Cell[]) => Promise<readonly CellCost[]>;
  readonly close: () => Promise<void>;
}

const MEBIBYTE = 1024 * 1024;
export const LIMITS = { grownBytes: 20 * MEBIBYTE, blockedMs: 50, lateness: 1.2 };
const TRIES = 3;
/** No probe takes so long with the timeouts of these tests: one of them never ends. */
const ENDLESS_MS = 50_000;
const OUTPUT_FILE = 'probe-subject.mjs';

export async function startProbeBench(): Promise<ProbeBench> {
  const folder = await mkdtemp(path.join(PROJECT_FOLDER, 'node_modules', '.bench-'));
  const outputFolder = path.relative(PROJECT_FOLDER, folder);
  const entry = 'test/servers/probe-subject.ts';
  await build({ ...nodeProgram({ entry, outputFolder, outputFile: OUTPUT_FILE }), logLevel: 'error' });
  const child = fork(path.join(folder, OUTPUT_FILE), {
    execArgv: ['--expose-gc'],
    serialization: 'advanced',
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const died = new Promise<never>((_resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the program with the probes ended with ${code}`)));
  });
  died.catch(() => {});
  await Promise.race([once(child, 'message'), died]);
  await rm(folder, { recursive: true });
  return { run: (cells) => runWithinLimits({ child, died }, cells), close: () => ended(child) };
}

interface Subject {
  readonly child: ChildProcess;
  readonly died: Promise<never>;
}

/** What the probe asks of the runner for its talk; the handshake of loopback takes no time. */
function promisedMs({ kind, timeoutMs, waits }: Cell): number {
  const probe: Pick<Probe<typeof kind>, 'talkMs'> = PROBES[kind];
  const talkMs = probe.talkMs?.({ timeoutMs, attempts: 1 }) ?? timeoutMs;
  return waits === undefined ? talkMs : Math.min(talkMs, waits * timeoutMs);
}

function lateness(cell: Cell, { durationMs }: Observation, { starvedMs }: Pick<Cost, 'starvedMs'>): number {
  return (durationMs - starvedMs) / promisedMs(cell);
}

/**
 * Together the cells take processor time from each other, and the machine may be busy besides: whoever is past a limit
 * then runs alone, at most three times. A fault of a probe shows each time.
 */
async function runWithinLimits(subject: Subject, cells: readonly Cell[]): Promise<readonly CellCost[]> {
  const { observations, ...cost } = await runOnce(subject, cells);
  const measured: CellCost[] = [];
  const isCheap = isWithinLimits(cost);
  for (const [index, cell] of cells.entries()) {
    const observation = observations[index];
    if (observation === undefined) throw new Error(`no observation of ${cell.kind}`);
    const together = { observation, lateness: lateness(cell, observation, cost) };
    const isFine = isCheap && together.lateness < LIMITS.lateness;
    measured.push(isFine ? { ...cost, ...together } : await runAlone(subject, cell));
  }
  return measured;
}

async function runAlone(subject: Subject, cell: Cell): Promise<CellCost> {
  for (let tries = 1; ; tries += 1) {
    const { observations, ...cost } = await runOnce(subject, [cell]);
    const [observation] = observations;
    if (observation === undefined) throw new Error(`no observation of ${cell.kind}`);
    const measured = { ...cost, observation, lateness: lateness(cell, observation, cost) };
    if (tries === TRIES || (isWithinLimits(cost) && measured.lateness < LIMITS.lateness)) return measured;
  }
}

async function runOnce({ child, died }: Subject, cells: readonly Cell[]): Promise<Cost> {
  child.send([...cells]);
  const signal = AbortSignal.timeout(ENDLESS_MS);
  const [cost] = (await Promise.race([once(child, 'message', { signal }), died])) as [Cost];
  return cost;
}

function isWithinLimits({ grownBytes, blockedMs }: Pick<Cost, 'grownBytes' | 'blockedMs'>): boolean {
  return grownBytes < LIMITS.grownBytes && blockedMs < LIMITS.blockedMs;
}

async function ended(child: ChildProcess): Promise<void> {
  const exited = once(child, 'exit');
  child.disconnect();
  await exited;
}
