import { JSDOM, type PageDocument, type PageElement } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { DEMO_SITE_ID } from '../../../src/contract/site.ts';
import type { Language } from '../../../src/contract/words.ts';
import { checklistHtml } from '../../../src/report/checklist-html.ts';
import type { ChecklistInput } from '../../../src/report/report-input.ts';
import { outcomeOf } from '../../../src/verdict/outcome.ts';
import {
  DEVICE_RUN_ID,
  deviceRun,
  goodVisit,
  romashka,
  serverRun,
  WORKSTATION_RUN_ID,
  workstationRun,
} from '../../fixtures/romashka.ts';
import { failed, makeRun, seeGood, seeToday } from '../../support/make-run.ts';

const DIGEST = '5d41402abc4b2a76b9719d911017c592ae0fbc1234567890abcdef0123e0c9aa';

function inputOf(runs: ChecklistInput['runs'], changes: Partial<ChecklistInput> = {}): ChecklistInput {
  const { language = 'ru', visit = null } = changes;
  return {
    ...outcomeOf({ runs, visit, at: '2026-11-22T09:04:00.000Z', language }),
    visit,
    manualItems: [],
    runs,
    language,
    engineer: 'Орлов Павел Андреевич',
    company: 'ООО «Сервис-Партнёр»',
    printedAt: '2026-11-22T09:04:00.000Z',
    timeZone: 'Europe/Moscow',
    digest: DIGEST,
    ...changes,
  };
}

function paper(runs: ChecklistInput['runs'], changes: Partial<ChecklistInput> = {}): PageDocument {
  const html = checklistHtml(inputOf(runs, changes)).replace(/<style>[\s\S]*?<\/style>/, '');
  return new JSDOM(html).window.document;
}

function visit(deviceCount: number, language: Language = 'ru') {
  const site = romashka(deviceCount);
  const recipe = { site, language };
  return [workstationRun(recipe), deviceRun(recipe), serverRun(recipe)];
}

function text(node: PageElement | null): string {
  return (node?.textContent ?? '').replace(/\s+/gu, ' ').trim();
}

function rowsOf(document: PageDocument, section: string): PageElement[] {
  return [...document.querySelectorAll(`[data-section="${section}"] tbody`)];
}

function checksOnPaper(document: PageDocument): number {
  return [...document.querySelectorAll('tbody[data-checks]')].reduce(
    (sum, row) => sum + Number(row.getAttribute('data-checks')),
    0,
  );
}

describe('checklistHtml', () => {
  it.each([1, 2, 40, 300])('puts every check on paper when the site has %i devices', (count) => {
    const runs = visit(count);
    expect(checksOnPaper(paper(runs))).toBe(runs[0]?.checks.length);
  });

  it('gives every row a box for the pen of the customer', () => {
    const document = paper(visit(40));
    const rows = document.querySelectorAll('tbody[data-checks]').length;
    expect(document.querySelectorAll('tbody[data-checks] .accepted .box')).toHaveLength(rows);
  });

  it('orders sections by the place that proves them and names place, address and time', () => {
    const headings = [...paper(visit(40)).querySelectorAll('section[data-section] h2')].map(text);
    expect(headings).toEqual([
      '1. От рабочих мест (АРМ) к серверу из розетки АРМ 10.77.10.57, 22.11.2026, 10:12',
      '2. От МФУ к серверу из розетки МФУ 10.77.20.143, 22.11.2026, 10:41',
      '3. От сервера к МФУ из сети серверов 10.77.30.99, 22.11.2026, 11:20',
      '4. От сервера к внешним ресурсам оттуда же, 11:20',
      '5. Внутри сервера доказывает только сам сервер; косвенно из розетки АРМ 10.77.10.57, 22.11.2026, 10:12',
    ]);
  });

  it('shows a direct result of an earlier run when a later run saw the same check only indirectly', () => {
    const site = romashka(1);
    const direct = deviceRun({ site });
    const later = makeRun({
      site,
      viewpoint: 'workstation',
      id: WORKSTATION_RUN_ID,
      startedAt: '2026-11-22T12:00:00.000Z',
      address: '10.77.10.57',
      indirect: true,
      see: seeToday,
    });
    const row = rowsOf(paper([later, direct]), 'device-to-server')[1];
    expect(row?.getAttribute('data-sign')).toBe('fail');
    expect(text(row ?? null)).toContain('напрямую');
  });

  it('shows the newest of two direct results', () => {
    const site = romashka(1);
    const repaired = makeRun({
      site,
      viewpoint: 'device',
      id: DEVICE_RUN_ID.replace('9f', 'aa'),
      startedAt: '2026-11-23T07:00:00.000Z',
      address: '10.77.20.143',
      see: seeToday,
    });
    const row = rowsOf(paper([repaired, deviceRun({ site })]), 'device-to-server')[1];
    expect(row?.getAttribute('data-sign')).toBe('pass');
  });

  it('folds healthy devices into a count and names the sick ones with what to do', () => {
    const row = rowsOf(paper(visit(40)), 'server-to-device')[0];
    expect(text(row?.querySelector('.seen') ?? null)).toBe(
      '37 из 40: открыт, HTTP 2003 из 40: фильтруется, тишина',
    );
    expect(text(row?.querySelector('.verdict') ?? null)).toBe('Не пройдено');
    expect(text(row?.querySelector('.note') ?? null)).toContain('3 МФУ: mfu-201; mfu-202; mfu-203.');
    expect(text(row?.querySelector('.note') ?? null)).toContain(
      '10.77.20.21, 10.77.20.22, 10.77.20.23, tcp 80',
    );
  });

  it('lists more than twelve sick devices in an appendix, each of them', () => {
    const site = romashka(40);
    const document = paper([serverRun({ site, sickDevices: 13 })]);
    expect(document.querySelectorAll('.appendix tbody.device')).toHaveLength(13);
    expect(text(document.querySelector('.appendix'))).toContain('mfu-213');
    expect(text(rowsOf(document, 'server-to-device')[0] ?? null)).toContain('список в приложении');
    expect(paper([serverRun({ site, sickDevices: 12 })]).querySelector('.appendix')).toBeNull();
  });

  it('has one line in the appendix for each sick device, with all its ports in one cell', () => {
    const site = romashka(300);
    const run = makeRun({
      site,
      viewpoint: 'server',
      id: WORKSTATION_RUN_ID,
      startedAt: '2026-11-22T07:12:00.000Z',
      address: '10.77.30.99',
      see: (check) =>
        check.to.role === 'device' && check.to.id !== 'mfu-201'
          ? failed(check, 'connect', 'timeout')
          : seeToday(check),
    });
    const lines = [...paper([run]).querySelectorAll('.appendix tbody.device')];
    expect(lines).toHaveLength(299);
    expect(text(lines[0]?.querySelector('td:last-child') ?? null)).toBe('80, 443, 631, 9100/tcp, 161/udp');
    expect(new Set(lines.map(text)).size).toBe(299);
    const wards = [...paper([run]).querySelectorAll('.appendix .ward')].map(text);
    expect(wards).toHaveLength(1);
    expect(wards[0]).toContain('299 МФУ 80, 443, 631, 9100/tcp: фильтруется, тишина');
  });

  it('names the source addresses that the answered checks of a section had, or else the bound one', () => {
    const run = makeRun({
      site: romashka(1),
      viewpoint: 'workstation',
      id: WORKSTATION_RUN_ID,
      startedAt: '2026-11-22T07:12:00.000Z',
      address: '192.168.7.7',
    });
    const unbound = {
      ...run,
      place: { ...run.place, addresses: ['192.168.7.7', '172.17.0.1'], localAddress: null },
    };
    const silent = { ...unbound, checks: unbound.checks.map((check) => ({ ...check, facts: {} })) };
    const heading = (runs: ChecklistInput['runs']) => text(paper(runs).querySelector('section h2'));
    expect(heading([unbound])).toContain('из розетки АРМ 192.168.7.7, 22.11.2026');
    expect(heading([silent])).toContain('из розетки АРМ, 22.11.2026');
    const bound = { ...silent, place: { ...silent.place, localAddress: '192.168.7.8' } };
    expect(heading([bound])).toContain('из розетки АРМ 192.168.7.8, 22.11.2026');
  });

  it('breaks a list of ports after the comma only', () => {
    const cell = [...paper(visit(1)).querySelectorAll('td.port')].find((port) =>
      text(port).includes('30000'),
    );
    expect([...(cell?.querySelectorAll('.nowrap') ?? [])].map(text)).toEqual(['21,', '30000–30199']);
  });

  it('keeps a row and its second line in one body when there is something to do', () => {
    const document = paper(visit(40));
    const noted = [...document.querySelectorAll('tbody[data-sign="fail"], tbody[data-sign="warn"]')];
    expect(noted.length).toBeGreaterThan(3);
    for (const row of noted) expect(text(row.querySelector('tr.note'))).toContain('Что сделать:');
  });

  it('says that a row has to be checked by hand, and claims no proof, when the tool could not', () => {
    const row = rowsOf(paper(visit(1)), 'workstation-to-server').at(-1);
    expect(row?.getAttribute('data-sign')).toBe('error');
    expect(text(row?.querySelector('.note') ?? null)).toContain('проверить вручную');
    expect(text(row?.querySelector('.proven') ?? null)).toBe('нет');
  });

  it('says honestly where nobody has been', () => {
    const site = romashka(40);
    const document = paper([deviceRun({ site })]);
    const section = document.querySelector('[data-section="server-to-device"]');
    expect(text(section?.querySelector('h2') ?? null)).toContain(
      'не проверялось: из сети серверов запуска не было',
    );
    for (const row of rowsOf(document, 'server-to-device')) {
      expect(row.getAttribute('data-sign')).toBe('not-seen');
      expect(text(row.querySelector('.seen'))).toBe('не проверялся, 40 МФУ');
    }
  });

  it('counts requirements by state and never says «Готово» of what is not proven', () => {
    const box = paper(visit(40)).querySelector('.readiness');
    expect(text(box)).toContain('Не готово');
    expect(text(box)).toContain('Не выполнено 5 требований из 23.');
    expect(text(box?.querySelector('.counts') ?? null)).toBe(
      '2 доказано5 не выполнено1 с замечанием4 только косвенно11 не доказано',
    );
  });

  it('says «Готово» when every requirement is proven directly', () => {
    const box = paper(goodVisit(romashka(40))).querySelector('.readiness');
    expect(text(box)).toContain('Готово');
    expect(text(box)).toContain('Выполнены все 23 требования, каждое доказано напрямую.');
    expect(text(box?.querySelector('.counts') ?? null)).toBe('23 доказано');
  });

  it('explains only signs that stand on the paper', () => {
    expect(text(paper(goodVisit(romashka(40))).querySelector('.legend'))).toBe('пройдено, напрямуюоткрыт');
  });

  it('heads an interrupted run with what was done of what was planned', () => {
    const run = makeRun({
      site: romashka(1),
      viewpoint: 'workstation',
      id: WORKSTATION_RUN_ID,
      startedAt: '2026-11-22T07:12:00.000Z',
      address: '10.77.10.57',
      see: (check) => (check.port > 5000 ? 'cancelled' : seeGood(check)),
    });
    expect(text(paper([run]).querySelector('.stopped'))).toBe(
      'Остановлено: 3 из 7 (из розетки АРМ, 22.11.2026, 10:12), остальное не проверялось.',
    );
  });

  it('warns in a box when a decoy port opened', () => {
    const run = makeRun({
      site: romashka(1),
      viewpoint: 'workstation',
      id: WORKSTATION_RUN_ID,
      startedAt: '2026-11-22T07:12:00.000Z',
      address: '10.77.10.57',
      decoys: 'fail',
    });
    expect(text(paper([run]).querySelector('[data-control="fail"]'))).toContain('10.77.30.10:47113');
    expect(text(paper(visit(1)).querySelector('.controls'))).toContain('можно верить');
  });

  it('is marked as a demo when the site is the built-in one', () => {
    const site = romashka(2, { id: DEMO_SITE_ID });
    const document = paper([workstationRun({ site })]);
    expect(text(document.querySelector('.bar'))).toContain('ДЕМО');
    expect(text(document.querySelector('.notice'))).toContain('Ни одна сеть заказчика не проверялась');
    expect(paper(visit(2)).querySelector('.demo')).toBeNull();
  });

  it('has room for two signatures, and a line for an engineer who is not named', () => {
    const document = paper(visit(1));
    expect(document.querySelectorAll('.signatures .line')).toHaveLength(2);
    expect(text(document.querySelector('.signatures'))).toContain('Орлов Павел Андреевич');
    expect(text(document.querySelector('.signatures'))).toContain('Представитель заказчика');
    expect(paper(visit(1), { engineer: '' }).querySelectorAll('.facts .write')).toHaveLength(2);
  });

  it('has the same number and text whenever it is printed', () => {
    const early = checklistHtml(inputOf(visit(3)));
    expect(checklistHtml(inputOf(visit(3), { printedAt: '2027-12-01T00:00:00.000Z' }))).toBe(early);
    expect(text(new JSDOM(early).window.document.querySelector('.bar'))).toContain(
      '№ ЧЛ-2026-11-22-7c1e от 22 ноября 2026',
    );
    expect(early).toContain(DIGEST);
  });

  it.each(['ru', 'en'] as const)('has no unfilled places when the language is %s', (language) => {
    const body = text(paper(visit(40, language), { language }).body);
    expect(body).not.toMatch(/undefined|null|NaN|[{}]|\[object/);
  });

  it('has no Cyrillic in English but the data of the profile', () => {
    const site = romashka(3, { name: 'HQ', customer: 'Daisy Ltd', address: 'Main St. 1', devices: [] });
    const recipe = { site, language: 'en' } as const;
    const html = checklistHtml(
      inputOf([workstationRun(recipe), serverRun(recipe)], {
        language: 'en',
        engineer: 'P. Orlov',
        company: 'Acme',
      }),
    );
    expect(html.replace(/<style>[\s\S]*?<\/style>/, '')).not.toMatch(/\p{Script=Cyrillic}/u);
  });

  it('shows hostile values as text and drops what cannot be seen', () => {
    const nasty =
      '<script>alert(1)</script>&"\'\u202Egpj.exe\u0000\u200B</table><img src=x onerror=alert(1)>';
    const site = romashka(13, {
      name: nasty,
      customer: nasty,
      address: nasty,
      servers: [{ id: 'app1', name: nasty, host: '10.77.30.10', roles: ['personalAccount', 'monitoring'] }],
      devices: [1, 2].map((n) => ({ id: `d${n}`, name: nasty, host: `10.0.0.${n}`, location: nasty })),
    });
    const run = makeRun({
      site,
      viewpoint: 'server',
      id: WORKSTATION_RUN_ID,
      startedAt: '2026-11-22T07:12:00.000Z',
      address: '10.77.10.57',
      see: (check) => (check.to.host === '10.0.0.1' ? failed(check, 'connect', 'timeout') : seeToday(check)),
    });
    const html = checklistHtml(inputOf([run], { engineer: nasty, company: nasty }));
    const document = new JSDOM(html).window.document;
    expect(document.querySelectorAll('script, img')).toHaveLength(0);
    expect(text(document.querySelector('.facts'))).toContain('<script>alert(1)</script>&"\'gpj.exe</table>');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must be gone
    expect(html).not.toMatch(/[\u0000-\u0008\u200B\u202E]/);
  });

  it('asks the network for nothing', () => {
    const html = checklistHtml(inputOf(visit(1)));
    expect(html).toContain('default-src &#39;none&#39;');
    expect(html).not.toMatch(/(?:src|href)\s*=\s*["']?http|url\((?!data:)/);
  });

  it('refuses no runs and runs of different sites', () => {
    expect(() => checklistHtml(inputOf([]))).toThrow(RangeError);
    const other = romashka(1, { id: '0b7c2f4e-0000-4000-8000-000000000002' });
    expect(() =>
      checklistHtml(inputOf([workstationRun({ site: romashka(1) }), deviceRun({ site: other })])),
    ).toThrow(RangeError);
  });

  it('refuses runs of different stages, which come to no one readiness', () => {
    const [first, second] = visit(1);
    if (first === undefined || second === undefined) throw new Error('no runs to print');
    expect(() => checklistHtml(inputOf([first, { ...second, stage: 'before-install' }]))).toThrow(RangeError);
    expect(() => checklistHtml(inputOf([first, second]))).not.toThrow();
  });

  it('does not show results for an address that the profile no longer has, and says how many', () => {
    const moved = romashka(2, { devices: [{ id: 'mfu-201', name: 'mfu-201', host: '10.77.20.99' }] });
    const document = paper(
      [serverRun({ site: romashka(2) }), deviceRun({ site: moved })].map((run, index) =>
        index === 0 ? { ...run, startedAt: '2026-11-21T07:00:00.000Z' } : run,
      ),
    );
    expect(text(document.body)).not.toContain('10.77.20.21');
    expect(text(document.body)).toContain('Не показаны результаты прежних запусков');
  });
});
