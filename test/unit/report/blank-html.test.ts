import { JSDOM, type PageDocument, type PageElement } from 'jsdom';
import { describe, expect, it } from 'vitest';
import type { Site } from '../../../src/contract/site.ts';
import type { Viewpoint } from '../../../src/contract/words.ts';
import { blankChecklistHtml } from '../../../src/report/blank-html.ts';
import type { BlankInput } from '../../../src/report/report-input.ts';
import { romashka } from '../../fixtures/romashka.ts';
import { CATALOGUE, planOf } from '../../support/make-run.ts';

function inputOf(site: Site, changes: Partial<BlankInput> = {}): BlankInput {
  return {
    site,
    catalogue: CATALOGUE,
    checks: planOf({ site, viewpoint: 'workstation' }),
    language: 'ru',
    engineer: '',
    company: '',
    printedAt: '2026-11-20T09:00:00.000Z',
    timeZone: 'Europe/Moscow',
    toolVersion: '0.1.0',
    ...changes,
  };
}

function paper(site: Site, changes: Partial<BlankInput> = {}): PageDocument {
  const html = blankChecklistHtml(inputOf(site, changes)).replace(/<style>[\s\S]*?<\/style>/, '');
  return new JSDOM(html).window.document;
}

function text(node: PageElement | null): string {
  return (node?.textContent ?? '').replace(/\s+/gu, ' ').trim();
}

describe('blankChecklistHtml', () => {
  it.each([1, 3, 40])('has a line for every flow of the plan when the site has %i devices', (count) => {
    const site = romashka(count);
    const lines = [...paper(site).querySelectorAll('tbody[data-checks]')];
    const checks = lines.reduce((sum, line) => sum + Number(line.getAttribute('data-checks')), 0);
    expect(checks).toBe(planOf({ site, viewpoint: 'workstation' }).length);
  });

  it.each(['workstation', 'device', 'server'] as const)(
    'is the same form when the plan is that of the %s',
    (viewpoint: Viewpoint) => {
      const site = romashka(5);
      expect(blankChecklistHtml(inputOf(site, { checks: planOf({ site, viewpoint }) }))).toBe(
        blankChecklistHtml(inputOf(site)),
      );
    },
  );

  it('gives every line yes, no and not applicable', () => {
    for (const answers of paper(romashka(2)).querySelectorAll('td.answers')) {
      expect(answers.querySelectorAll('.box')).toHaveLength(3);
      expect(text(answers)).toBe('да нет н/п');
    }
  });

  it('asks how many of the devices when there are more than three, and has a line for each otherwise', () => {
    const many = [...paper(romashka(40)).querySelectorAll('[data-section="server-to-device"] tbody')];
    expect(many).toHaveLength(6);
    expect(text(many[0] ?? null)).toContain('сколько из 40:');
    const few = [...paper(romashka(3)).querySelectorAll('[data-section="server-to-device"] tbody')];
    expect(few).toHaveLength(18);
    expect(text(few[1] ?? null)).toContain('mfu-202, 10.77.20.22');
  });

  it('says that nothing may be sent to the RAW port, for many devices and for one', () => {
    for (const count of [1, 40]) {
      const raw = [...paper(romashka(count)).querySelectorAll('[data-section="server-to-device"] tbody')].at(
        -1,
      );
      expect(text(raw ?? null)).toContain('ничего не отправлять');
    }
  });

  it('has lines for the laptop address and the time in the heading of every section', () => {
    const headings = [...paper(romashka(1)).querySelectorAll('section h2')];
    expect(headings.map((heading) => heading.querySelectorAll('.fill').length)).toEqual([2, 2, 2, 2, 2]);
    expect(text(headings[0] ?? null)).toBe('1. От рабочих мест (АРМ) к серверу адрес ноутбука время');
  });

  it('says when a yes is allowed, and shows what to look for', () => {
    const document = paper(romashka(1));
    expect(text(document.querySelector('.rule'))).toContain('«Да» ставится, только если');
    expect(text(document.querySelector('[data-section="workstation-to-server"]'))).toContain(
      'именно TLS, не обычный HTTP',
    );
  });

  it('leaves lines for people, date and stage, and prints an engineer who is known', () => {
    const document = paper(romashka(1));
    expect(document.querySelectorAll('.facts .write')).toHaveLength(3);
    expect(text(document.querySelector('.stages'))).toBe('до установки после установки');
    expect(text(paper(romashka(1), { engineer: 'Орлов' }).querySelector('.facts'))).toContain('Орлов');
  });

  it('carries a number of its own', () => {
    expect(text(paper(romashka(1)).querySelector('.bar'))).toContain('№ ЧЛ-бланк-0b7c2f4e от 20 ноября 2026');
  });

  it('has no Cyrillic in English but the data of the profile, and no unfilled places', () => {
    const site = romashka(5, { name: 'HQ', customer: 'Daisy Ltd', address: 'Main St. 1' });
    const english = { ...site, devices: site.devices.map((device) => ({ ...device, location: '' })) };
    const body = text(paper(english, { language: 'en' }).body);
    expect(body).not.toMatch(/\p{Script=Cyrillic}/u);
    expect(body).not.toMatch(/undefined|null|NaN|[{}]|\[object/);
    expect(body).toContain('yes no n/a');
  });
});
