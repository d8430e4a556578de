/** `sitecheck report`: reads what a run and the window write, and never makes one checklist of two stages. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runsJson } from '../../../src/report/json.ts';
import { deviceRun, goodVisit, romashka, workstationRun } from '../../fixtures/romashka.ts';
import { makeFolder, sitecheck } from './console.ts';

let folder: Awaited<ReturnType<typeof makeFolder>>;
let after = '';
let before = '';

beforeAll(async () => {
  folder = await makeFolder();
  const site = romashka(1);
  after = await folder.write('after.run.json', JSON.stringify(workstationRun({ site })));
  before = await folder.write(
    'before.run.json',
    JSON.stringify({ ...deviceRun({ site }), stage: 'before-install' }),
  );
});

afterAll(() => folder.remove());

describe('sitecheck report', () => {
  it('reads back the list of several runs that the window saves, and its own', async () => {
    const runs = goodVisit(romashka(1));
    const list = await folder.write('visit.json', runsJson({ runs }));
    const own = await sitecheck(['report', list, '--format', 'json', '--out', '-']);
    expect(JSON.parse(own.out)).toEqual(runs);
    const again = await folder.write('again.json', own.out);
    const paper = await sitecheck(['report', again, '--format', 'checklist-html', '--out', '-']);
    expect([paper.code, paper.err]).toEqual([0, '']);
    for (const { id } of runs) expect(paper.out).toContain(id);
  });

  it.each([
    ['ru', 'результаты разных этапов в один чек-лист не складываются', 'До установки', 'После установки'],
    [
      'en',
      'results of different stages do not go into one checklist',
      'Before installation',
      'After installation',
    ],
  ])(
    'refuses two stages in one line of %s that names files and stages',
    async (lang, words, first, second) => {
      const { code, out, err } = await sitecheck([
        ...['report', before, after, '--format', 'checklist-html', '--out', '-', '--lang', lang],
      ]);
      expect([code, out]).toEqual([2, '']);
      expect(err).toBe(`sitecheck: ${words}: ${before} (${first}), ${after} (${second})\n`);
    },
  );

  it.each(['csv', 'json'])('puts two stages into one %s', async (format) => {
    const { code, out } = await sitecheck(['report', before, after, '--format', format, '--out', '-']);
    expect(code).toBe(0);
    expect(out.length).toBeGreaterThan(1000);
  });
});
