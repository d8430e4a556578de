import { describe, expect, it } from 'vitest';
import { createReportStore } from '../../../../../renderer/features/report/report-store.ts';
import type { Bridge } from '../../../../../src/contract/bridge.ts';
import type { Argument } from '../../../../../src/contract/channels.ts';
import { fakeBridge, makeRunSummary, ok, refuse, SITE_ID } from '../../fake-bridge.ts';

const runs = [
  makeRunSummary('device', { pass: 2 }, { id: 'device-new' }),
  makeRunSummary('workstation', { pass: 1 }),
  makeRunSummary('device', { fail: 1 }, { id: 'device-old', finishedAt: '2026-11-01T00:00:00.000Z' }),
];

function setUp(answers: Partial<Bridge> = {}) {
  const previews: Argument<'report:preview'>[] = [];
  const bridge = fakeBridge({
    listRuns: () => ok({ runs, unreadable: [] }),
    previewReport: (argument) => {
      previews.push(argument);
      return ok({ html: `<p>${previews.length}</p>` });
    },
    ...answers,
  });
  return { store: createReportStore(bridge), previews };
}

describe('createReportStore', () => {
  it('begins with the latest run of each place', async () => {
    const { store, previews } = setUp();
    await store.getState().open({ siteId: SITE_ID, visitId: null, kind: 'runs', language: 'ru' });
    expect(previews).toEqual([
      {
        paper: {
          kind: 'runs',
          siteId: SITE_ID,
          runIds: ['device-new', 'workstation-run'],
          visitId: null,
        },
        language: 'ru',
      },
    ]);
    expect(store.getState().html).toBe('<p>1</p>');
  });

  it('adds the complete run behind a stopped one, and leaves out a run that measured nothing', async () => {
    const stopped = { interrupted: true, finishedAt: '2026-11-22T08:00:00.000Z' };
    const { store } = setUp({
      listRuns: () =>
        ok({
          runs: [
            makeRunSummary('device', { skip: 9 }, { ...stopped, id: 'nothing' }),
            makeRunSummary('workstation', { pass: 1 }, { ...stopped, id: 'stopped' }),
            makeRunSummary('device', { pass: 2 }),
            makeRunSummary('workstation', { pass: 9 }),
          ],
          unreadable: [],
        }),
    });
    await store.getState().open({ siteId: SITE_ID, visitId: null, kind: 'runs', language: 'ru' });
    expect(store.getState().chosen).toEqual(new Set(['stopped', 'workstation-run', 'device-run']));
  });

  it('begins with the stage of the newest run, and changes the stage when a run of the other is ticked', async () => {
    const before = { stage: 'before-install', finishedAt: '2026-11-01T00:00:00.000Z' } as const;
    const { store, previews } = setUp({
      listRuns: () =>
        ok({
          runs: [
            makeRunSummary('workstation', { pass: 1 }),
            makeRunSummary('device', { pass: 1 }, { ...before, id: 'device-before' }),
            makeRunSummary('server', { pass: 1 }, { ...before, id: 'server-before' }),
          ],
          unreadable: [],
        }),
    });
    const { open, toggleRun } = store.getState();
    await open({ siteId: SITE_ID, visitId: null, kind: 'runs', language: 'ru' });
    expect(store.getState()).toMatchObject({ chosen: new Set(['workstation-run']), narrowedTo: null });
    await toggleRun('device-before');
    expect(store.getState()).toMatchObject({
      chosen: new Set(['device-before']),
      narrowedTo: 'before-install',
    });
    await toggleRun('server-before');
    expect(store.getState().narrowedTo).toBeNull();
    expect(previews.at(-1)?.paper).toMatchObject({ runIds: ['device-before', 'server-before'] });
  });

  it('makes the act of a visit, and none without one', async () => {
    const { store, previews } = setUp();
    const visitId = '5e000000-0000-4000-8000-000000000001';
    await store.getState().open({ siteId: SITE_ID, visitId, kind: 'act', language: 'ru' });
    expect(previews[0]?.paper).toMatchObject({
      kind: 'act',
      visitId,
      runIds: ['device-new', 'workstation-run'],
    });
    await store.getState().open({ siteId: SITE_ID, visitId: null, kind: 'act', language: 'ru' });
    expect(previews.length).toBe(1);
    expect(store.getState().html).toBeNull();
  });

  it('offers the blank form where there was no run', async () => {
    const { store, previews } = setUp({ listRuns: () => ok({ runs: [], unreadable: [] }) });
    await store.getState().open({ siteId: SITE_ID, visitId: null, kind: 'runs', language: 'ru' });
    expect(previews[0]?.paper).toEqual({ kind: 'blank', siteId: SITE_ID });
  });

  it('shows nothing and asks for nothing when no run is chosen', async () => {
    const { store, previews } = setUp();
    await store.getState().open({ siteId: SITE_ID, visitId: null, kind: 'runs', language: 'ru' });
    await store.getState().toggleRun('device-new');
    await store.getState().toggleRun('workstation-run');
    expect(previews.length).toBe(2);
    expect(store.getState().html).toBeNull();
  });

  it('says where the file was saved, and is silent when the dialog was closed', async () => {
    const saved = setUp({ saveReport: ({ format }) => ok({ path: `/home/чек-лист.${format}` }) }).store;
    await saved.getState().open({ siteId: SITE_ID, visitId: null, kind: 'runs', language: 'ru' });
    await saved.getState().save('pdf');
    expect(saved.getState().outcome).toEqual({ kind: 'saved', path: '/home/чек-лист.pdf' });
    const closed = setUp({ saveReport: () => ok(null) }).store;
    await closed.getState().open({ siteId: SITE_ID, visitId: null, kind: 'runs', language: 'ru' });
    await closed.getState().save('csv');
    expect(closed.getState()).toMatchObject({ outcome: null, failure: null, working: null });
  });

  it('keeps the preview when printing fails and says what failed', async () => {
    const { store } = setUp({ printReport: () => refuse('нет принтера') });
    await store.getState().open({ siteId: SITE_ID, visitId: null, kind: 'runs', language: 'en' });
    await store.getState().print();
    expect(store.getState()).toMatchObject({ html: '<p>1</p>', failure: { action: 'print' }, working: null });
  });
});
