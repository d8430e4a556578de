import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../../../electron/store/document.ts';
import { createSetAside } from '../../../../electron/store/set-aside.ts';
import { createVisitMemory, createVisitStore, VISIT_KIND } from '../../../../electron/store/visit-store.ts';
import visitOfVersion1 from '../../../fixtures/visit-1.json' with { type: 'json' };
import { makeSite, makeVisit } from '../documents.ts';
import { temporaryFolders } from '../temporary-folder.ts';

const folder = temporaryFolders();
const site = makeSite();
const NOW = '2026-11-22T12:00:00.000Z';

function open(userData = folder()) {
  const setAside = createSetAside(join(userData, 'set-aside'), () => new Date());
  const visits = createVisitStore(userData, setAside, () => new Date(NOW));
  return {
    userData,
    setAside,
    visits,
    pathOf: (id: string) => join(userData, 'visits', site.id, `${id}.visit.json`),
  };
}

describe('visit store', () => {
  it('gives back after a new start what was saved, newest visit first, with the time of saving', async () => {
    const { userData, visits } = open();
    const older = await visits.save(makeVisit(site.id, { startedAt: '2026-11-21T06:00:00.000Z' }));
    const newer = await visits.save(makeVisit(site.id, { step: 'left' }));
    expect(newer.updatedAt).toBe(NOW);
    const again = open(userData).visits;
    expect(await again.list(site.id)).toEqual([newer, older]);
    expect(await again.find(site.id, newer.id)).toEqual(newer);
    expect(await again.find(makeSite().id, newer.id)).toBeNull();
  });

  it('refuses to change a visit that is signed on disk, whatever the window holds', async () => {
    const { visits } = open();
    const visit = await visits.save(makeVisit(site.id));
    await visits.save({ ...visit, closedAt: '2026-11-22T11:00:00.000Z' });
    await expect(visits.save({ ...visit, step: 'left' })).rejects.toMatchObject({
      code: 'invalid-argument',
      text: { ru: expect.stringContaining('подписан') },
    });
    expect((await visits.find(site.id, visit.id))?.step).toBe('prepare');
  });

  it('keeps the last of many saves that come at once', async () => {
    const { visits } = open();
    const visit = makeVisit(site.id);
    await Promise.all(
      (['where', 'checks', 'left', 'manual'] as const).map((step) => visits.save({ ...visit, step })),
    );
    expect((await visits.find(site.id, visit.id))?.step).toBe('manual');
  });

  it('sets a damaged visit aside, names it and saves the visit anew', async () => {
    const { visits, setAside, pathOf } = open();
    const visit = await visits.save(makeVisit(site.id));
    writeFileSync(pathOf(visit.id), readFileSync(pathOf(visit.id), 'utf8').slice(0, 40));
    expect(await visits.list(site.id)).toEqual([]);
    expect(setAside.list('ru')).toMatchObject([{ file: pathOf(visit.id), movedTo: expect.any(String) }]);
    await visits.save(visit);
    expect(await visits.list(site.id)).toHaveLength(1);
  });

  it('does not write over a visit of a later program', async () => {
    const { visits, pathOf } = open();
    const visit = makeVisit(site.id);
    mkdirSync(join(pathOf(visit.id), '..'), { recursive: true });
    const later = JSON.stringify({ format: visit.format, version: 2 });
    writeFileSync(pathOf(visit.id), later);
    await expect(visits.save(visit)).rejects.toMatchObject({ code: 'storage' });
    expect(readFileSync(pathOf(visit.id), 'utf8')).toBe(later);
  });

  it('does not take a visit of another site for its own when its file was copied there', async () => {
    const { visits, setAside, pathOf } = open();
    const visit = makeVisit(makeSite().id);
    mkdirSync(join(pathOf(visit.id), '..'), { recursive: true });
    writeFileSync(pathOf(visit.id), JSON.stringify(visit));
    expect(await visits.list(site.id)).toEqual([]);
    expect(setAside.list('ru')).toMatchObject([{ file: pathOf(visit.id), movedTo: null }]);
  });

  it('reads a document as the first version wrote it', () => {
    expect(parseDocument(JSON.stringify(visitOfVersion1), VISIT_KIND)).toEqual({
      state: 'ok',
      value: visitOfVersion1,
    });
  });
});

describe('visit memory', () => {
  it('holds the visits of the demo by the same rules', async () => {
    const visits = createVisitMemory(() => new Date(NOW));
    const visit = await visits.save(makeVisit(site.id, { closedAt: NOW }));
    await expect(visits.save(visit)).rejects.toMatchObject({ code: 'invalid-argument' });
    expect(await visits.list(site.id)).toEqual([visit]);
  });
});
