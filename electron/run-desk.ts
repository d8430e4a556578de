/** The one run that goes on: started, cancelled, reported to the window, saved before it is called finished. */
import type { RunProgress } from '../src/contract/bridge.ts';
import type { PlannedCheck } from '../src/contract/check.ts';
import type { Run } from '../src/contract/run.ts';
import type { RunOpening } from '../src/contract/run-journal.ts';
import type { Language } from '../src/contract/words.ts';
import type { RunRequest } from '../src/run/run-request.ts';
import type { RunHooks } from '../src/run/run-site.ts';
import { BridgeFailure, toBridgeError } from './failure.ts';
import { createProgressBatch } from './progress-batch.ts';
import { NO_JOURNAL, type RunJournal } from './store/run-journals.ts';

/** About three frames: quick enough to look live, slow enough to let a window of 1,000 rows breathe. */
const PROGRESS_INTERVAL_MS = 50;

export interface RunDeskOptions {
  readonly plan: (request: RunRequest) => Promise<readonly PlannedCheck[]>;
  readonly run: (request: RunRequest, hooks: RunHooks) => Promise<Run>;
  /** Where each answer is written as it comes, so that a crash loses none; a failure leaves the run without it. */
  readonly openJournal: (opening: RunOpening) => Promise<RunJournal>;
  readonly save: (run: Run) => Promise<void>;
  readonly tell: (progress: RunProgress) => void;
  readonly language: () => Language;
  readonly log: (error: unknown) => void;
  /** Keeps the laptop awake; the answer lets it sleep again. */
  readonly stayAwake: () => () => void;
  /** How much is done, from 0 to 1; null when nothing runs. */
  readonly showProgress: (fraction: number | null) => void;
}

export interface RunDesk {
  /** Answers with the plan before the first event is told. Throws `busy` while another run goes on. */
  readonly start: (
    prepare: () => Promise<RunRequest>,
  ) => Promise<{ runId: string; checks: readonly PlannedCheck[] }>;
  /** Ends the run, if it is the one that goes on; says whether it has ever been started here. */
  readonly cancel: (runId: string) => boolean;
  readonly isBusy: () => boolean;
  /** Cancels what goes on and waits until it is saved. */
  readonly close: () => Promise<void>;
}

export function createRunDesk(options: RunDeskOptions): RunDesk {
  const started = new Set<string>();
  let busy = false;
  let active: {
    readonly runId: string;
    readonly controller: AbortController;
    readonly done: Promise<void>;
  } | null = null;

  async function start(prepare: () => Promise<RunRequest>) {
    if (busy) throw new BridgeFailure('busy', ALREADY_RUNNING);
    busy = true;
    try {
      const request = await prepare();
      const checks = await options.plan(request);
      const controller = new AbortController();
      started.add(request.runId);
      active = { runId: request.runId, controller, done: carryOut(request, checks, controller.signal) };
      return { runId: request.runId, checks };
    } catch (error) {
      busy = false;
      throw error;
    }
  }

  async function carryOut(request: RunRequest, checks: readonly PlannedCheck[], signal: AbortSignal) {
    // The answer to the start goes out first: the window must know the run before it hears of it.
    await new Promise((resolve) => setImmediate(resolve));
    const letSleep = options.stayAwake();
    const toProbe = countProbes(request, checks);
    let results = 0;
    const batch = createProgressBatch(PROGRESS_INTERVAL_MS, (events) => {
      options.showProgress(toProbe === 0 ? 1 : Math.min(1, results / toProbe));
      options.tell({ runId: request.runId, events, finished: null, error: null });
    });
    let finished: Run | null = null;
    let failure: unknown = null;
    let journal = NO_JOURNAL;
    try {
      finished = await options.run(request, {
        signal,
        async onOpen(opening, carried) {
          journal = await options.openJournal(opening).catch((error: unknown) => {
            options.log(error);
            return NO_JOURNAL;
          });
          for (const result of carried.results) journal.add({ kind: 'result', result });
          for (const control of carried.controls) journal.add({ kind: 'control', control });
        },
        onEvent: (event) => {
          if (event.kind !== 'started') journal.add(event);
          if (event.kind === 'result') results += 1;
          batch.add(event);
        },
      });
      const { interrupted, finishedAt } = finished;
      journal.add({ kind: 'end', interrupted, finishedAt });
      await options.save(finished);
      await journal.remove().catch(options.log);
    } catch (error) {
      failure = error;
      options.log(error);
      await journal.close().catch(options.log);
    }
    letSleep();
    options.showProgress(null);
    active = null;
    busy = false;
    const error = failure === null ? null : toBridgeError(failure, options.language());
    options.tell({ runId: request.runId, events: batch.take(), finished, error });
  }

  return {
    start,
    isBusy: () => busy,
    cancel(runId) {
      if (active?.runId === runId) active.controller.abort();
      return started.has(runId);
    },
    async close() {
      active?.controller.abort();
      await active?.done;
    },
  };
}

function countProbes({ again }: RunRequest, checks: readonly PlannedCheck[]): number {
  const probed = checks.filter((check) => check.action.kind === 'probe');
  if (again === undefined) return probed.length;
  const ids = new Set(again.checkIds);
  return probed.filter((check) => ids.has(check.id)).length;
}

const ALREADY_RUNNING = {
  ru: 'Проверки уже идут. Дождитесь их конца или остановите их.',
  en: 'A run is already going on. Wait for its end or stop it.',
};
