/** One attempt of one probe: a deadline for each phase, a race against the signal, and an end for every socket. */
import { setMaxListeners } from 'node:events';
import type { ProbeFailure, ProbePhase } from '../contract/check.ts';
import type { ProbeFacts, ProbeOptions } from '../contract/facts.ts';
import type { ProbeKind } from '../contract/words.ts';
import { toProbeError } from './errors.ts';
import type { WatchOwnDelay } from './own-delay.ts';
import { type Measure, type Patience, type Probe, ProbeError, type ProbeTarget } from './probe.ts';
import type { Resolve } from './resolve.ts';

export type AttemptResult<K extends ProbeKind> = {
  readonly rttMs: number | null;
  /** How late this computer was meanwhile; null where `rttMs` is no time of a connect. */
  readonly ownDelayMs: number | null;
  /** Set where the probe itself repeats its question. */
  readonly measure?: Measure | undefined;
} & (
  | { readonly outcome: 'answered'; readonly facts: ProbeFacts<K> }
  | { readonly outcome: 'failed'; readonly failure: ProbeFailure }
  | { readonly outcome: 'cancelled' }
);

export interface AttemptOptions {
  /** Budget of each entry into `connect`. */
  readonly connectMs: number;
  /** Its timeout is the budget of `resolve`, and of all phases after `connect` unless the probe asks for more. */
  readonly patience: Patience;
  readonly localAddress: string | null;
  readonly resolve: Resolve;
  readonly trace: (line: string) => void;
  readonly watchDelay: WatchOwnDelay;
  /** Called when the host has accepted a connection. */
  readonly onConnected?: () => void;
  readonly signal: AbortSignal;
}

/** After its deadline a probe may still hand in what it has; one that ignores the signal gets no more than this. */
const LAST_WORDS_MS = 30;
/** A dialler keeps the connect budget itself and goes on to the next address; this catches one that does not. */
const CONNECT_SLACK = 1.1;

/** Made once: a stack for each of hundreds of sockets would cost the time in which they must be gone. */
const CANCELLED = new ProbeError('cancelled', 'cancelled');
const OVER = new ProbeError('closed', 'the attempt is over');
const CUT_SHORT = { outcome: 'cancelled', rttMs: null, ownDelayMs: null } as const;

/** Never rejects. When it resolves, the context's signal is aborted, and with it every socket of the attempt. */
export async function runAttempt<K extends ProbeKind>(
  probe: Probe<K>,
  target: ProbeTarget,
  options: ProbeOptions<K>,
  { connectMs, patience, localAddress, resolve, trace, watchDelay, onConnected, signal }: AttemptOptions,
): Promise<AttemptResult<K>> {
  if (signal.aborted) return CUT_SHORT;
  const controller = new AbortController();
  setMaxListeners(0, controller.signal);
  const { timeoutMs } = patience;
  const talkMs = probe.talkMs?.(patience) ?? timeoutMs;
  const onDeadline = (phase: ProbePhase) => {
    controller.abort(new ProbeError('timeout', `the time for ${phase} is over`));
  };
  const budgets = { resolveMs: timeoutMs, connectMs, talkMs };
  const clock = createPhaseClock(budgets, onDeadline, watchDelay, onConnected);
  let measure: Measure | undefined;
  const times = (answered: boolean) =>
    measure === undefined
      ? { rttMs: clock.rttMs(answered), ownDelayMs: clock.ownDelayMs() }
      : { rttMs: measure.rttMs, ownDelayMs: null };
  const cancel = () => controller.abort(CANCELLED);
  signal.addEventListener('abort', cancel, { once: true });
  try {
    const facts = await withLastWords(
      probe.run(target, options, {
        signal: controller.signal,
        localAddress,
        resolve,
        enter: clock.enter,
        remainingMs: clock.remainingMs,
        patience,
        measured: (seen) => {
          measure = seen;
        },
        trace,
      }),
      controller.signal,
      signal,
    );
    if (signal.aborted) return CUT_SHORT;
    return { outcome: 'answered', facts, measure, ...times(true) };
  } catch (error) {
    if (signal.aborted) return CUT_SHORT;
    const { code, message } = toProbeError(error);
    const failure = { phase: clock.phase(), code, detail: message };
    trace(`${failure.phase}: ${code} ${message}`);
    return { outcome: 'failed', failure, measure, ...times(code === 'ECONNREFUSED') };
  } finally {
    clock.stop();
    signal.removeEventListener('abort', cancel);
    controller.abort(OVER);
  }
}

function withLastWords<T>(work: Promise<T>, attempt: AbortSignal, run: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    work.then(resolve, reject);
    attempt.addEventListener(
      'abort',
      () => {
        if (run.aborted) reject(attempt.reason);
        else setTimeout(() => reject(attempt.reason), LAST_WORDS_MS);
      },
      { once: true },
    );
  });
}

interface PhaseClock {
  readonly enter: (phase: ProbePhase) => void;
  readonly phase: () => ProbePhase;
  readonly remainingMs: () => number;
  /** Time of the last connect; null where it did not come to an answer. */
  readonly rttMs: (answered: boolean) => number | null;
  /** Of the same time; null where nothing was connected to. */
  readonly ownDelayMs: () => number | null;
  readonly stop: () => void;
}

interface PhaseBudgets {
  readonly resolveMs: number;
  readonly connectMs: number;
  readonly talkMs: number;
}

function createPhaseClock(
  { resolveMs, connectMs, talkMs }: PhaseBudgets,
  onDeadline: (phase: ProbePhase) => void,
  watchDelay: WatchOwnDelay,
  onConnected?: () => void,
): PhaseClock {
  let phase: ProbePhase = 'resolve';
  let connectedAtMs: number | null = null;
  let connectStartMs: number | null = null;
  let deadlineMs = 0;
  let endWatch: (() => number) | null = null;
  let ownDelayMs: number | null = null;
  let timer: NodeJS.Timeout | undefined;

  function restart(budgetMs: number, slack: number): void {
    clearTimeout(timer);
    deadlineMs = performance.now() + budgetMs;
    timer = setTimeout(() => onDeadline(phase), Math.ceil(budgetMs * slack));
  }

  function settleWatch(): void {
    if (endWatch !== null) ownDelayMs = endWatch();
    endWatch = null;
  }

  restart(resolveMs, 1);
  return {
    enter: (next) => {
      if (next === 'connect') {
        settleWatch();
        endWatch = watchDelay();
        connectStartMs = performance.now();
        restart(connectMs, CONNECT_SLACK);
      } else if (next === 'resolve') restart(resolveMs, 1);
      else if (phase === 'connect' || phase === 'resolve') {
        connectedAtMs = performance.now();
        settleWatch();
        if (connectStartMs !== null) onConnected?.();
        restart(talkMs, 1);
      }
      phase = next;
    },
    phase: () => phase,
    remainingMs: () => Math.max(0, deadlineMs - performance.now()),
    rttMs: (answered) => {
      if (connectStartMs === null) return null;
      if (connectedAtMs !== null) return connectedAtMs - connectStartMs;
      return phase === 'connect' && answered ? performance.now() - connectStartMs : null;
    },
    ownDelayMs: () => {
      settleWatch();
      return ownDelayMs;
    },
    stop: () => {
      clearTimeout(timer);
      settleWatch();
    },
  };
}
