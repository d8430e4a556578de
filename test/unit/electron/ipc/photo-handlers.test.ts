import { existsSync, mkdirSync, readdirSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createPhotoHandlers } from '../../../../electron/ipc/photo-handlers.ts';
import { DEMO_SITE_ID } from '../../../../src/contract/site.ts';
import { makeSite, makeVisit } from '../documents.ts';
import { makeArchive } from '../stand-ins.ts';
import { temporaryFolders } from '../temporary-folder.ts';

const folder = temporaryFolders();
const JPEG = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]);
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 9]);

async function open() {
  const userData = folder();
  const archive = makeArchive(userData);
  const site = await archive.sites.save(makeSite());
  const visit = await archive.visits.save(makeVisit(site.id));
  const handlers = createPhotoHandlers(archive);
  const pictures = join(userData, 'camera');
  mkdirSync(pictures);
  const put = (name: string, bytes: Buffer) => {
    writeFileSync(join(pictures, name), bytes);
    return join(pictures, name);
  };
  const place = { siteId: site.id, visitId: visit.id };
  return { ...archive, userData, site, visit, handlers, put, place };
}

describe('visits:add-photos', () => {
  it('copies the pictures beside the visit and gives each back to the window', async () => {
    const { handlers, person, put, place, userData } = await open();
    person.photos = [put('IMG 1.JPG', JPEG), put('экран.png', PNG)];
    const { photos } = (await handlers['visits:add-photos'](place)) ?? { photos: [] };
    expect(photos.map(({ name, mediaType }) => [name, mediaType])).toEqual([
      ['IMG 1.JPG', 'image/jpeg'],
      ['экран.png', 'image/png'],
    ]);
    const kept = readdirSync(join(userData, 'visits', place.siteId, place.visitId, 'photos'));
    expect(kept.sort()).toEqual([`${photos[0]?.id}.jpg`, `${photos[1]?.id}.png`].sort());
    const { dataUrl } = await handlers['visits:photo']({ ...place, photoId: photos[1]?.id ?? '' });
    expect(dataUrl).toBe(`data:image/png;base64,${PNG.toString('base64')}`);
  });

  it('looks at the bytes and not at the name', async () => {
    const { handlers, person, put, place } = await open();
    person.photos = [put('report.jpg', Buffer.from('%PDF-1.7'))];
    await expect(handlers['visits:add-photos'](place)).rejects.toMatchObject({
      code: 'invalid-file',
      text: { ru: expect.stringContaining('report.jpg') },
    });
  });

  it('refuses a picture of more than 20 MB with its name', async () => {
    const { handlers, person, put, place } = await open();
    const path = put('big.jpg', JPEG);
    truncateSync(path, 21 * 1024 * 1024);
    person.photos = [path];
    await expect(handlers['visits:add-photos'](place)).rejects.toMatchObject({
      text: { ru: 'big.jpg: файл слишком велик (21 МБ), допустимо 20 МБ.' },
    });
  });

  it('answers null when the dialog was closed, and adds none to a signed visit', async () => {
    const { handlers, person, put, place, visits, visit } = await open();
    expect(await handlers['visits:add-photos'](place)).toBeNull();
    person.photos = [put('a.jpg', JPEG)];
    await visits.save({ ...visit, closedAt: '2026-11-22T12:00:00.000Z' });
    await expect(handlers['visits:add-photos'](place)).rejects.toMatchObject({ code: 'invalid-argument' });
  });

  it('keeps the pictures of the demo in memory', async () => {
    const { handlers, person, put, demo, userData } = await open();
    await demo.open();
    const visit = await demo.visits.save(makeVisit(DEMO_SITE_ID));
    person.photos = [put('a.jpg', JPEG)];
    const place = { siteId: DEMO_SITE_ID, visitId: visit.id };
    const added = await handlers['visits:add-photos'](place);
    const photoId = added?.photos[0]?.id ?? '';
    expect((await handlers['visits:photo']({ ...place, photoId })).dataUrl).toContain('data:image/jpeg');
    expect(existsSync(join(userData, 'visits', DEMO_SITE_ID))).toBe(false);
  });
});

describe('visits:photo', () => {
  it('is not found when there is none', async () => {
    const { handlers, place } = await open();
    const photoId = '1f0e4b0a-5a3f-4f0e-9c59-0a1b2c3d4e01';
    await expect(handlers['visits:photo']({ ...place, photoId })).rejects.toMatchObject({
      code: 'not-found',
    });
  });
});
