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

type IsDoubtful = (cell: Cell, observation: Observation, index: number) => boolean;

export interface ProbeBench {
  /**
   * Runs all cells at once; one result for each, in their order. Whoever gives a doubt, or is past a limit, runs once
   * more alone: together the cells take processor time from each other, and the machine may be busy besides.
   */
  readonly run: (cells: readonly Cell[], isDoubtful?: IsDoubtful) => Promise<readonly CellCost[]>;
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
  return {
    run: (cells, isDoubtful = () => false) => runTogether({ child, died }, cells, isDoubtful),
    close: () => ended(child),
  };
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

async function runTogether(
  subject: Subject,
  cells: readonly Cell[],
  isDoubtful: IsDoubtful,
): Promise<readonly CellCost[]> {
  const together = costsOf(cells, await runOnce(subject, cells));
  const measured: CellCost[] = [];
  // Where the test is red already, one more try each is enough to tell who else is to blame.
  let isBroken = false;
  for (const [index, first] of together.entries()) {
    const [cell] = cells.slice(index, index + 1);
    if (cell === undefined) break;
    const isFine = (cost: CellCost) => isWithinLimits(cost) && !isDoubtful(cell, cost.observation, index);
    const last: CellCost = isFine(first)
      ? first
      : await runAlone(subject, cell, isFine, isBroken ? 1 : TRIES);
    isBroken ||= !isFine(last);
    measured.push(last);
  }
  return measured;
}

/** A fault of a probe shows each time. */
async function runAlone(
  subject: Subject,
  cell: Cell,
  isFine: (cost: CellCost) => boolean,
  mostTries: number,
): Promise<CellCost> {
  for (let tries = 1; ; tries += 1) {
    const [cost] = costsOf([cell], await runOnce(subject, [cell]));
    if (cost === undefined) throw new Error(`no observation of ${cell.kind}`);
    if (tries === mostTries || isFine(cost)) return cost;
  }
}

function costsOf(cells: readonly Cell[], { observations, ...cost }: Cost): readonly CellCost[] {
  return cells.map((cell, index) => {
    const observation = observations[index];
    if (observation === undefined) throw new Error(`no observation of ${cell.kind}`);
    return { ...cost, observation, lateness: lateness(cell, observation, cost) };
  });
}

async function runOnce({ child, died }: Subject, cells: readonly Cell[]): Promise<Cost> {
  child.send([...cells]);
  const signal = AbortSignal.timeout(ENDLESS_MS);
  const [cost] = (await Promise.race([once(child, 'message', { signal }), died])) as [Cost];
  return cost;
}

function isWithinLimits(cost: CellCost): boolean {
  return (
    cost.lateness < LIMITS.lateness &&
    cost.grownBytes < LIMITS.grownBytes &&
    cost.blockedMs < LIMITS.blockedMs
  );
}

async function ended(child: ChildProcess): Promise<void> {
  const exited = once(child, 'exit');
  child.disconnect();
  await exited;
}
