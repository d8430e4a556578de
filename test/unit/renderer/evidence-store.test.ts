import { describe, expect, it } from 'vitest';
import { createEvidenceStore } from '../../../renderer/evidence-store.ts';
import type { Reply } from '../../../src/contract/bridge.ts';
import type { Run } from '../../../src/contract/run.ts';
import { deviceRun, romashka, workstationRun } from '../../fixtures/romashka.ts';
import { ok, refuse } from './fake-bridge.ts';

const site = romashka(2);
const RUNS = [workstationRun({ site }), deviceRun({ site })];
const [WORKSTATION, DEVICE] = RUNS.map(({ id }) => id) as [string, string];

function answering() {
  const asked: string[] = [];
  const store = createEvidenceStore({
    getRun({ runId }) {
      asked.push(runId);
      const run = RUNS.find(({ id }) => id === runId);
      return run === undefined ? refuse(`no run ${runId}`) : ok(run);
    },
  });
  return { asked, store };
}

describe('the store of evidence', () => {
  it('holds the documents in the order they were asked for', async () => {
    const { store } = answering();
    await store.getState().load(site.id, [DEVICE, WORKSTATION]);
    expect(store.getState().runs.map(({ id }) => id)).toEqual([DEVICE, WORKSTATION]);
    expect(store.getState().status).toBe('ready');
  });

  it('fetches a run once, because a finished one never changes', async () => {
    const { store, asked } = answering();
    await store.getState().load(site.id, [WORKSTATION]);
    await store.getState().load(site.id, [DEVICE, WORKSTATION]);
    expect(asked).toEqual([WORKSTATION, DEVICE]);
  });

  it('fetches anew for another site', async () => {
    const { store, asked } = answering();
    await store.getState().load(site.id, [WORKSTATION]);
    await store.getState().load('another-site', [WORKSTATION]);
    expect(asked).toEqual([WORKSTATION, WORKSTATION]);
  });

  it('keeps what could be read, and names what could not', async () => {
    const { store } = answering();
    await store.getState().load(site.id, [WORKSTATION, 'gone']);
    expect(store.getState().runs.map(({ id }) => id)).toEqual([WORKSTATION]);
    expect(store.getState().failure?.message).toBe('no run gone');
  });

  it('asks again only for what is missing when it is told to retry', async () => {
    const { store, asked } = answering();
    await store.getState().load(site.id, [WORKSTATION, 'gone']);
    await store.getState().retry();
    expect(asked).toEqual([WORKSTATION, 'gone', 'gone']);
  });

  it('drops an answer that comes after another question', async () => {
    const waiting: ((reply: Reply<Run>) => void)[] = [];
    const store = createEvidenceStore({ getRun: () => new Promise((answer) => waiting.push(answer)) });
    const first = store.getState().load(site.id, [WORKSTATION]);
    const second = store.getState().load(site.id, [DEVICE]);
    const [late, now] = waiting;
    now?.(await ok(RUNS[1] as Run));
    await second;
    late?.(await ok(RUNS[0] as Run));
    await first;
    expect(store.getState().runs.map(({ id }) => id)).toEqual([DEVICE]);
  });
});
