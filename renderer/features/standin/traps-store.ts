/** Listening for SNMP traps on screen: started, counted down, stopped; what came stays until the next start. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Bridge, BridgeError, StandinProgress } from '../../../src/contract/bridge.ts';
import { LISTEN_SECONDS, type TrapRecord, type TrapTally } from '../../../src/contract/traps.ts';
import { attempt } from '../../call.ts';

export interface TrapsState {
  readonly status: 'idle' | 'starting' | 'listening' | 'stopping' | 'done';
  readonly siteId: string | null;
  readonly listeningId: string | null;
  readonly addresses: readonly string[];
  readonly port: number | null;
  /** How long the next listening takes. */
  readonly seconds: number;
  /** Milliseconds since the epoch; null while nothing is listened for. */
  readonly endsAtMs: number | null;
  /** As they came, the oldest first. */
  readonly traps: readonly TrapRecord[];
  readonly tally: TrapTally | null;
  readonly failure: { readonly action: 'start' | 'stop' | 'listen'; readonly error: BridgeError } | null;
  readonly chooseSeconds: (seconds: number) => void;
  readonly start: (siteId: string, address: string | null) => Promise<void>;
  readonly stop: () => Promise<void>;
}

export type TrapsStore = StoreApi<TrapsState>;

export function createTrapsStore(bridge: Bridge): TrapsStore {
  return createStore<TrapsState>()((set, get) => {
    /** Progress that overtook the answer to the start. */
    let early: StandinProgress[] = [];

    bridge.onStandinProgress((progress) => {
      const { listeningId, status } = get();
      if (progress.listeningId === listeningId) take(progress);
      else if (status === 'starting') early.push(progress);
    });

    function take({ traps, tally, finished, error }: StandinProgress): void {
      set({ traps: [...get().traps, ...traps], tally });
      if (finished === null && error === null) return;
      set({
        status: 'done',
        endsAtMs: null,
        failure: error === null ? null : { action: 'listen', error },
      });
    }

    return {
      status: 'idle',
      siteId: null,
      listeningId: null,
      addresses: [],
      port: null,
      seconds: LISTEN_SECONDS.default,
      endsAtMs: null,
      traps: [],
      tally: null,
      failure: null,
      chooseSeconds: (seconds) => set({ seconds }),
      async start(siteId, address) {
        if (isListening(get())) return;
        const { seconds } = get();
        early = [];
        set({ status: 'starting', siteId, listeningId: null, traps: [], tally: null, failure: null });
        const reply = await attempt(() => bridge.startTraps({ siteId, address, seconds }));
        if (!reply.ok) return set({ status: 'idle', failure: { action: 'start', error: reply.error } });
        const { listeningId, addresses, port, tally } = reply.value;
        const endsAtMs = Date.now() + seconds * 1000;
        set({ status: 'listening', listeningId, addresses, port, tally, endsAtMs });
        for (const progress of early.filter((waiting) => waiting.listeningId === listeningId)) take(progress);
        early = [];
      },
      async stop() {
        if (get().status !== 'listening') return;
        set({ status: 'stopping' });
        const reply = await attempt(() => bridge.stopStandin({}));
        if (!reply.ok && get().status === 'stopping') {
          set({ status: 'listening', failure: { action: 'stop', error: reply.error } });
        }
      },
    };
  });
}

export function isListening({ status }: Pick<TrapsState, 'status'>): boolean {
  return status === 'starting' || status === 'listening' || status === 'stopping';
}
