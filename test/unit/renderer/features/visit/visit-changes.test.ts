import { describe, expect, it } from 'vitest';
import {
  closedAt,
  currentVisit,
  withAnswer,
  withNote,
  withoutWaiver,
  withPlaceReason,
  withRun,
  withSignature,
  withWaiver,
} from '../../../../../renderer/features/visit/visit-changes.ts';
import { visitSchema } from '../../../../../src/contract/visit.ts';
import { makeVisit } from '../../../../support/make-visit.ts';
import { SITE_ID } from '../../fake-bridge.ts';

const visit = makeVisit({ siteId: SITE_ID });
const AT = '2026-11-22T09:00:00.000Z';
const PHOTO = { id: crypto.randomUUID(), name: 'щит.jpg', mediaType: 'image/jpeg', at: AT } as const;
const WAIVER = {
  id: '0b7c2f4e-1d2a-4c3b-8e9f-0000000000c1',
  requirement: 'online-install',
  from: null,
  targetId: null,
  reason: 'Закрытый контур',
  by: 'П. Орлов',
  at: AT,
  until: null,
};

describe('currentVisit', () => {
  it('takes the newest that goes on, else the newest closed one', () => {
    const at = (day: string, id: string, closed: string | null) =>
      makeVisit({ siteId: SITE_ID, id, startedAt: `2026-11-${day}T06:00:00.000Z`, closedAt: closed });
    const old = at('01', '0b7c2f4e-1d2a-4c3b-8e9f-0000000000d1', AT);
    const going = at('02', '0b7c2f4e-1d2a-4c3b-8e9f-0000000000d2', null);
    const newer = at('03', '0b7c2f4e-1d2a-4c3b-8e9f-0000000000d3', AT);
    expect(currentVisit([old, going, newer])?.id).toBe(going.id);
    expect(currentVisit([old, newer])?.id).toBe(newer.id);
    expect(currentVisit([])).toBeNull();
  });
});

describe('changes of a visit', () => {
  it('append a run once', () => {
    const once = withRun(visit, PHOTO.id);
    expect(once.runIds).toEqual([PHOTO.id]);
    expect(withRun(once, PHOTO.id)).toBe(once);
  });

  it('keep one reason for each address at each place, the last one', () => {
    const reason = { viewpoint: 'device', address: '10.77.10.57', at: AT } as const;
    const first = withPlaceReason(visit, { ...reason, reason: 'Плоская сеть' });
    const second = withPlaceReason(first, { ...reason, reason: 'Сказал администратор' });
    const third = withPlaceReason(second, { ...reason, viewpoint: 'server', reason: 'Стойка рядом' });
    expect(third.placeReasons.map((entry) => entry.reason)).toEqual(['Сказал администратор', 'Стойка рядом']);
  });

  it('add and take back a waiver', () => {
    const waived = withWaiver(visit, WAIVER);
    expect(waived.waivers).toEqual([WAIVER]);
    expect(withoutWaiver(waived, WAIVER.id).waivers).toEqual([]);
  });

  it('keep a note while it has words or pictures', () => {
    const noted = withNote(visit, 'a', { note: 'Кабель перебит' });
    const pictured = withNote(noted, 'a', { photos: [PHOTO] });
    expect(pictured.notes).toEqual([{ checkId: 'a', note: 'Кабель перебит', photos: [PHOTO] }]);
    const wordless = withNote(pictured, 'a', { note: '' });
    expect(wordless.notes).toHaveLength(1);
    expect(withNote(wordless, 'a', { photos: [] }).notes).toEqual([]);
  });

  it('keep note and pictures of an item when its answer changes, and forget both with the answer', () => {
    const done = withAnswer(visit, 'panel-scan', { state: 'done' }, AT);
    const noted = withAnswer(done, 'panel-scan', { note: 'Каб. 201', photos: [PHOTO] }, AT);
    const other = withAnswer(noted, 'panel-scan', { state: 'not-done' }, AT);
    expect(other.manual).toEqual([
      { itemId: 'panel-scan', state: 'not-done', note: 'Каб. 201', saidBy: '', photos: [PHOTO], at: AT },
    ]);
    expect(withAnswer(other, 'panel-scan', null, AT).manual).toEqual([]);
  });

  it('take no note for an item that has no answer', () => {
    expect(withAnswer(visit, 'panel-scan', { note: 'Каб. 201' }, AT)).toBe(visit);
  });

  it('sign for the engineer when the visit closes, at the time he signed if he already has', () => {
    expect(closedAt(visit, AT)).toMatchObject({ closedAt: AT, signatures: { engineer: { at: AT } } });
    const earlier = '2026-11-22T08:00:00.000Z';
    const signed = withSignature(visit, 'engineer', { name: 'Иванов И. И.', at: earlier });
    expect(closedAt(signed, AT).signatures.engineer).toMatchObject({ name: 'Иванов И. И.', at: earlier });
    expect(closedAt(signed, AT).signatures.customer).toEqual(visit.signatures.customer);
  });

  it('stay what the schema of a visit allows', () => {
    const all = closedAt(
      withAnswer(withNote(withWaiver(visit, WAIVER), 'a', { photos: [PHOTO] }), 'b', { state: 'done' }, AT),
      AT,
    );
    expect(visitSchema.parse(all)).toEqual(all);
  });
});
