/** Owns deadlines, retries, cancellation, clock, local address, phase and trace of every probe. Never throws. */
import { setMaxListeners } from 'node:events';
import type { Observation, ProbeFacts, ProbeOptions } from '../contract/facts.ts';
import type { ProbeKind } from '../contract/words.ts';
import { type AttemptResult, runAttempt } from './attempt.ts';
import { connectBudgetMs } from './connect-budget.ts';
import { createDelayMeter } from './own-delay.ts';
import type { Probe, ProbeTarget } from './probe.ts';
import { PROBES, type ProbeTable } from './registry.ts';
import { createResolver, type Resolve } from './resolve.ts';
import { createTrace } from './trace.ts';

export interface RunnerOptions {
  /** The longest wait for a connection (on Windows see connect-budget.ts), and the budget of the talk after it. */
  readonly timeoutMs: number;
  /** How often silence is asked again; an answer of any kind ends the asking. */
  readonly attempts: number;
  readonly localAddress: string | null;
  /** Cancels everything that runs. */
  readonly signal: AbortSignal;
}

export interface Runner {
  /** Probes once, with retries on silence. Resolves always, to plain JSON. */
  readonly observe: <K extends ProbeKind>(
    kind: K,
    target: ProbeTarget,
    options: ProbeOptions<K>,
  ) => Promise<Observation>;
  /** Whether nothing, not even a refusal, has come from this host yet. */
  readonly isSilent: (host: string) => boolean;
}

/** One runner for one run: it remembers the names it resolved and the best round trip to each host. */
export function createRunner(
  { timeoutMs, attempts, localAddress, signal }: RunnerOptions,
  probes: ProbeTable = PROBES,
  resolve: Resolve = createResolver(),
): Runner {
  setMaxListeners(0, signal);
  const bestRttMs = new Map<string, number>();
  const heard = new Set<string>();
  const watchDelay = createDelayMeter();

  function learn(host: string, rttMs: number | null): void {
    if (rttMs === null) return;
    heard.add(host);
    bestRttMs.set(host, Math.min(rttMs, bestRttMs.get(host) ?? rttMs));
  }

  async function observe<K extends ProbeKind>(
    kind: K,
    target: ProbeTarget,
    options: ProbeOptions<K>,
  ): Promise<Observation> {
    const startedAt = new Date().toISOString();
    const startMs = performance.now();
    const trace = createTrace();
    const probe: Probe<K> = probes[kind];
    let attempt = 0;
    let result: AttemptResult<K>;
    do {
      attempt += 1;
      if (attempt > 1) trace.add(`attempt ${attempt}`);
      result = await runAttempt(probe, target, options, {
        connectMs: connectBudgetMs(timeoutMs, bestRttMs.get(target.host)),
        patience: { timeoutMs, attempts },
        localAddress,
        resolve,
        trace: trace.add,
        watchDelay,
        onConnected: () => void heard.add(target.host),
        signal,
      });
      learn(target.host, result.rttMs);
    } while (isSilence(result) && attempt < attempts);
    const base = {
      rttMs: result.rttMs === null ? null : round(result.rttMs),
      ...(result.ownDelayMs === null ? {} : { ownDelayMs: round(result.ownDelayMs) }),
      attempts: result.measure?.attempts ?? attempt,
      durationMs: round(performance.now() - startMs),
      startedAt,
      trace: trace.lines(),
    };
    if (result.outcome === 'cancelled') return { ...base, kind, outcome: 'cancelled' };
    if (result.outcome === 'failed') return { ...base, kind, outcome: 'failed', failure: result.failure };
    return answered(base, kind, result.facts);
  }

  return { observe, isSilent: (host) => !heard.has(host) };
}

/** Nothing came back at all: the only thing that is worth asking again. */
function isSilence<K extends ProbeKind>(result: AttemptResult<K>): boolean {
  if (result.outcome !== 'failed') return false;
  const { phase, code } = result.failure;
  return (phase === 'resolve' || phase === 'connect') && (code === 'timeout' || code === 'ETIMEDOUT');
}

type Base = Pick<Observation, 'rttMs' | 'ownDelayMs' | 'attempts' | 'durationMs' | 'startedAt' | 'trace'>;

/** TypeScript does not follow that `kind` and `facts` belong to one K; the registry guarantees it. */
function answered<K extends ProbeKind>(base: Base, kind: K, facts: ProbeFacts<K>): Observation {
  return { ...base, kind, outcome: 'answered', facts } as Observation;
}

/** Microseconds are more than a clock of an operating system can promise. */
function round(milliseconds: number): number {
  return Math.round(milliseconds * 1000) / 1000;
}
