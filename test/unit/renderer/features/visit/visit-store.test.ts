import { describe, expect, it } from 'vitest';
import { createVisitStore } from '../../../../../renderer/features/visit/visit-store.ts';
import type { Bridge } from '../../../../../src/contract/bridge.ts';
import type { Visit } from '../../../../../src/contract/visit.ts';
import { makeVisit, VISIT_ID } from '../../../../support/make-visit.ts';
import { fakeBridge, makeRunSummary, makeSite, ok, refuse, SITE_ID } from '../../fake-bridge.ts';

const NOW = '2026-11-22T09:00:00.000Z';
const visit = makeVisit({ siteId: SITE_ID });

function setUp(answers: Partial<Bridge> = {}) {
  const saved: Visit[] = [];
  const bridge = fakeBridge({
    getSite: () => ok(makeSite()),
    listRuns: () => ok({ runs: [makeRunSummary('workstation', { pass: 1 })], unreadable: [] }),
    listVisits: () => ok({ visits: [visit], unreadable: [] }),
    saveVisit: ({ visit: changed }) => {
      saved.push(changed);
      return ok(changed);
    },
    ...answers,
  });
  return { store: createVisitStore(bridge, () => NOW), saved };
}

describe('createVisitStore', () => {
  it('shows a change at once and saves it with its time', async () => {
    const { store, saved } = setUp();
    await store.getState().open(SITE_ID);
    store.getState().change({ step: 'checks' });
    expect(store.getState().visit).toMatchObject({ step: 'checks', updatedAt: NOW });
    expect(saved).toEqual([store.getState().visit]);
  });

  it('changes nothing of a visit that is closed', async () => {
    const { store, saved } = setUp();
    await store.getState().open(SITE_ID);
    store.getState().close();
    const { visit: closed, change, setNote, addRun } = store.getState();
    expect(closed).toMatchObject({ closedAt: NOW, signatures: { engineer: { at: NOW } } });
    change({ stage: 'before-install' });
    setNote('a', { note: 'поздно' });
    addRun(SITE_ID, VISIT_ID);
    expect(store.getState().visit).toBe(closed);
    expect(saved).toHaveLength(1);
  });

  it('begins a visit at the first place where nobody has been, and keeps the earlier one', async () => {
    const earlier = makeVisit({ siteId: SITE_ID, closedAt: NOW });
    const id = '0b7c2f4e-1d2a-4c3b-8e9f-0000000000b2';
    const { store } = setUp({
      listVisits: () => ok({ visits: [earlier], unreadable: [] }),
      beginVisit: ({ siteId, stage }) => ok(makeVisit({ siteId, stage, id })),
    });
    await store.getState().open(SITE_ID);
    expect(await store.getState().begin('before-install')).toBe(true);
    expect(store.getState()).toMatchObject({
      visit: { id, viewpoint: 'device', stage: 'before-install' },
      earlier: [{ id: VISIT_ID }],
    });
  });

  it('says why a visit was not begun', async () => {
    const { store } = setUp({
      listVisits: () => ok({ visits: [], unreadable: [] }),
      beginVisit: () => refuse('диск полон'),
    });
    await store.getState().open(SITE_ID);
    expect(await store.getState().begin('after-install')).toBe(false);
    expect(store.getState()).toMatchObject({
      status: 'ready',
      visit: null,
      failure: { action: 'begin', error: { message: 'диск полон' } },
    });
  });

  it('keeps a change that could not be written when the site is left and opened again', async () => {
    const other = '0b7c2f4e-1d2a-4c3b-8e9f-000000000009';
    const { store } = setUp({
      saveVisit: () => refuse('диск полон'),
      getSite: ({ id }) => ok(makeSite({ id })),
      listVisits: ({ siteId }) => ok({ visits: siteId === SITE_ID ? [visit] : [], unreadable: [] }),
    });
    await store.getState().open(SITE_ID);
    store.getState().setNote('a', { note: 'Кабель перебит' });
    await expect.poll(() => store.getState().unsaved?.message).toBe('диск полон');
    await store.getState().open(other);
    expect(store.getState().visit).toBeNull();
    await store.getState().open(SITE_ID);
    expect(store.getState().visit?.notes[0]?.note).toBe('Кабель перебит');
  });

  it('takes no run of another site into the visit', async () => {
    const { store } = setUp();
    await store.getState().open(SITE_ID);
    store.getState().addRun('0b7c2f4e-1d2a-4c3b-8e9f-000000000009', VISIT_ID);
    expect(store.getState().visit?.runIds).toEqual([]);
    store.getState().addRun(SITE_ID, VISIT_ID);
    expect(store.getState().visit?.runIds).toEqual([VISIT_ID]);
  });

  it('says what could not be loaded', async () => {
    const { store } = setUp({ getSite: () => refuse('нет такой площадки') });
    await store.getState().open(SITE_ID);
    expect(store.getState()).toMatchObject({ site: null, failure: { action: 'load' } });
  });
});
