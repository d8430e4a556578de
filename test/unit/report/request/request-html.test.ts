/** The printed request: what it says of each row, what not to touch, how to check again, and room for a refusal. */
import { describe, expect, it } from 'vitest';
import type { FirewallRequest } from '../../../../src/contract/firewall-request.ts';
import type { Run } from '../../../../src/contract/run.ts';
import type { Language } from '../../../../src/contract/words.ts';
import { footerTemplate } from '../../../../src/report/footer.ts';
import type { RequestPaperInput } from '../../../../src/report/report-input.ts';
import { requestCsv } from '../../../../src/report/request/request-csv.ts';
import { requestHtml } from '../../../../src/report/request/request-html.ts';
import { deviceRun, romashka, workstationRun } from '../../../fixtures/romashka.ts';
import { CATALOGUE } from '../../../support/make-run.ts';
import { requestFor, runFailing } from './requests.ts';

const SITE = romashka(2);

function paper(request: FirewallRequest, runs: readonly Run[], language: Language = 'ru'): RequestPaperInput {
  return {
    request,
    site: SITE,
    catalogue: CATALOGUE,
    runs,
    digest: 'ab'.repeat(32),
    toolVersion: '0.2.0',
    language,
    engineer: '',
    company: '',
    printedAt: '2026-11-22T09:04:00.000Z',
    timeZone: 'Europe/Moscow',
  };
}

/** The words of the page alone, blanks as one space. */
function wordsOf(page: string): string {
  return page
    .replace(/^.*<body/su, '<body')
    .replace(/<[^>]*>/g, ' ')
    .replace(/[\s\u00A0]+/g, ' ');
}

describe('requestHtml', () => {
  const runs = [workstationRun({ site: SITE }), deviceRun({ site: SITE })];
  const request = requestFor({ site: SITE, runs });

  it('says of a row who asks, from where, to where, which port, why, and what was seen', () => {
    const words = wordsOf(requestHtml(paper(request, runs)));
    expect(words).toContain('ЗП-2026-11-22-01');
    expect(words).toContain('П. А. Орлов');
    expect(words).toContain('10.77.20.0/24');
    expect(words).toContain('tcp 8080');
    expect(words).toContain('ПринтМенеджер, HTTPS, строка 8');
    expect(words).toContain('тишина, 2 попытки по 2 с; соседний 8010 открыт за 1,8 мс');
    expect(words).toContain('ip saddr 10.77.20.0/24 ip daddr 10.77.30.10 tcp dport 8080 ct state new accept');
  });

  it('tells works and faults of services apart from what it asks for', () => {
    const words = wordsOf(requestHtml(paper(request, runs)));
    expect(words).toContain('Розетка МФУ. Уже работает: 8010/tcp.');
    expect(words).toMatch(/Розетка АРМ. Порт открыт, причина в самой службе, правило не нужно: 8001\/tcp/);
  });

  it('says how to check again and leaves room for a refusal', () => {
    const words = wordsOf(requestHtml(paper(request, runs)));
    expect(words).toContain('«Проверить заявку»: 1 проверка');
    expect(words).toContain('sitecheck run ПРОФИЛЬ.site.json --from device --only printmanager-https');
    expect(words).toContain('Без tcp 8080 недоступно: работа ПринтМенеджера');
  });

  it('speaks English without a Russian word of its own', () => {
    const english = wordsOf(requestHtml(paper({ ...request, requester: '', number: '1' }, runs, 'en')));
    const foreign = english.replace(/«|»|ООО|Ромашка|Головной|офис|Складочная|ул\.|стр\.|каб\./g, '');
    expect(foreign).not.toMatch(/[А-Яа-яЁё]/);
  });

  it('says so where there is nothing to open', () => {
    const good = [runFailing([], { viewpoint: 'device' })];
    const words = wordsOf(requestHtml(paper(requestFor({ runs: good }), good)));
    expect(words).toContain('Открывать нечего');
    expect(words).not.toContain('Если отказано');
  });

  it('leaves a line to write on for a source that nobody has named', () => {
    const table = requestFor({ basis: 'table', networks: { workstation: [], device: [] } });
    expect(wordsOf(requestHtml(paper(table, [])))).toContain('впишите адреса или сеть');
  });

  it('prints a refusal and its reason, and when a row was proven', () => {
    const [row] = request.rows;
    if (row === undefined) throw new Error('no row');
    const refused = {
      ...request,
      rows: [{ ...row, state: 'refused' as const, refusal: 'запрещено политикой' }],
    };
    expect(wordsOf(requestHtml(paper(refused, runs)))).toContain('запрещено политикой');
    const confirmedBy = { runId: '9f32c8d1-5a3f-4f0e-9c59-0a1b2c3d4e5f', at: '2026-11-22T10:00:00.000Z' };
    const confirmed = { ...request, rows: [{ ...row, state: 'confirmed' as const, confirmedBy }] };
    expect(wordsOf(requestHtml(paper(confirmed, runs)))).toContain('проверено 22.11.2026, 13:00');
  });

  it('keeps what nobody types from paper off it, and says where it is', () => {
    const devices = Array.from({ length: 300 }, (_, index) => ({
      id: `mfu-${index}`,
      name: '',
      // Every other address, so that no network holds them.
      host: `10.77.${20 + Math.floor(index / 100)}.${2 * (index % 100) + 1}`,
    }));
    const site = romashka(0, { devices });
    const words = wordsOf(requestHtml({ ...paper(requestFor({ site, basis: 'table' }), []), site }));
    expect(words).toContain('и ещё 260: все в таблице CSV');
    expect(words).toContain('Для бумаги слишком длинно');
    expect(words).toContain('New-NetFirewallRule');
  });

  it('carries the code of its number and digest, with words beside it', () => {
    const page = requestHtml(paper(request, runs));
    expect(page).toContain('class="qr-code"');
    expect(wordsOf(page)).toContain('номер и хеш');
  });

  it('stands in its own foot', () => {
    const foot = wordsOf(`<body>${footerTemplate(paper(request, runs))}`);
    expect(foot).toContain('ЗП-2026-11-22-01 · площадка 0b7c2f4e · результаты 7c1e4b0a, 9f32c8d1');
    expect(foot).toContain('SHA-256 abababababab…abab');
  });
});

describe('requestCsv', () => {
  it('has a mark for Excel, one line a row and no cell that is a formula', () => {
    const site = romashka(2, { devices: [{ id: 'mfu-201', name: '=cmd|calc!A1', host: '10.77.20.21' }] });
    const text = requestCsv({
      request: requestFor({ site, basis: 'table' }),
      catalogue: CATALOGUE,
      language: 'ru',
    });
    const lines = text.trimEnd().split('\r\n');
    expect(text.startsWith('\uFEFFЗаявка;№;Точка;Откуда')).toBe(true);
    expect(lines).toHaveLength(11);
    expect(lines[4]).toContain("'=cmd|calc!A1");
    expect(lines[1]).toContain(';10.77.10.0/24;;10.77.30.10;');
  });
});
