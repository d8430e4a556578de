/** The act as Chromium prints it: one page, however much there is to say. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import type { Bridge } from '../../src/contract/bridge.ts';
import type { Run } from '../../src/contract/run.ts';
import type { Language } from '../../src/contract/words.ts';
import { deviceRun, romashka, serverRun, workstationRun } from '../fixtures/romashka.ts';
import { makeWaiver } from '../fixtures/visit.ts';
import { saveAs } from '../support/answer-dialogs.ts';
import { type LaunchedApp, launchApp } from '../support/launch-app.ts';
import { failed, makeRun, seeGood } from '../support/make-run.ts';
import { pdfPages, pdfText } from '../support/pdf-text.ts';

const LONG =
  'Общество с ограниченной ответственностью «Очень длинное название заказчика, которое занимает несколько строк»';
const SITE = romashka(60, { name: `${LONG}, корпус 3`, customer: LONG, address: LONG });
const ERRORS = ['timeout', 'ECONNREFUSED', 'EHOSTUNREACH', 'ENOTFOUND'] as const;

let folder: string;
let launched: LaunchedApp;

test.beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'sitecheck-act-'));
});
test.afterEach(async () => {
  await launched?.close();
  rmSync(folder, { recursive: true });
});

for (const language of ['ru', 'en'] as const) {
  test(`the act stays on one page with many causes, waivers and long names: ${language}`, async () => {
    const runs = runsOf(language);
    const userDataFolder = path.join(folder, 'data');
    const runsFolder = path.join(userDataFolder, 'runs', SITE.id);
    mkdirSync(runsFolder, { recursive: true });
    for (const run of runs) writeFileSync(path.join(runsFolder, `${run.id}.run.json`), JSON.stringify(run));
    launched = await launchApp({ userDataFolder });
    const { app, window } = launched;
    const pdf = path.join(folder, 'act.pdf');
    await saveAs(app, pdf);
    const waivers = ['mfu-206', 'mfu-207', 'mfu-208', 'mfu-209', 'mfu-210'].map((targetId, index) =>
      makeWaiver({ id: `0b7c2f4e-0000-4000-8000-0000000000a${index}`, targetId, reason: LONG, by: LONG }),
    );
    const answer = await window.evaluate(
      async ({ site, runIds, waivers, long, language }) => {
        const { sitecheck } = globalThis as unknown as { sitecheck: Bridge };
        await sitecheck.saveSite({ site });
        await sitecheck.saveSettings({ settings: { company: long } });
        const begun = await sitecheck.beginVisit({ siteId: site.id, stage: 'after-install' });
        if (!begun.ok) return begun;
        const person = { name: long, position: long, at: new Date().toISOString(), onPaper: false };
        const visit = { ...begun.value, runIds, waivers, signatures: { engineer: person, customer: person } };
        const saved = await sitecheck.saveVisit({ visit });
        if (!saved.ok) return saved;
        return sitecheck.saveReport({
          paper: { kind: 'act', siteId: site.id, runIds, visitId: visit.id },
          language,
          format: 'pdf',
        });
      },
      { site: SITE, runIds: runs.map(({ id }) => id), waivers, long: LONG, language },
    );
    expect(answer).toEqual({ ok: true, value: { path: pdf } });
    expect(pdfPages(pdf)).toBe(1);
    expect(pdfText(pdf)).toContain(language === 'ru' ? 'Не готово' : 'Not ready');
    expect(pdfText(pdf)).toContain(language === 'ru' ? 'подпись, место печати' : 'signature, stamp');
  });
}

/** Every third check from the server network fails, each in one of four ways. */
function runsOf(language: Language): readonly Run[] {
  const recipe = { site: SITE, language };
  let count = 0;
  const server = makeRun({
    ...recipe,
    viewpoint: 'server',
    id: serverRun(recipe).id,
    startedAt: '2026-11-22T08:20:00.000Z',
    address: '10.77.30.99',
    see(check) {
      count += 1;
      return count % 3 === 0
        ? failed(check, 'connect', ERRORS[count % ERRORS.length] ?? 'timeout')
        : seeGood(check);
    },
  });
  return [workstationRun(recipe), deviceRun(recipe), server];
}
