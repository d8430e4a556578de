/** One run on screen: started or opened, its rows as they come, and what the person has opened of it. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Bridge, BridgeError, RunProgress } from '../../../src/contract/bridge.ts';
import type { PlannedCheck } from '../../../src/contract/check.ts';
import type { Run, RunEvent } from '../../../src/contract/run.ts';
import type { Site } from '../../../src/contract/site.ts';
import type { Stage, Viewpoint } from '../../../src/contract/words.ts';
import { attempt } from '../../call.ts';
import type { Narrowing } from './items.ts';
import { createPacer } from './pacer.ts';
import { bestSection, groupChecks, plannedOf } from './rows.ts';
import { applyEvents, type Progress } from './run-events.ts';

export interface RunChoice {
  readonly viewpoint: Viewpoint;
  readonly stage: Stage;
  readonly indirect: boolean;
  readonly localAddress: string | null;
  /** Why this place in spite of the warning. */
  readonly placeReason: string | null;
  /** Only these checks, as of a request that is tested again; null: all of the plan. */
  readonly only: readonly string[] | null;
}

export interface RunHooks {
  readonly onStarted: (siteId: string, runId: string) => void;
  /** Told of every run that has come to its end and was saved. */
  readonly onFinished: (run: Run) => void;
}

export interface ResultsState extends Progress {
  readonly status: 'empty' | 'starting' | 'running' | 'stopping' | 'done';
  readonly site: Site | null;
  readonly choice: RunChoice | null;
  readonly runId: string | null;
  /** Milliseconds since the epoch at which this window saw the run begin; null for a run opened from disk. */
  readonly startedAtMs: number | null;
  readonly checks: readonly PlannedCheck[];
  readonly run: Run | null;
  readonly failure: {
    readonly action: 'start' | 'cancel' | 'show' | 'save';
    readonly error: BridgeError;
  } | null;
  readonly narrowing: Narrowing;
  readonly opened: ReadonlySet<string>;
  readonly folded: ReadonlySet<string>;
  readonly start: (site: Site, choice: RunChoice) => Promise<boolean>;
  /** Runs these checks again and keeps the other results of the finished run. */
  readonly again: (checkIds: readonly string[]) => Promise<void>;
  readonly cancel: () => Promise<void>;
  readonly show: (siteId: string, runId: string) => Promise<void>;
  /** Forgets what is shown, unless a run goes on. */
  readonly clear: () => void;
  readonly narrow: (change: Partial<Narrowing>) => void;
  readonly toggleRow: (checkId: string) => void;
  readonly toggleGroup: (groupId: string) => void;
}

export type ResultsStore = StoreApi<ResultsState>;

/** Thousands of rows are counted at each redraw, and nobody reads faster than this. */
const REDRAW_INTERVAL_MS = 200;
const EVERYTHING: Narrowing = { chip: 'all', only: null, query: '' };
const FRESH = {
  results: new Map(),
  running: new Set<string>(),
  controls: [],
  run: null,
  failure: null,
  narrowing: EVERYTHING,
  opened: new Set<string>(),
} as const;

export function createResultsStore(bridge: Bridge, { onStarted, onFinished }: RunHooks): ResultsStore {
  const store = createStore<ResultsState>()((set, get) => {
    /** Progress that overtook the answer to the start. */
    let early: RunProgress[] = [];

    bridge.onRunProgress((progress) => {
      const { runId, status } = get();
      if (progress.runId === runId) take(progress);
      else if (status === 'starting') early.push(progress);
    });

    const pacer = createPacer(REDRAW_INTERVAL_MS, (events: readonly RunEvent[]) => {
      const { results, running, controls } = get();
      set(applyEvents({ results, running, controls }, events));
    });

    function take(progress: RunProgress): void {
      if (progress.finished === null && progress.error === null) {
        pacer.add(progress.events);
        return;
      }
      const { results, running, controls } = get();
      finish(applyEvents({ results, running, controls }, [...pacer.drain(), ...progress.events]), progress);
    }

    function finish(next: Progress, { finished, error }: RunProgress): void {
      set({
        ...next,
        ...(finished === null ? {} : { run: finished, ...resultsOf(finished) }),
        status: 'done',
        running: new Set(),
        failure: error === null ? null : { action: 'save', error },
      });
      if (finished !== null && error === null) onFinished(finished);
    }

    async function begin(site: Site, choice: RunChoice, again: { runId: string; checkIds: string[] } | null) {
      early = [];
      // What is run again carries the other results over, whatever the first run was limited to.
      const only = again === null && choice.only !== null ? [...choice.only] : null;
      const reply = await attempt(() => bridge.startRun({ siteId: site.id, ...choice, only, again }));
      if (!reply.ok) {
        set({
          status: get().run === null ? 'empty' : 'done',
          failure: { action: 'start', error: reply.error },
        });
        return false;
      }
      const { runId, checks } = reply.value;
      set({ status: 'running', runId, checks, startedAtMs: Date.now() });
      onStarted(site.id, runId);
      for (const progress of early.filter((waiting) => waiting.runId === runId)) take(progress);
      early = [];
      return true;
    }

    return {
      ...FRESH,
      status: 'empty',
      site: null,
      choice: null,
      runId: null,
      startedAtMs: null,
      checks: [],
      folded: new Set(),
      async start(site, choice) {
        if (isBusy(get())) return false;
        set({ ...FRESH, status: 'starting', site, choice, runId: null, checks: [] });
        const started = await begin(site, choice, null);
        if (started) set({ folded: foldedAtFirst(get().checks, site) });
        return started;
      },
      async again(checkIds) {
        const { site, choice, run, results } = get();
        if (isBusy(get()) || site === null || choice === null || run === null || checkIds.length === 0)
          return;
        const kept = new Map(results);
        for (const id of checkIds) kept.delete(id);
        set({ status: 'starting', failure: null, runId: null, results: kept, run: null });
        const started = await begin(site, choice, { runId: run.id, checkIds: [...checkIds] });
        // Nothing was run, so what was known before is still what is known.
        if (!started) set({ status: 'done', runId: run.id, results, run });
      },
      async cancel() {
        const { runId, status } = get();
        if (runId === null || status !== 'running') return;
        set({ status: 'stopping' });
        const reply = await attempt(() => bridge.cancelRun({ runId }));
        if (!reply.ok && get().status === 'stopping') {
          set({ status: 'running', failure: { action: 'cancel', error: reply.error } });
        }
      },
      async show(siteId, runId) {
        if (isBusy(get())) return;
        const reply = await attempt(() => bridge.getRun({ siteId, runId }));
        if (!reply.ok) return set({ failure: { action: 'show', error: reply.error } });
        const run = reply.value;
        const checks = run.checks.map((result) => plannedOf(result, run.viewpoint));
        set({
          ...FRESH,
          status: 'done',
          site: run.profile,
          choice: {
            viewpoint: run.viewpoint,
            stage: run.stage,
            indirect: run.checks.some(({ proof }) => proof === 'indirect'),
            localAddress: run.place.localAddress,
            placeReason: run.place.reason ?? null,
            only: null,
          },
          runId: run.id,
          startedAtMs: null,
          checks,
          run,
          ...resultsOf(run),
          folded: foldedAtFirst(checks, run.profile),
        });
      },
      clear() {
        if (isBusy(get())) return;
        set({
          ...FRESH,
          status: 'empty',
          site: null,
          choice: null,
          runId: null,
          startedAtMs: null,
          checks: [],
        });
      },
      narrow: (change) => set({ narrowing: { ...get().narrowing, ...change } }),
      toggleRow: (checkId) => set({ opened: toggled(get().opened, checkId) }),
      toggleGroup: (groupId) => set({ folded: toggled(get().folded, groupId) }),
    };
  });
  return store;
}

export function isBusy({ status }: Pick<ResultsState, 'status'>): boolean {
  return status === 'starting' || status === 'running' || status === 'stopping';
}

function resultsOf(run: Run) {
  return { results: new Map(run.checks.map((result) => [result.id, result])), controls: run.controls };
}

/** Groups about which this place says nothing are folded until someone asks. */
function foldedAtFirst(checks: readonly PlannedCheck[], site: Site): ReadonlySet<string> {
  const silent = groupChecks(checks, site).filter((group) => bestSection(group) === 'elsewhere');
  return new Set(silent.map(({ id }) => id));
}

function toggled(set: ReadonlySet<string>, value: string): ReadonlySet<string> {
  const next = new Set(set);
  if (!next.delete(value)) next.add(value);
  return next;
}
