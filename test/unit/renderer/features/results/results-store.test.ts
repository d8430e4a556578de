import { describe, expect, it, vi } from 'vitest';
import { createResultsStore } from '../../../../../renderer/features/results/results-store.ts';
import type { Argument } from '../../../../../src/contract/channels.ts';
import type { Run } from '../../../../../src/contract/run.ts';
import { makeRun, planOf, seeGood } from '../../../../support/make-run.ts';
import { fakeBridge, makeSite, ok, refuse, SITE_ID } from '../../fake-bridge.ts';

const site = makeSite();
const CHOICE = {
  viewpoint: 'device',
  stage: 'after-install',
  indirect: false,
  localAddress: null,
  placeReason: null,
  only: null,
} as const;
const FIRST = '0b7c2f4e-1d2a-4c3b-8e9f-0000000000a1';
const SECOND = '0b7c2f4e-1d2a-4c3b-8e9f-0000000000a2';
const checks = planOf({ site, viewpoint: 'device' });
const makeDocument = (id: string) =>
  makeRun({
    site,
    viewpoint: 'device',
    id,
    startedAt: '2026-11-22T07:12:00.000Z',
    address: '10.77.20.143',
    see: seeGood,
  });

function setUp() {
  const started: Argument<'runs:start'>[] = [];
  const cancelled: string[] = [];
  const finished: Run[] = [];
  const begun: { readonly siteId: string; readonly runId: string }[] = [];
  const bridge = fakeBridge({
    startRun: (argument) => {
      started.push(argument);
      return ok({ runId: started.length === 1 ? FIRST : SECOND, checks });
    },
    cancelRun: ({ runId }) => {
      cancelled.push(runId);
      return ok({ runId });
    },
    getRun: ({ runId }) => ok(makeDocument(runId)),
  });
  const store = createResultsStore(bridge, {
    onStarted: (siteId, runId) => begun.push({ siteId, runId }),
    onFinished: (run) => finished.push(run),
  });
  return { bridge, store, started, cancelled, finished, begun };
}

describe('createResultsStore', () => {
  it('tells which run began, and starts only the checks that were asked for', async () => {
    const { store, started, begun } = setUp();
    await store.getState().start(site, { ...CHOICE, placeReason: 'Плоская сеть', only: ['one'] });
    expect(begun).toEqual([{ siteId: site.id, runId: FIRST }]);
    expect(started[0]).toMatchObject({ placeReason: 'Плоская сеть', only: ['one'], again: null });
  });

  it('takes results in batches and ends with the document of the run', async () => {
    const { bridge, store, finished } = setUp();
    await store.getState().start(site, CHOICE);
    const document = makeDocument(FIRST);
    const [one, two] = document.checks;
    if (one === undefined || two === undefined) throw new Error('too few checks');
    bridge.tell({
      runId: FIRST,
      events: [
        { kind: 'started', checkId: one.id },
        { kind: 'started', checkId: two.id },
      ],
    });
    expect(store.getState().running).toEqual(new Set([one.id, two.id]));
    bridge.tell({ runId: FIRST, events: [{ kind: 'result', result: one }] });
    await vi.waitFor(() => expect(store.getState().running).toEqual(new Set([two.id])));
    expect([...store.getState().results.keys()]).toEqual([one.id]);
    bridge.tell({ runId: FIRST, finished: document });
    expect(store.getState()).toMatchObject({ status: 'done', run: document, running: new Set() });
    expect(store.getState().results.size).toBe(document.checks.length);
    expect(finished).toEqual([document]);
  });

  it('ignores the progress of another run', async () => {
    const { bridge, store } = setUp();
    await store.getState().start(site, CHOICE);
    bridge.tell({ runId: SECOND, finished: makeDocument(SECOND) });
    expect(store.getState()).toMatchObject({ status: 'running', run: null });
  });

  it('keeps progress that overtakes the answer to the start', async () => {
    const bridge = fakeBridge({
      startRun: () => {
        bridge.tell({ runId: FIRST, finished: makeDocument(FIRST) });
        return ok({ runId: FIRST, checks });
      },
    });
    const store = createResultsStore(bridge, { onStarted: () => {}, onFinished: () => {} });
    await store.getState().start(site, CHOICE);
    expect(store.getState()).toMatchObject({ status: 'done', runId: FIRST });
  });

  it('repeats only the chosen checks and keeps the other results on screen', async () => {
    const { bridge, store, started } = setUp();
    await store.getState().start(site, CHOICE);
    const document = makeDocument(FIRST);
    bridge.tell({ runId: FIRST, finished: document });
    const again = document.checks.find(({ proof }) => proof === 'direct');
    if (again === undefined) throw new Error('no direct check');
    await store.getState().again([again.id]);
    expect(started[1]?.again).toEqual({ runId: FIRST, checkIds: [again.id] });
    expect(store.getState()).toMatchObject({ status: 'running', runId: SECOND });
    expect(store.getState().results.has(again.id)).toBe(false);
    expect(store.getState().results.size).toBe(document.checks.length - 1);
  });

  it('puts everything back when a repeat cannot be started', async () => {
    const { bridge, store } = setUp();
    await store.getState().start(site, CHOICE);
    const document = makeDocument(FIRST);
    bridge.tell({ runId: FIRST, finished: document });
    const before = store.getState().results;
    Object.assign(bridge, { startRun: () => refuse('прогон уже идёт') });
    await store.getState().again([...before.keys()].slice(0, 2));
    expect(store.getState()).toMatchObject({
      status: 'done',
      runId: FIRST,
      run: document,
      failure: { action: 'start' },
    });
    expect(store.getState().results).toBe(before);
  });

  it('stops the run that goes on, once', async () => {
    const { store, cancelled } = setUp();
    await store.getState().cancel();
    expect(cancelled).toEqual([]);
    await store.getState().start(site, CHOICE);
    await Promise.all([store.getState().cancel(), store.getState().cancel()]);
    expect(cancelled).toEqual([FIRST]);
    expect(store.getState().status).toBe('stopping');
  });

  it('shows what was measured and says so when a run could not be saved', async () => {
    const { bridge, store, finished } = setUp();
    await store.getState().start(site, CHOICE);
    const document = makeDocument(FIRST);
    bridge.tell({ runId: FIRST, finished: document, error: { code: 'storage', message: 'диск полон' } });
    expect(store.getState()).toMatchObject({ status: 'done', run: document, failure: { action: 'save' } });
    expect(finished).toEqual([]);
  });

  it('opens a finished run from disk, but never over one that goes on', async () => {
    const { store } = setUp();
    await store.getState().show(SITE_ID, SECOND);
    expect(store.getState()).toMatchObject({
      status: 'done',
      runId: SECOND,
      choice: { viewpoint: 'device' },
    });
    await store.getState().start(site, CHOICE);
    await store.getState().show(SITE_ID, SECOND);
    expect(store.getState()).toMatchObject({ status: 'running', runId: FIRST });
  });

  it('forgets what is shown when a visit begins anew, but never a run that goes on', async () => {
    const { store } = setUp();
    await store.getState().show(SITE_ID, SECOND);
    store.getState().clear();
    expect(store.getState()).toMatchObject({ status: 'empty', site: null, run: null, checks: [] });
    await store.getState().start(site, CHOICE);
    store.getState().clear();
    expect(store.getState()).toMatchObject({ status: 'running', runId: FIRST });
  });

  it('does not start a second run over the first', async () => {
    const { store, started } = setUp();
    await store.getState().start(site, CHOICE);
    expect(await store.getState().start(site, CHOICE)).toBe(false);
    expect(started.length).toBe(1);
  });
});
