import { describe, expect, it } from 'vitest';
import { createTrapsStore } from '../../../../../renderer/features/standin/traps-store.ts';
import type { Answers, Bridge, StandinProgress } from '../../../../../src/contract/bridge.ts';
import type { TrapRecord, TrapReport, TrapTally } from '../../../../../src/contract/traps.ts';
import { fakeBridge, ok, refuse, SITE_ID } from '../../fake-bridge.ts';

const TALLY: TrapTally = { devices: [], received: 0, strangers: 0, unreadable: 0 };
const STARTED: Answers['standin:start-traps'] = {
  listeningId: 'listening-1',
  addresses: ['0.0.0.0'],
  port: 162,
  tally: TALLY,
};
const TRAP: TrapRecord = {
  receivedAt: '2026-11-22T08:00:00.000Z',
  address: '10.77.20.21',
  port: 49_152,
  version: 'v2c',
  kind: 'trap',
  communityAccepted: true,
  trapId: '1.3.6.1.6.3.1.1.5.4',
  device: 'mfu-1',
};

function progress(changes: Partial<StandinProgress>): StandinProgress {
  return { listeningId: 'listening-1', traps: [], tally: TALLY, finished: null, error: null, ...changes };
}

function open(answers: Partial<Bridge> = {}) {
  const bridge = fakeBridge({
    startTraps: () => ok(STARTED),
    stopStandin: () => ok({ stopped: true }),
    ...answers,
  });
  return { bridge, store: createTrapsStore(bridge) };
}

describe('createTrapsStore', () => {
  it('listens for the chosen time and gathers what comes, until the last message', async () => {
    const { bridge, store } = open();
    store.getState().chooseSeconds(60);
    const beforeMs = Date.now();
    await store.getState().start(SITE_ID, null);
    expect(store.getState()).toMatchObject({ status: 'listening', port: 162 });
    expect(store.getState().endsAtMs).toBeGreaterThanOrEqual(beforeMs + 60_000);
    bridge.tellTraps(progress({ traps: [TRAP] }));
    bridge.tellTraps(progress({ traps: [TRAP], tally: { ...TALLY, received: 2 } }));
    bridge.tellTraps(progress({ listeningId: 'another', traps: [TRAP] }));
    expect(store.getState()).toMatchObject({ traps: [TRAP, TRAP], tally: { received: 2 } });
    bridge.tellTraps(progress({ finished: {} as TrapReport }));
    expect(store.getState()).toMatchObject({ status: 'done', endsAtMs: null, failure: null });
  });

  it('loses nothing that overtook the answer to the start', async () => {
    const { bridge, store } = open({
      startTraps: () => {
        bridge.tellTraps(progress({ traps: [TRAP] }));
        return ok(STARTED);
      },
    });
    await store.getState().start(SITE_ID, null);
    expect(store.getState().traps).toEqual([TRAP]);
  });

  it('says why it cannot listen, and begins anew the next time', async () => {
    let taken = true;
    const { store } = open({ startTraps: () => (taken ? refuse('Порт занят') : ok(STARTED)) });
    await store.getState().start(SITE_ID, null);
    expect(store.getState()).toMatchObject({
      status: 'idle',
      failure: { action: 'start', error: { message: 'Порт занят' } },
    });
    taken = false;
    await store.getState().start(SITE_ID, null);
    expect(store.getState()).toMatchObject({ status: 'listening', failure: null });
  });

  it('keeps listening when the stop is refused, and tells a break of the listening', async () => {
    const { bridge, store } = open({ stopStandin: () => refuse('Нет') });
    await store.getState().start(SITE_ID, null);
    await store.getState().stop();
    expect(store.getState()).toMatchObject({ status: 'listening', failure: { action: 'stop' } });
    bridge.tellTraps(progress({ error: { code: 'listen', message: 'Сеть пропала' } }));
    expect(store.getState()).toMatchObject({ status: 'done', failure: { action: 'listen' } });
  });
});
