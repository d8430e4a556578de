import { describe, expect, it } from 'vitest';
import { counted } from '../../../src/contract/plural.ts';
import { canonicalJson } from '../../../src/report/canonical-json.ts';
import { REPORT_FORMATS } from '../../../src/report/formats.ts';
import { dateAndTime, isoDate, longDate, shortDate, timeOfDay } from '../../../src/report/moments.ts';
import { devicesLine } from '../../../src/report/site-lines.ts';
import { outcomeOf } from '../../../src/verdict/outcome.ts';
import { goodVisit, romashka } from '../../fixtures/romashka.ts';

const MIDNIGHT = '2026-11-21T21:05:00.000Z';
const CHECKS = {
  ru: { one: 'проверка', few: 'проверки', many: 'проверок' },
  en: { one: 'check', other: 'checks' },
};

describe('counted', () => {
  it.each([
    [0, 'проверок', 'checks'],
    [1, 'проверка', 'check'],
    [2, 'проверки', 'checks'],
    [5, 'проверок', 'checks'],
    [11, 'проверок', 'checks'],
    [21, 'проверка', 'checks'],
    [112, 'проверок', 'checks'],
    [263, 'проверки', 'checks'],
  ])('agrees with %i', (count, russian, english) => {
    expect(counted(count, CHECKS, 'ru')).toBe(`${count}\u00A0${russian}`);
    expect(counted(count, CHECKS, 'en')).toBe(`${count}\u00A0${english}`);
  });
});

describe('moments', () => {
  it('tell day and time of the zone in the manner of the language', () => {
    const ru = { language: 'ru', timeZone: 'Europe/Moscow' } as const;
    const en = { language: 'en', timeZone: 'Europe/Moscow' } as const;
    expect(dateAndTime(MIDNIGHT, ru)).toBe('22.11.2026, 00:05');
    expect(dateAndTime(MIDNIGHT, en)).toBe('22 Nov 2026, 00:05');
    expect(longDate(MIDNIGHT, ru)).toBe('22\u00A0ноября\u00A02026');
    expect(longDate(MIDNIGHT, en)).toBe('22\u00A0November\u00A02026');
    expect(isoDate(MIDNIGHT, en)).toBe('2026-11-22');
    expect(shortDate('2026-06-04', { language: 'ru', timeZone: 'UTC' })).toBe('04.06.2026');
    expect(timeOfDay(MIDNIGHT, { language: 'en', timeZone: 'UTC' })).toBe('21:05');
  });
});

describe('canonicalJson', () => {
  it('is one text for one value, whatever the order of its keys', () => {
    expect(canonicalJson({ b: [{ d: 1, c: null }], a: 'x' })).toBe('{"a":"x","b":[{"c":null,"d":1}]}');
    expect(canonicalJson({ a: 'x', b: [{ c: null, d: 1 }] })).toBe(
      canonicalJson({ b: [{ d: 1, c: null }], a: 'x' }),
    );
  });
});

describe('devicesLine', () => {
  const line = (hosts: readonly string[], language: 'ru' | 'en' = 'ru') =>
    devicesLine(romashka(0, { devices: hosts.map((host, n) => ({ id: `d${n}`, host })) }), language).markup;

  it.each([
    [[], 'в профиле нет'],
    [['10.0.0.9', '10.0.0.1'], '10.0.0.9; 10.0.0.1'],
    [['10.0.0.9', '10.0.0.10', '10.0.0.2', '10.0.0.3'], '4\u00A0МФУ, все в 10.0.0.0/24'],
    [['10.0.10.1', '10.0.9.200', '10.0.9.9', '10.0.10.5'], '4\u00A0МФУ, адреса от 10.0.9.9 до 10.0.10.5'],
    [['10.0.0.9', 'mfu.corp', '10.0.0.2', '10.0.0.3'], '4\u00A0МФУ'],
    [['10.0.0.9', '2001:db8::1', '10.0.0.2', '10.0.0.3'], '4\u00A0МФУ'],
  ] as const)('is true of %j', (hosts, expected) => {
    expect(line(hosts)).toBe(expected);
  });

  it('is true in English', () => {
    expect(line(['10.0.1.1', '10.0.0.2', '10.0.0.3', '10.0.0.4'], 'en')).toBe(
      '4\u00A0MFPs, addresses from 10.0.0.2 to 10.0.1.1',
    );
  });
});

describe('REPORT_FORMATS', () => {
  const common = {
    language: 'ru',
    engineer: '',
    company: '',
    printedAt: MIDNIGHT,
    digest: '0',
  } as const;

  it('writes one run as an object and several as an array when the format is json', () => {
    const runs = goodVisit(romashka(1));
    expect(JSON.parse(REPORT_FORMATS.json({ ...common, runs: runs.slice(0, 1) }))).toEqual(runs[0]);
    expect(JSON.parse(REPORT_FORMATS.json({ ...common, runs }))).toEqual(runs);
  });

  it('holds both stages in json and csv, and refuses to make one checklist of them', () => {
    const [first, ...others] = goodVisit(romashka(1));
    if (first === undefined) throw new Error('no runs to write');
    const runs = [{ ...first, stage: 'before-install' } as const, ...others];
    expect(JSON.parse(REPORT_FORMATS.json({ ...common, runs }))).toEqual(runs);
    expect(REPORT_FORMATS.csv({ ...common, runs })).toContain('До установки');
    expect(() => outcomeOf({ runs, visit: null, at: MIDNIGHT, language: 'ru' })).toThrow(RangeError);
    const outcome = outcomeOf({ runs: others, visit: null, at: MIDNIGHT, language: 'ru' });
    const checklist = { ...common, ...outcome, runs, visit: null, manualItems: [] };
    expect(() => REPORT_FORMATS['checklist-html'](checklist)).toThrow(RangeError);
  });

  it('refuses an empty list of runs in every format', () => {
    const runs = goodVisit(romashka(1));
    const outcome = outcomeOf({ runs, visit: null, at: MIDNIGHT, language: 'ru' });
    for (const format of Object.values(REPORT_FORMATS)) {
      const input = { ...common, ...outcome, runs: [], visit: null, manualItems: [] };
      expect(() => format(input)).toThrow(RangeError);
    }
  });
});
