/** A program that runs probes and nothing else, and tells what they cost: alone in its process, nothing else is counted. */
import { setTimeout as after } from 'node:timers/promises';
import type { Observation, ProbeOptions } from '../../src/contract/facts.ts';
import type { ProbeKind } from '../../src/contract/words.ts';
import type { ProbeTarget } from '../../src/probes/probe.ts';
import { createRunner } from '../../src/probes/runner.ts';

export interface Cell {
  readonly kind: ProbeKind;
  readonly target: ProbeTarget;
  readonly options: ProbeOptions<ProbeKind>;
  readonly timeoutMs: number;
  /** How many timeouts this may take, where the probe's own budget allows far more. */
  readonly waits?: number | undefined;
}

/** Of all cells of one batch together. */
export interface Cost {
  readonly observations: readonly Observation[];
  /** The most that could not be collected at any time, over what there was before. */
  readonly grownBytes: number;
  /** The longest time for which the event loop can have stood still. */
  readonly blockedMs: number;
  /** How long the process stood waiting for a processor. */
  readonly starvedMs: number;
  /** What keeps the process busy one second after the last observation, and did not before. */
  readonly left: readonly string[];
  /** What nobody caught. */
  readonly faults: readonly string[];
}

const TICK_MS = 2;
/** A timer is late by less on a machine with nothing else to do. */
const USUAL_DELAY_MS = 10;
const MEMORY_EVERY_MS = 60;
const GRACE_MS = 1000;
const GRACE_STEP_MS = 10;

const faults: string[] = [];
process.on('uncaughtException', (error) => faults.push(String(error.stack)));
process.on('unhandledRejection', (error) => faults.push(`unhandled: ${String(error)}`));
process.on('message', (cells: readonly Cell[]) => {
  void runBatch(cells).then((cost) => process.send?.(cost));
});
process.on('disconnect', () => process.exit());
process.send?.('ready');

async function runBatch(cells: readonly Cell[]): Promise<Cost> {
  const before = process.getActiveResourcesInfo();
  const watch = watchLoop();
  const observations = await Promise.all(cells.map(observeCell));
  const seen = watch.stop();
  return { observations, ...seen, left: await leftOver(before), faults: faults.splice(0) };
}

function observeCell({ kind, target, options, timeoutMs }: Cell): Promise<Observation> {
  const signal = new AbortController().signal;
  return createRunner({ timeoutMs, attempts: 1, localAddress: null, signal }).observe(kind, target, options);
}

/**
 * Between two ticks of a timer the loop went round at least once. On a busy machine the clock runs on while the process
 * waits for a processor, and the time that the process computed includes its helper threads: neither is shorter than
 * a standstill of the loop, so the lesser of the two is the fairer bound. The collector that is called here is not counted.
 */
function watchLoop() {
  let blockedMs = 0;
  let startMs = performance.now();
  let used = process.cpuUsage();
  const baseBytes = liveBytes();
  let grownBytes = 0;
  let starvedMs = 0;
  let sampledMs = startMs;
  function look(): void {
    const { user, system } = process.cpuUsage(used);
    const [passedMs, computedMs] = [performance.now() - startMs, (user + system) / 1000];
    blockedMs = Math.max(blockedMs, Math.min(passedMs, computedMs));
    const delayMs = passedMs - computedMs - TICK_MS;
    if (delayMs > USUAL_DELAY_MS) starvedMs += delayMs;
  }
  function sample(): void {
    grownBytes = Math.max(grownBytes, liveBytes() - baseBytes);
    sampledMs = performance.now();
  }
  const timer = setInterval(() => {
    look();
    if (performance.now() - sampledMs > MEMORY_EVERY_MS) sample();
    startMs = performance.now();
    used = process.cpuUsage();
  }, TICK_MS);
  return {
    stop: () => {
      look();
      clearInterval(timer);
      sample();
      return { blockedMs, grownBytes, starvedMs };
    },
  };
}

/** `external` includes the array buffers. */
function liveBytes(): number {
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

async function leftOver(before: readonly string[]): Promise<readonly string[]> {
  let left = surplus(before);
  for (let waitedMs = 0; left.length > 0 && waitedMs < GRACE_MS; waitedMs += GRACE_STEP_MS) {
    await after(GRACE_STEP_MS);
    left = surplus(before);
  }
  return left;
}

function surplus(before: readonly string[]): readonly string[] {
  const known = [...before];
  return process.getActiveResourcesInfo().filter((name) => {
    const at = known.indexOf(name);
    if (at !== -1) known.splice(at, 1);
    return at === -1;
  });
}
