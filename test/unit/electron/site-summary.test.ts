import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { summaryOf } from '../../../electron/site-summary.ts';
import { VIEWPOINTS } from '../../../src/contract/words.ts';
import { outcomeOf } from '../../../src/verdict/outcome.ts';
import { romashka } from '../../fixtures/romashka.ts';
import { failed, makeRun, seeGood } from '../../support/make-run.ts';
import { makeVisit } from './documents.ts';
import { makeArchive } from './stand-ins.ts';
import { temporaryFolders } from './temporary-folder.ts';

const folder = temporaryFolders();
const site = romashka(2);
const ADDRESSES = { workstation: '10.77.10.57', device: '10.77.20.57', server: '10.77.30.57' };
const BROKEN = 'device-ipp';
const RUNS = VIEWPOINTS.map((viewpoint, index) =>
  makeRun({
    site,
    viewpoint,
    id: `7c1e4b0a-5a3f-4f0e-9c59-0a1b2c3d4e0${index}`,
    startedAt: `2026-11-22T07:0${index}:00.000Z`,
    address: ADDRESSES[viewpoint],
    see: (check) =>
      check.requirement === BROKEN ? failed(check, 'connect', 'ECONNREFUSED') : seeGood(check),
  }),
);

async function open(userData = folder()) {
  const archive = { ...makeArchive(userData), now: () => new Date('2026-11-22T12:00:00.000Z') };
  const asked: string[] = [];
  const runs = {
    ...archive.runs,
    find: (siteId: string, runId: string) => {
      asked.push(runId);
      return archive.runs.find(siteId, runId);
    },
  };
  return { ...archive, runs, asked, userData, summary: () => summaryOf(site, { ...archive, runs }) };
}

function waiverUntil(until: string | null) {
  return {
    id: '1f0e4b0a-5a3f-4f0e-9c59-0a1b2c3d4e01',
    requirement: BROKEN,
    from: null,
    targetId: null,
    reason: 'Печать только через 9100',
    by: 'Петров П. П.',
    at: '2026-11-22T08:00:00.000Z',
    until,
  };
}

describe('the summary of a site', () => {
  it('has no visit and no readiness before the first run', async () => {
    const { summary } = await open();
    expect(await summary()).toMatchObject({
      demo: false,
      runs: [],
      lastVisit: null,
      readiness: 'not-checked',
    });
  });

  it('says the same readiness as the paper of the same runs, with and without a waiver', async () => {
    const { runs, visits, summary } = await open();
    for (const run of RUNS) await runs.save(run);
    const at = '2026-11-22T12:00:00.000Z';
    const onPaper = (visit: Parameters<typeof outcomeOf>[0]['visit']) =>
      outcomeOf({ runs: RUNS, visit, at, language: 'ru' }).coverage.readiness;
    const before = await summary();
    expect(before.runs).toHaveLength(3);
    expect(before.readiness).toBe(onPaper(null));
    expect(before.readiness).toBe('not-ready');
    const visit = await visits.save(
      makeVisit(site.id, {
        runIds: RUNS.map(({ id }) => id),
        waivers: [waiverUntil('2026-11-22')],
        step: 'left',
      }),
    );
    const after = await summary();
    expect(after.lastVisit).toMatchObject({ id: visit.id, step: 'left' });
    expect(after.readiness).toBe(onPaper(visit));
    expect(after.readiness).not.toBe('not-ready');
  });

  it('lets a waiver run out, unless the visit was signed while it held', async () => {
    const { runs, visits, summary } = await open();
    for (const run of RUNS) await runs.save(run);
    const visit = makeVisit(site.id, {
      runIds: RUNS.map(({ id }) => id),
      waivers: [waiverUntil('2026-11-21')],
    });
    await visits.save(visit);
    expect((await summary()).readiness).toBe('not-ready');
    await visits.save({ ...visit, closedAt: '2026-11-21T12:00:00.000Z' });
    expect((await summary()).readiness).not.toBe('not-ready');
  });

  it('reads no run after a new start while nothing has changed, and reads them when something has', async () => {
    const first = await open();
    for (const run of RUNS) await first.runs.save(run);
    const word = (await first.summary()).readiness;
    expect(first.asked).toHaveLength(3);
    const second = await open(first.userData);
    expect((await second.summary()).readiness).toBe(word);
    expect(second.asked).toEqual([]);
    await second.visits.save(
      makeVisit(site.id, { runIds: RUNS.map(({ id }) => id), waivers: [waiverUntil(null)] }),
    );
    expect((await second.summary()).readiness).not.toBe(word);
    expect(second.asked).toHaveLength(3);
  });

  it('does not depend on its index and its remembered word: lost or damaged, they are made anew', async () => {
    const first = await open();
    for (const run of RUNS) await first.runs.save(run);
    const expected = await first.summary();
    const files = ['index.json', 'readiness.json'].map((name) => join(first.userData, 'runs', site.id, name));
    for (const file of files) writeFileSync(file, '{');
    expect(await (await open(first.userData)).summary()).toEqual(expected);
    for (const file of files) rmSync(file);
    const again = await open(first.userData);
    expect(await again.summary()).toEqual(expected);
    for (const file of files) expect(existsSync(file)).toBe(true);
    expect(again.setAside.list('ru')).toEqual([]);
    const index = JSON.parse(readFileSync(files[0] ?? '', 'utf8'));
    expect(Object.keys(index.runs)).toHaveLength(3);
  });
});
