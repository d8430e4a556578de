import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BridgeFailure } from '../../../../electron/failure.ts';
import { createReportHandlers, type Printer } from '../../../../electron/ipc/report-handlers.ts';
import type { Paper } from '../../../../src/contract/channels.ts';
import { settingsSchema } from '../../../../src/contract/settings.ts';
import { canonicalJson } from '../../../../src/report/canonical-json.ts';
import { BUILT_IN_CATALOGUES } from '../../../../src/requirements/load.ts';
import { makeVisit, makeWaiver } from '../../../fixtures/visit.ts';
import { makeRun, makeSite } from '../documents.ts';
import { makeArchive } from '../stand-ins.ts';
import { temporaryFolders } from '../temporary-folder.ts';

const folder = temporaryFolders();

async function open(printer: Partial<Printer> = {}) {
  const archive = makeArchive(folder());
  const site = await archive.sites.save(makeSite({ name: 'ООО «Ромашка»' }));
  const run = makeRun(site, { finishedAt: '2026-11-22T12:00:00.000Z' });
  await archive.runs.save(run);
  const printed: { html: string; footer?: string }[] = [];
  const handlers = createReportHandlers({
    ...archive,
    settings: () =>
      settingsSchema.parse({ format: 'printum-sitecheck/settings', version: 1, engineer: 'Иванов И. И.' }),
    catalogues: () => BUILT_IN_CATALOGUES,
    toolVersion: '0.1.0',
    printer: {
      renderPdf: async (page) => {
        printed.push(page);
        return new TextEncoder().encode('%PDF-');
      },
      printPage: async (html) => {
        printed.push({ html });
        return true;
      },
      ...printer,
    },
    now: () => new Date('2026-11-22T13:00:00.000Z'),
  });
  const paper: Paper = { kind: 'runs', siteId: site.id, runIds: [run.id], visitId: null };
  const blank: Paper = { kind: 'blank', siteId: site.id };
  archive.person.savesTo = join(folder(), 'saved');
  return { ...archive, handlers, site, run, paper, blank, printed, target: archive.person.savesTo };
}

describe('report:preview', () => {
  it('shows the site and the engineer of the settings in the language asked for', async () => {
    const { handlers, paper } = await open();
    const { html } = await handlers['report:preview']({ paper, language: 'en' });
    expect(html).toContain('<html lang="en">');
    expect(html).toContain('ООО «Ромашка»');
    expect(html).toContain('Иванов И. И.');
  });

  it('shows every requirement of the scheme on a blank before any run', async () => {
    const { handlers, blank } = await open();
    const { html } = await handlers['report:preview']({ paper: blank, language: 'ru' });
    expect(html).toContain('Личный кабинет, HTTPS');
  });

  it('is not found when the run is not there', async () => {
    const { handlers, site, paper } = await open();
    const other: Paper = { kind: 'runs', siteId: site.id, runIds: [makeRun(site).id], visitId: null };
    await expect(handlers['report:preview']({ paper: other, language: 'ru' })).rejects.toMatchObject({
      code: 'not-found',
    });
    const elsewhere: Paper = { ...paper, siteId: makeSite().id };
    await expect(handlers['report:preview']({ paper: elsewhere, language: 'ru' })).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  it('names the catalogue when this program does not have it', async () => {
    const { handlers, sites } = await open();
    const site = await sites.save(makeSite({ catalogue: 'printum-r99' }));
    await expect(
      handlers['report:preview']({ paper: { kind: 'blank', siteId: site.id }, language: 'ru' }),
    ).rejects.toMatchObject({ text: { ru: expect.stringContaining('printum-r99') } });
  });
});

describe('report:preview of a visit', () => {
  async function openVisit() {
    const archive = await open();
    const visit = await archive.visits.save(
      makeVisit({
        siteId: archive.site.id,
        runIds: [archive.run.id],
        waivers: [makeWaiver({ requirement: 'redis', reason: 'не нужно' })],
      }),
    );
    const common = { siteId: archive.site.id, runIds: [archive.run.id], visitId: visit.id };
    return { ...archive, visit, common };
  }

  it('shows the manual items of the catalogue on the checklist, and the names of the visit', async () => {
    const { handlers, common } = await openVisit();
    const { html } = await handlers['report:preview']({ paper: { kind: 'runs', ...common }, language: 'ru' });
    expect(html).toContain('Осмотр вручную');
    expect(html).toContain('Соколова Ирина Викторовна');
  });

  it('makes an act with a number of its own, named after site and day', async () => {
    const { handlers, common, person, printed } = await openVisit();
    const paper: Paper = { kind: 'act', ...common };
    const { html } = await handlers['report:preview']({ paper, language: 'ru' });
    expect(html).toContain('АКТ-2026-11-22-5d1f');
    await handlers['report:save']({ paper, language: 'ru', format: 'pdf' });
    expect(printed[0]?.footer).toContain('АКТ-2026-11-22-5d1f');
    expect(person.suggestedNames).toEqual(['Акт ООО Ромашка 2026-11-22.pdf']);
    await expect(handlers['report:save']({ paper, language: 'ru', format: 'csv' })).rejects.toMatchObject({
      code: 'invalid-argument',
    });
  });

  it.each(['runs', 'act'] as const)('is not found when the visit is not there: %s', async (kind) => {
    const { handlers, common, newId } = await openVisit();
    const paper: Paper = { kind, ...common, visitId: newId() };
    await expect(handlers['report:preview']({ paper, language: 'ru' })).rejects.toMatchObject({
      code: 'not-found',
    });
  });
});

describe('report:save', () => {
  it('puts the digest of the runs in the foot of the PDF', async () => {
    const { handlers, paper, run, printed, target } = await open();
    expect(await handlers['report:save']({ paper, language: 'ru', format: 'pdf' })).toEqual({ path: target });
    expect(readFileSync(target, 'utf8')).toBe('%PDF-');
    const digest = createHash('sha256')
      .update(canonicalJson([run]))
      .digest('hex');
    expect(printed[0]?.footer).toContain(digest.slice(0, 12));
  });

  it('suggests the site and the day of the run as a name', async () => {
    const { handlers, paper, blank, person } = await open();
    await handlers['report:save']({ paper, language: 'ru', format: 'pdf' });
    await handlers['report:save']({ paper: blank, language: 'en', format: 'html' });
    expect(person.suggestedNames).toEqual([
      'Чек-лист ООО Ромашка 2026-11-22.pdf',
      'Checklist ООО Ромашка blank.html',
    ]);
  });

  it('saves the run document as JSON that is the stored one', async () => {
    const { handlers, paper, run, target } = await open();
    await handlers['report:save']({ paper, language: 'ru', format: 'json' });
    expect(JSON.parse(readFileSync(target, 'utf8'))).toEqual(run);
  });

  it('saves a CSV that Excel reads as UTF-8', async () => {
    const { handlers, paper, target } = await open();
    await handlers['report:save']({ paper, language: 'ru', format: 'csv' });
    expect(readFileSync(target, 'utf8').startsWith('\uFEFF')).toBe(true);
  });

  it('makes and writes nothing when the person closes the dialog', async () => {
    const { handlers, paper, person, printed } = await open();
    person.savesTo = null;
    expect(await handlers['report:save']({ paper, language: 'ru', format: 'pdf' })).toBeNull();
    expect(printed).toEqual([]);
  });

  it('leaves no half of a file when the PDF cannot be made', async () => {
    const { handlers, paper, target } = await open({
      renderPdf: async () => {
        throw new BridgeFailure('print', { ru: 'нет', en: 'no' });
      },
    });
    await expect(handlers['report:save']({ paper, language: 'ru', format: 'pdf' })).rejects.toMatchObject({
      code: 'print',
    });
    expect(existsSync(target)).toBe(false);
    expect(readdirSync(join(target, '..'))).toEqual([]);
  });

  it('refuses a checklist of two stages in words, and saves both as data', async () => {
    const { handlers, runs, site, run, paper } = await open();
    const before = makeRun(site, { id: '7c1e4b0a-5a3f-4f0e-9c59-0a1b2c3d4e5f', stage: 'before-install' });
    await runs.save(before);
    const both: Paper = { kind: 'runs', siteId: site.id, runIds: [run.id, before.id], visitId: null };
    const refusal = { code: 'invalid-argument', text: { ru: expect.stringContaining('разных этапов') } };
    await expect(handlers['report:preview']({ paper: both, language: 'ru' })).rejects.toMatchObject(refusal);
    await expect(handlers['report:print']({ paper: both, language: 'ru' })).rejects.toMatchObject(refusal);
    for (const format of ['pdf', 'html'] as const) {
      await expect(handlers['report:save']({ paper: both, language: 'ru', format })).rejects.toMatchObject(
        refusal,
      );
    }
    for (const format of ['csv', 'json'] as const) {
      expect(await handlers['report:save']({ paper: both, language: 'ru', format })).not.toBeNull();
    }
    expect((await handlers['report:preview']({ paper, language: 'ru' })).html).toContain('Ромашка');
  });

  it('does not offer a blank as data', async () => {
    const { handlers, blank } = await open();
    await expect(
      handlers['report:save']({ paper: blank, language: 'ru', format: 'csv' }),
    ).rejects.toMatchObject({
      code: 'invalid-argument',
    });
  });
});

describe('report:print', () => {
  it('lets the page draw its own foot, which a PDF gets from its template', async () => {
    const { handlers, paper, printed } = await open();
    await handlers['report:print']({ paper, language: 'ru' });
    await handlers['report:save']({ paper, language: 'ru', format: 'pdf' });
    expect(printed.map(({ html }) => html.includes('@bottom-right'))).toEqual([true, false]);
  });

  it.each([true, false])('says %s for printed when the dialog ended so', async (printed) => {
    const { handlers, paper } = await open({ printPage: async () => printed });
    expect(await handlers['report:print']({ paper, language: 'ru' })).toEqual({ printed });
  });
});
