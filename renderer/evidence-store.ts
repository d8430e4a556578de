/** The documents of the runs that a visit stands on: fetched once each, kept while they are asked for. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Bridge, BridgeError } from '../src/contract/bridge.ts';
import type { Run } from '../src/contract/run.ts';
import { attempt } from './call.ts';

export interface EvidenceState {
  readonly siteId: string | null;
  /** In the order they were asked for. */
  readonly runs: readonly Run[];
  readonly status: 'empty' | 'loading' | 'ready';
  /** A run that could not be read; the others stand. */
  readonly failure: BridgeError | null;
  readonly load: (siteId: string, runIds: readonly string[]) => Promise<void>;
  readonly retry: () => Promise<void>;
}

export type EvidenceStore = StoreApi<EvidenceState>;

export function createEvidenceStore(bridge: Pick<Bridge, 'getRun'>): EvidenceStore {
  return createStore<EvidenceState>()((set, get) => {
    let turns = 0;
    let asked: readonly string[] = [];

    return {
      siteId: null,
      runs: [],
      status: 'empty',
      failure: null,
      async load(siteId, runIds) {
        turns += 1;
        const turn = turns;
        asked = runIds;
        // A finished run never changes, so what is held is true.
        const held = new Map(get().siteId === siteId ? get().runs.map((run) => [run.id, run]) : []);
        const missing = runIds.filter((id) => !held.has(id));
        const known = runIds.flatMap((id) => held.get(id) ?? []);
        if (missing.length === 0) return set({ siteId, runs: known, status: 'ready', failure: null });
        set({ siteId, runs: known, status: 'loading', failure: null });
        const replies = await Promise.all(
          missing.map((runId) => attempt(() => bridge.getRun({ siteId, runId }))),
        );
        if (turn !== turns) return;
        for (const reply of replies) if (reply.ok) held.set(reply.value.id, reply.value);
        set({
          runs: runIds.flatMap((id) => held.get(id) ?? []),
          status: 'ready',
          failure: replies.flatMap((reply) => (reply.ok ? [] : [reply.error]))[0] ?? null,
        });
      },
      async retry() {
        const { siteId } = get();
        if (siteId !== null) await get().load(siteId, asked);
      },
    };
  });
}
