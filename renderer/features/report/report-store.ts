/** The paper of a site: which runs stand on it, in which language, its preview, and where it was saved. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Bridge, BridgeError, RunSummary, UnreadableFile } from '../../../src/contract/bridge.ts';
import type { Paper } from '../../../src/contract/channels.ts';
import { standingRuns } from '../../../src/contract/standing-runs.ts';
import type { Language, Stage } from '../../../src/contract/words.ts';
import { attempt } from '../../call.ts';

export type SavedFormat = 'pdf' | 'csv' | 'json';
/** What this screen makes paper of; a request has a screen of its own. */
export type PaperKind = Exclude<Paper['kind'], 'request'>;
export type ReportAction = 'preview' | 'print' | 'save';

export interface ReportState {
  readonly siteId: string | null;
  readonly runs: readonly RunSummary[];
  readonly unreadable: readonly UnreadableFile[];
  readonly status: 'loading' | 'ready';
  /** The visit whose waivers, notes and signatures stand on the paper; without one there is no act. */
  readonly visitId: string | null;
  readonly kind: PaperKind;
  readonly chosen: ReadonlySet<string>;
  /** The stage of the chosen runs, where choosing one of it has just unticked those of the other stage. */
  readonly narrowedTo: Stage | null;
  readonly language: Language;
  /** Null while there is nothing to show. */
  readonly html: string | null;
  readonly working: 'print' | SavedFormat | null;
  readonly outcome: { readonly kind: 'saved'; readonly path: string } | { readonly kind: 'printed' } | null;
  readonly failure: { readonly action: ReportAction; readonly error: BridgeError } | null;
  readonly open: (subject: PaperSubject) => Promise<void>;
  readonly chooseKind: (kind: PaperKind) => Promise<void>;
  readonly toggleRun: (runId: string) => Promise<void>;
  readonly chooseLanguage: (language: Language) => Promise<void>;
  readonly print: () => Promise<void>;
  readonly save: (format: SavedFormat) => Promise<void>;
}

export interface PaperSubject {
  readonly siteId: string;
  readonly visitId: string | null;
  readonly kind: PaperKind;
  readonly language: Language;
}

export type ReportStore = StoreApi<ReportState>;

export function createReportStore(bridge: Bridge): ReportStore {
  return createStore<ReportState>()((set, get) => {
    /** Answers to an earlier choice come too late and are dropped. */
    let latest = 0;

    async function preview(): Promise<void> {
      latest += 1;
      const turn = latest;
      const paper = paperOf(get());
      set({ outcome: null, failure: null });
      if (paper === null) return set({ html: null });
      const reply = await attempt(() => bridge.previewReport({ paper, language: get().language }));
      if (turn !== latest) return;
      if (reply.ok) set({ html: reply.value.html });
      else set({ html: null, failure: { action: 'preview', error: reply.error } });
    }

    return {
      siteId: null,
      visitId: null,
      runs: [],
      unreadable: [],
      status: 'loading',
      kind: 'runs',
      chosen: new Set(),
      narrowedTo: null,
      language: 'ru',
      html: null,
      working: null,
      outcome: null,
      failure: null,
      async open({ siteId, visitId, kind, language }) {
        set({
          siteId,
          visitId,
          kind,
          language,
          status: 'loading',
          runs: [],
          chosen: new Set(),
          narrowedTo: null,
          html: null,
          outcome: null,
          failure: null,
        });
        const reply = await attempt(() => bridge.listRuns({ siteId }));
        if (get().siteId !== siteId) return;
        if (!reply.ok) return set({ status: 'ready', failure: { action: 'preview', error: reply.error } });
        const { runs, unreadable } = reply.value;
        const chosen = new Set(standingRuns(runs).map(({ id }) => id));
        set({ status: 'ready', runs, unreadable, chosen, kind: chosen.size === 0 ? 'blank' : kind });
        await preview();
      },
      async chooseKind(kind) {
        set({ kind });
        await preview();
      },
      async toggleRun(runId) {
        set(toggled(get(), runId));
        await preview();
      },
      async chooseLanguage(language) {
        set({ language });
        await preview();
      },
      async print() {
        const paper = paperOf(get());
        if (paper === null || get().working !== null) return;
        set({ working: 'print', outcome: null, failure: null });
        const reply = await attempt(() => bridge.printReport({ paper, language: get().language }));
        set({ working: null });
        if (!reply.ok) set({ failure: { action: 'print', error: reply.error } });
        else if (reply.value.printed) set({ outcome: { kind: 'printed' } });
      },
      async save(format) {
        const paper = paperOf(get());
        if (paper === null || get().working !== null) return;
        set({ working: format, outcome: null, failure: null });
        const reply = await attempt(() => bridge.saveReport({ paper, language: get().language, format }));
        set({ working: null });
        if (!reply.ok) set({ failure: { action: 'save', error: reply.error } });
        else if (reply.value !== null) set({ outcome: { kind: 'saved', path: reply.value.path } });
      },
    };
  });
}

/** What to make paper of, or null where nothing is chosen. Runs stand in the order of the list. */
export function paperOf(
  state: Pick<ReportState, 'siteId' | 'visitId' | 'kind' | 'chosen' | 'runs'>,
): Paper | null {
  const { siteId, visitId, kind, chosen, runs } = state;
  if (siteId === null) return null;
  if (kind === 'blank') return { kind, siteId };
  const runIds = runs.filter(({ id }) => chosen.has(id)).map(({ id }) => id);
  if (runIds.length === 0) return null;
  if (kind === 'runs') return { kind, siteId, runIds, visitId };
  return visitId === null ? null : { kind, siteId, runIds, visitId };
}

/** One paper is about one stage: ticking a run of the other one unticks what was chosen before. */
function toggled({ chosen, runs }: Pick<ReportState, 'chosen' | 'runs'>, runId: string) {
  const stage = runs.find(({ id }) => id === runId)?.stage;
  if (stage === undefined) return {};
  const others = new Set(chosen);
  if (others.delete(runId)) return { chosen: others, narrowedTo: null };
  const kept = runs.filter((run) => others.has(run.id) && run.stage === stage).map(({ id }) => id);
  return {
    chosen: new Set([...kept, runId]),
    narrowedTo: kept.length < others.size ? stage : null,
  };
}
