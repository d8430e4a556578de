import { JSDOM, type PageDocument } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { DEMO_SITE_ID } from '../../../src/contract/site.ts';
import type { Visit } from '../../../src/contract/visit.ts';
import type { Language } from '../../../src/contract/words.ts';
import { actHtml } from '../../../src/report/act-html.ts';
import { footerTemplate } from '../../../src/report/footer.ts';
import type { ActInput } from '../../../src/report/report-input.ts';
import { outcomeOf } from '../../../src/verdict/outcome.ts';
import { deviceRun, goodVisit, romashka, serverRun, workstationRun } from '../../fixtures/romashka.ts';
import { makeVisit, makeWaiver } from '../../fixtures/visit.ts';

const DIGEST = '5d41402abc4b2a76b9719d911017c592ae0fbc1234567890abcdef0123e0c9aa';
const AT = '2026-11-22T09:04:00.000Z';

interface Wish {
  readonly runs?: ActInput['runs'];
  readonly visit?: Visit;
  readonly language?: Language;
  readonly requestNumbers?: readonly string[];
}

function visited(language: Language = 'ru') {
  const recipe = { site: romashka(40), language };
  return [workstationRun(recipe), deviceRun(recipe), serverRun(recipe)];
}

function inputOf({
  language = 'ru',
  runs = visited(language),
  visit = makeVisit(),
  requestNumbers = [],
}: Wish) {
  return {
    ...outcomeOf({ runs, visit, at: AT, language }),
    runs,
    visit,
    language,
    requestNumbers,
    manualItems: [],
    engineer: 'Орлов П.',
    company: 'ООО «Сервис-Партнёр»',
    printedAt: AT,
    timeZone: 'Europe/Moscow',
    digest: DIGEST,
  } satisfies ActInput;
}

function act(wish: Wish = {}): PageDocument {
  const html = actHtml(inputOf(wish)).replace(/<style>[\s\S]*?<\/style>/, '');
  return new JSDOM(html).window.document;
}

function textOf(document: PageDocument, selector = 'main'): string {
  return (document.querySelector(selector)?.textContent ?? '').replace(/\s+/gu, ' ').trim();
}

describe('actHtml', () => {
  it('says when, what and by which requirements was checked', () => {
    expect(textOf(act(), '.intro')).toBe(
      '22 ноября 2026 с 10:12 до 11:20 проверены сетевые условия для работы Принтум: prn-app01.corp.example (10.77.30.10); 40 МФУ. Этап: после установки, схема: один сервер. Основание: требования Принтум, редакция 12.',
    );
  });

  it('names both days when the visit took two', () => {
    const [first, ...others] = visited();
    if (first === undefined) throw new Error('no run');
    const runs = [{ ...first, startedAt: '2026-11-21T07:00:00.000Z' }, ...others];
    expect(textOf(act({ runs }), '.intro')).toContain('С 21.11.2026, 10:00 до 22.11.2026, 11:20 проверены');
  });

  it('has a number of its own, and the foot has it too', () => {
    expect(textOf(act(), '.bar')).toContain('№ АКТ-2026-11-22-5d1f от 22 ноября 2026');
    expect(footerTemplate(inputOf({}))).toContain('АКТ-2026-11-22-5d1f · площадка');
    expect(textOf(act({ language: 'en' }), '.bar')).toContain('No. ACT-2026-11-22-5d1f');
  });

  it('shows each place with address, time and what is not proven there', () => {
    const rows = [...act().querySelectorAll('.places tbody tr')].map((row) =>
      (row.textContent ?? '').replace(/\s+/gu, ' '),
    );
    expect(rows).toHaveLength(4);
    expect(rows[0]).toContain('Розетка АРМ10.77.10.5710:124 из 7');
    expect(rows[3]).toContain('Внутри серверане занималось0 из 6');
  });

  it('lists the first six causes with who can help, and counts the rest', () => {
    const document = act();
    const { findings } = inputOf({});
    expect(findings.length).toBeGreaterThan(6);
    expect(document.querySelectorAll('[data-cause]')).toHaveLength(6);
    expect(textOf(document)).toContain(`Что нужно исправить и ещё ${findings.length - 6}, см. чек-лист`);
    expect(textOf(document, '[data-cause]')).toContain('Сетевой администратор');
    expect(document.querySelectorAll('.causes .deadline .write')).toHaveLength(6);
  });

  it('says that there is nothing to put right when the site is ready, and leaves no room for another visit', () => {
    const document = act({ runs: goodVisit(romashka(2)) });
    expect(textOf(document)).toContain('Исправлять нечего.');
    expect(textOf(document)).not.toContain('Повторная проверка');
  });

  it('never says that there is nothing to put right when not everything was looked at', () => {
    const document = act({ runs: goodVisit(romashka(2)).slice(0, 1) });
    expect(textOf(document)).toContain('проверено ещё не всё');
    expect(textOf(document)).toContain('Повторная проверка назначена на');
  });

  it('names what was waived, why, by whom and until when', () => {
    const waivers = [
      makeWaiver({ requirement: 'online-install', from: 'server', until: '2026-11-30' }),
      makeWaiver({
        id: '0b7c2f4e-0000-4000-8000-0000000000ab',
        targetId: 'mfu-206',
        reason: 'устройство в ремонте',
      }),
    ];
    const text = textOf(act({ visit: makeVisit({ waivers }) }), '.waivers');
    expect(text).toContain(
      's3.printum.io, от: Сервер Принтумзакрытый контур, установка с носителяП. Орлов, 22.11.2026, до 30.11.2026',
    );
    expect(text).toContain('mfu-206, все требованияустройство в ремонте');
  });

  it('leaves out a waiver that has expired or that a proof made needless', () => {
    const waivers = [
      makeWaiver({ requirement: 'online-install', until: '2026-11-21' }),
      makeWaiver({ id: '0b7c2f4e-0000-4000-8000-0000000000ab', requirement: 'account-http' }),
    ];
    expect(act({ visit: makeVisit({ waivers }) }).querySelector('.waivers')).toBeNull();
  });

  it('names checklist and requests as attachments', () => {
    const text = textOf(act({ requestNumbers: ['ЗП-2026-11-22-01', 'ЗП-2026-11-22-02'] }), '.attachments');
    expect(text).toContain(
      'Приложения: чек-лист ЧЛ-2026-11-22-7c1e, заявка на открытие портов ЗП-2026-11-22-01, ЗП-2026-11-22-02.',
    );
  });

  it('has lines for both with the names of the visit, and says who signed in the program', () => {
    const { signatures } = makeVisit();
    const signed = makeVisit({
      signatures: { ...signatures, engineer: { ...signatures.engineer, at: AT, onPaper: false } },
    });
    const text = textOf(act({ visit: signed }), '.signatures');
    expect(text).toContain('Орлов Павел Андреевичинженерподписано в программе 22.11.2026, 12:04');
    expect(text).toContain('Соколова Ирина Викторовнаначальник отдела ИТ');
    expect(textOf(act(), '.signatures')).not.toContain('подписано');
  });

  it('cuts the texts of the last causes first, and every title to one line where all are long', () => {
    const long = 'слово '.repeat(60).trim();
    const waivers = ['mfu-206', 'mfu-207'].map((targetId, index) =>
      makeWaiver({ id: `0b7c2f4e-0000-4000-8000-0000000000a${index}`, targetId }),
    );
    const input = inputOf({ visit: makeVisit({ waivers }) });
    const cells = (titled: boolean) => {
      const findings = input.findings.map((finding) => ({
        ...finding,
        title: titled ? long : 'Коротко',
        remedy: long,
      }));
      const html = actHtml({ ...input, findings });
      return [...new JSDOM(html).window.document.querySelectorAll('[data-cause]')].map((row) => ({
        title: row.querySelector('b')?.textContent?.length ?? 0,
        remedy: row.querySelector('small')?.textContent?.length ?? 0,
      }));
    };
    const remedies = cells(false).map(({ remedy }) => remedy);
    expect(remedies).toEqual(remedies.toSorted((one, other) => other - one));
    expect(remedies[0]).toBeGreaterThan(100);
    expect(remedies.at(-1)).toBeLessThan(67);
    expect(Math.max(...cells(true).map(({ title }) => title))).toBeLessThan(60);
  });

  it('has a code with its number and the whole digest', () => {
    expect(act().querySelectorAll('.qr svg path')).toHaveLength(1);
  });

  it.each(['ru', 'en'] as const)('has no unfilled place when the language is %s', (language) => {
    expect(textOf(act({ language }), 'body')).not.toMatch(/\{\w+\}|undefined|null/);
  });

  it('is marked as a demo when the site is the built-in one', () => {
    const runs = goodVisit(romashka(1, { id: DEMO_SITE_ID }));
    expect(textOf(act({ runs }), '.notice')).toContain('Демонстрация');
  });

  it('cuts names and shows hostile ones as text', () => {
    const name = `<img src=x onerror=alert(1)> ${'очень длинное имя '.repeat(20)}`;
    const site = romashka(1, { name, customer: name });
    const document = act({ runs: goodVisit(site), visit: makeVisit() });
    expect(document.querySelectorAll('img')).toHaveLength(0);
    expect(textOf(document, '.subtitle').length).toBeLessThan(140);
  });
});
