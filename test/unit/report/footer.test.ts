import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { checklistHtml } from '../../../src/report/checklist-html.ts';
import { footerTemplate, footMarginBoxes } from '../../../src/report/footer.ts';
import { outcomeOf } from '../../../src/verdict/outcome.ts';
import { goodVisit, romashka, workstationRun } from '../../fixtures/romashka.ts';
import { CATALOGUE } from '../../support/make-run.ts';

const COMMON = {
  engineer: '',
  company: '',
  printedAt: '2026-11-22T09:04:00.000Z',
  timeZone: 'Europe/Moscow',
} as const;
const DIGEST = '5d41402abc4b2a76b9719d911017c592ae0fbc1234567890abcdef0123e0c9aa';

function lines(template: string): string[] {
  const body = new JSDOM(template.replace(/<style>[\s\S]*?<\/style>/, '').replaceAll('<br>', '\n')).window
    .document.body;
  return (body.textContent ?? '').split('\n').map((line) => line.trim());
}

describe('footerTemplate', () => {
  it('names document, site, runs, tool, catalogue, digest, page and time', () => {
    const template = footerTemplate({
      ...COMMON,
      language: 'ru',
      runs: goodVisit(romashka(1)),
      digest: DIGEST,
    });
    expect(lines(template).join('\n')).toBe(
      [
        'ЧЛ-2026-11-22-7c1e · площадка 0b7c2f4e · результаты 7c1e4b0a, 9f32c8d1, b64017ee',
        'Принтум: проверка площадки 0.1.0 · требования Принтум, ред. 12 от 04.06.2026 · SHA-256 5d41402abc4b…c9aaСтраница  из',
        'составлен 22.11.2026, 12:04',
      ].join('\n'),
    );
    expect(template).toContain('class="pageNumber"');
    expect(template).toContain('class="totalPages"');
  });

  it('brings its own font, because a PDF printer draws it apart from the page', () => {
    const template = footerTemplate({
      ...COMMON,
      language: 'en',
      runs: [workstationRun({ site: romashka(1), language: 'en' })],
      digest: DIGEST,
    });
    expect(template).toContain('url(data:font/woff2;base64,');
    expect(template.replace(/<style>[\s\S]*?<\/style>/, '')).not.toMatch(/\p{Script=Cyrillic}/u);
  });

  it('says of a blank form that it has no results', () => {
    const template = footerTemplate({
      ...COMMON,
      language: 'ru',
      site: romashka(1),
      catalogue: CATALOGUE,
      checks: [],
      toolVersion: '0.1.0',
    });
    expect(lines(template)[0]).toBe('ЧЛ-бланк-0b7c2f4e · площадка 0b7c2f4e · бланк без результатов');
    expect(template).not.toContain('SHA-256');
  });
});

describe('footMarginBoxes', () => {
  const runs = goodVisit(romashka(1));

  it('draws the same lines with page counters', () => {
    const styles = footMarginBoxes({ ...COMMON, language: 'ru', runs, digest: DIGEST });
    expect(styles).toContain(
      '"ЧЛ-2026-11-22-7c1e · площадка 0b7c2f4e · результаты 7c1e4b0a, 9f32c8d1, b64017ee"',
    );
    expect(styles).toContain('"Страница " counter(page) " из " counter(pages) ""');
  });

  it('cannot be left by a hostile value', () => {
    const hostile = runs.map((run) => ({ ...run, tool: { version: '1";} </style><script>\\' } }));
    const styles = footMarginBoxes({ ...COMMON, language: 'ru', runs: hostile, digest: DIGEST });
    expect(styles).not.toMatch(/<|1";/);
  });

  it('stand in the document only when the page draws its own foot', () => {
    const outcome = outcomeOf({ runs, visit: null, at: COMMON.printedAt, language: 'ru' });
    const common = { ...COMMON, ...outcome, language: 'ru', runs, digest: DIGEST } as const;
    const input = { ...common, visit: null, manualItems: [] };
    expect(checklistHtml(input)).not.toContain('@bottom-left');
    expect(checklistHtml({ ...input, pageFoot: 'margin-boxes' })).toContain('@bottom-left');
  });
});
