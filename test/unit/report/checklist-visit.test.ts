import { JSDOM, type PageDocument } from 'jsdom';
import { describe, expect, it } from 'vitest';
import type { Run } from '../../../src/contract/run.ts';
import type { Visit } from '../../../src/contract/visit.ts';
import type { Language } from '../../../src/contract/words.ts';
import { checklistHtml } from '../../../src/report/checklist-html.ts';
import type { ChecklistInput } from '../../../src/report/report-input.ts';
import { outcomeOf } from '../../../src/verdict/outcome.ts';
import { deviceRun, goodVisit, romashka, serverRun, workstationRun } from '../../fixtures/romashka.ts';
import { makeVisit, makeWaiver } from '../../fixtures/visit.ts';
import { CATALOGUE } from '../../support/make-run.ts';

const AT = '2026-11-22T09:04:00.000Z';
const LOGO = 'data:image/png;base64,iVBORw0KGgo=';

function runsOf(language: Language = 'ru'): readonly Run[] {
  const recipe = { site: romashka(40), language };
  return [workstationRun(recipe), deviceRun(recipe), serverRun(recipe)];
}

interface Wish {
  readonly runs?: readonly Run[];
  readonly visit?: Visit | null;
  readonly language?: Language;
  readonly changes?: Partial<ChecklistInput>;
}

function paper({
  language = 'ru',
  runs = runsOf(language),
  visit = makeVisit(),
  changes = {},
}: Wish): PageDocument {
  const html = checklistHtml({
    ...outcomeOf({ runs, visit, at: AT, language }),
    runs,
    visit,
    language,
    manualItems: CATALOGUE.manual,
    engineer: '',
    company: '',
    printedAt: AT,
    timeZone: 'Europe/Moscow',
    digest: 'ab'.repeat(32),
    ...changes,
  });
  return new JSDOM(html.replace(/<style>[\s\S]*?<\/style>/, '')).window.document;
}

function textOf(document: PageDocument, selector = 'main'): string {
  return (document.querySelector(selector)?.textContent ?? '').replace(/\s+/gu, ' ').trim();
}

function rowWith(document: PageDocument, title: string): string {
  const rows = [...document.querySelectorAll('[data-section] tbody[data-checks]')];
  const row = rows.find(({ textContent }) => (textContent ?? '').includes(title));
  return (row?.textContent ?? '').replace(/\s+/gu, ' ').trim();
}

describe('checklistHtml with a visit', () => {
  it('puts a waiver under its row with reason, person, time and end', () => {
    const waivers = [makeWaiver({ requirement: 'online-install', until: '2026-11-30' })];
    const document = paper({ visit: makeVisit({ waivers }) });
    const row = rowWith(document, 's3.printum.io');
    expect(row).toContain('Снято');
    expect(row).toContain(
      'Снято: закрытый контур, установка с носителя. П. Орлов, 22.11.2026, 11:26, до 30.11.2026.',
    );
    expect(row).not.toContain('Что сделать');
    expect(textOf(document, '.counts')).toContain('1 снято');
    expect(textOf(document, '.legend')).toContain('снято с причиной');
  });

  it('keeps the other devices of a row apart from the one that was waived', () => {
    const waivers = [makeWaiver({ targetId: 'mfu-206', reason: 'в ремонте' })];
    const row = rowWith(paper({ visit: makeVisit({ waivers }) }), 'Печать IPP');
    expect(row).toContain('1 МФУ: mfu-206. Снято: в ремонте.');
    expect(row).toContain('39 из 40');
    expect(row).toContain('Не удалось');
  });

  it('shows no waiver that has expired', () => {
    const waivers = [makeWaiver({ requirement: 'online-install', until: '2026-11-21' })];
    expect(rowWith(paper({ visit: makeVisit({ waivers }) }), 's3.printum.io')).toContain('Не пройдено');
  });

  it('puts a note under its row, with the number of photos, and the device where the row folds many', () => {
    const runs = runsOf();
    const idOf = (requirement: string) =>
      runs[2]?.checks.find((check) => check.requirement === requirement)?.id ?? '';
    const photos = [
      { id: '5d1fb2c3-0000-4000-8000-000000000009', name: 'a.jpg', mediaType: 'image/jpeg', at: AT } as const,
    ];
    const notes = [
      { checkId: idOf('monitoring-http'), note: 'Сертификат обещали завтра', photos },
      { checkId: idOf('device-raw'), note: 'Бумага кончилась.', photos: [] },
    ];
    const document = paper({ runs, visit: makeVisit({ notes }) });
    expect(rowWith(document, 'Заметка: Сертификат')).toContain(
      'Заметка: Сертификат обещали завтра; снимков: 1.',
    );
    expect(rowWith(document, 'Печать RAW')).toContain('mfu-201. Заметка: Бумага кончилась.');
  });

  it('lists the manual items as they were found, and those that nobody has looked at', () => {
    const [first, second, third] = CATALOGUE.manual;
    if (first === undefined || second === undefined || third === undefined)
      throw new Error('no manual items');
    const manual: Visit['manual'] = [
      { itemId: first.id, state: 'done', note: '', saidBy: 'И. Соколова', photos: [], at: AT },
      { itemId: second.id, state: 'not-done', note: 'на 3 МФУ', saidBy: '', photos: [], at: AT },
    ];
    const document = paper({ visit: makeVisit({ manual }) });
    const rows = [...document.querySelectorAll('[data-manual]')];
    expect(rows).toHaveLength(CATALOGUE.manual.length);
    expect(rows.map((row) => row.getAttribute('data-state')).slice(0, 3)).toEqual([
      'done',
      'not-done',
      'unseen',
    ]);
    expect(textOf(document, `[data-manual="${first.id}"]`)).toContain('да; со слов: И. Соколова');
    expect(textOf(document, `[data-manual="${second.id}"]`)).toContain('нет; на 3 МФУ');
    expect(document.querySelectorAll('.manual .box svg')).toHaveLength(1);
  });

  it('shows the coverage of every requirement by what it leads to, devices folded', () => {
    const runs = runsOf();
    const document = paper({ runs });
    const requirements = runs[2]?.catalogue.requirements ?? [];
    expect(document.querySelectorAll('[data-covered]')).toHaveLength(requirements.length);
    expect(textOf(document, '[data-covered="device-http"]')).toContain('не выполнено 3 из 40');
    expect(textOf(document, '[data-covered="account-http"]')).toContain('Розетка АРМ, 10:12');
  });

  it('gives the reason in the heading when the address did not fit the place', () => {
    const runs = runsOf().map((run) =>
      run.viewpoint === 'device' ? { ...run, place: { ...run.place, reason: 'розетка занята' } } : run,
    );
    expect(textOf(paper({ runs }), '[data-section="device-to-server"] h2')).toContain(
      'адрес точке не подходит, причина: розетка занята',
    );
  });

  it('prints the names of the visit and the logo', () => {
    const document = paper({ changes: { logo: LOGO } });
    expect(textOf(document, '.facts')).toContain('От заказчикаСоколова Ирина Викторовна');
    expect(document.querySelector('.bar img')?.getAttribute('src')).toBe(LOGO);
  });

  it.each(['ru', 'en'] as const)('has no unfilled place when the language is %s', (language) => {
    const waivers = [makeWaiver({ targetId: 'mfu-206', until: '2026-12-01' })];
    expect(textOf(paper({ language, visit: makeVisit({ waivers }) }), 'body')).not.toMatch(
      /\{\w+\}|undefined/,
    );
  });
});

describe('checklistHtml without a visit', () => {
  it('names the causes and who can help, but has neither manual items nor coverage', () => {
    const document = paper({ visit: null });
    expect(document.querySelectorAll('[data-cause]').length).toBeGreaterThan(3);
    expect(textOf(document, '[data-cause]')).toContain('Сетевой администратор');
    expect(document.querySelectorAll('[data-manual], [data-covered]')).toHaveLength(0);
  });

  it('has no list of causes when there is none', () => {
    const document = paper({ runs: goodVisit(romashka(1)), visit: null });
    expect(document.querySelector('.causes-part')).toBeNull();
  });
});
