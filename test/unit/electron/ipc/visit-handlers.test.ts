import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createSiteHandlers } from '../../../../electron/ipc/site-handlers.ts';
import { createVisitHandlers } from '../../../../electron/ipc/visit-handlers.ts';
import { settingsSchema } from '../../../../src/contract/settings.ts';
import { DEMO_SITE_ID } from '../../../../src/contract/site.ts';
import { makeSite, makeVisit } from '../documents.ts';
import { makeArchive } from '../stand-ins.ts';
import { temporaryFolders } from '../temporary-folder.ts';

const folder = temporaryFolders();

async function open() {
  const userData = folder();
  const archive = makeArchive(userData);
  const site = await archive.sites.save(makeSite());
  const handlers = {
    ...createSiteHandlers(archive),
    ...createVisitHandlers({
      ...archive,
      settings: () =>
        settingsSchema.parse({ format: 'printum-sitecheck/settings', version: 1, engineer: 'Иванов И. И.' }),
      now: () => new Date('2026-11-22T09:00:00.000Z'),
    }),
  };
  return { ...archive, userData, site, handlers };
}

describe('visits:begin', () => {
  it('begins at the preparation with the engineer of the settings', async () => {
    const { handlers, site } = await open();
    const visit = await handlers['visits:begin']({ siteId: site.id, stage: 'before-install' });
    expect(visit).toMatchObject({
      siteId: site.id,
      stage: 'before-install',
      step: 'prepare',
      closedAt: null,
      signatures: { engineer: { name: 'Иванов И. И.', at: null }, customer: { name: '', at: null } },
    });
    expect((await handlers['visits:list']({ siteId: site.id })).visits).toEqual([visit]);
  });

  it('carries over the customer and the waivers that have not run out, and no signature', async () => {
    const { handlers, site, visits } = await open();
    const waiver = (id: number, until: string | null) => ({
      id: `1f0e4b0a-5a3f-4f0e-9c59-0a1b2c3d4e0${id}`,
      requirement: 'device-http',
      from: null,
      targetId: null,
      reason: 'Только HTTPS',
      by: 'Петров П. П.',
      at: '2026-10-01T07:00:00.000Z',
      until,
    });
    const signed = {
      name: 'Петров П. П.',
      position: 'Администратор',
      at: '2026-10-01T09:00:00.000Z',
      onPaper: true,
    };
    await visits.save(
      makeVisit(site.id, {
        waivers: [waiver(1, '2026-11-21'), waiver(2, '2026-11-22'), waiver(3, null)],
        signatures: { engineer: { ...signed, name: 'Иванов И. И.', position: 'Инженер' }, customer: signed },
        closedAt: '2026-10-01T09:00:00.000Z',
      }),
    );
    const visit = await handlers['visits:begin']({ siteId: site.id, stage: 'after-install' });
    expect(visit.waivers.map(({ until }) => until)).toEqual(['2026-11-22', null]);
    expect(visit.signatures).toEqual({
      engineer: { name: 'Иванов И. И.', position: 'Инженер', at: null, onPaper: false },
      customer: { name: 'Петров П. П.', position: 'Администратор', at: null, onPaper: false },
    });
  });

  it('keeps the visits of the demo in memory', async () => {
    const { handlers, userData } = await open();
    await handlers['sites:open-demo']({});
    await handlers['visits:begin']({ siteId: DEMO_SITE_ID, stage: 'after-install' });
    expect((await handlers['visits:list']({ siteId: DEMO_SITE_ID })).visits).toHaveLength(1);
    expect(existsSync(join(userData, 'visits'))).toBe(false);
  });
});

describe('visits of a deleted site', () => {
  it('go away with it, are not brought back by a late save, and come back with it', async () => {
    const { handlers, site, userData } = await open();
    const visit = await handlers['visits:begin']({ siteId: site.id, stage: 'after-install' });
    await handlers['sites:delete']({ id: site.id });
    expect(existsSync(join(userData, 'visits', site.id))).toBe(false);
    await expect(handlers['visits:save']({ visit })).rejects.toMatchObject({ code: 'not-found' });
    expect(existsSync(join(userData, 'visits', site.id))).toBe(false);
    await handlers['sites:restore']({ id: site.id });
    expect((await handlers['visits:list']({ siteId: site.id })).visits).toEqual([visit]);
  });
});
