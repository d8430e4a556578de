import { describe, expect, it } from 'vitest';
import {
  inFilter,
  matchesSite,
  NEWEST_FIRST,
  pressColumn,
  type SiteOrder,
  siteRows,
  sortRows,
} from '../../../../../renderer/features/sites/site-list.ts';
import type { SiteSummary } from '../../../../../src/contract/bridge.ts';
import type { Readiness } from '../../../../../src/contract/labels.ts';
import { makeRunSummary, makeSite } from '../../fake-bridge.ts';

function visit(startedAt: string, closedAt: string | null = startedAt): SiteSummary['lastVisit'] {
  return {
    id: '0b7c2f4e-1d2a-4c3b-8e9f-0000000000b1',
    startedAt,
    updatedAt: startedAt,
    closedAt,
    step: 'where',
  };
}

function summary(name: string, changes: Partial<SiteSummary> = {}): SiteSummary {
  return {
    site: makeSite({ name }),
    demo: false,
    runs: [],
    lastVisit: null,
    readiness: 'not-checked',
    ...changes,
  };
}

describe('matchesSite', () => {
  it('finds by name, customer, address, and any host or address of the profile', () => {
    const site = makeSite();
    for (const query of ['ромашка', 'складочная 1', '10.77.20.22', '30.20', '']) {
      expect(matchesSite(site, query), query).toBe(true);
    }
    expect(matchesSite(site, '10.77.99.1')).toBe(false);
  });

  it('does not tell «ё» from «е»', () => {
    expect(matchesSite(makeSite({ name: 'Учёный совет' }), 'ученый')).toBe(true);
    expect(matchesSite(makeSite({ name: 'Ученый совет' }), 'учёный')).toBe(true);
  });
});

describe('siteRows', () => {
  it('takes the readiness as it was computed, whatever the numbers of the runs are', () => {
    const runs = [makeRunSummary('device', { fail: 2 })];
    const [row] = siteRows([summary('снято', { runs, readiness: 'ready' })]);
    expect(row).toMatchObject({ readiness: 'ready', state: { fail: 2 } });
  });

  it('knows an open visit, and dates a site by its newest run where no visit was kept', () => {
    const rows = siteRows([
      summary('открыт', { lastVisit: visit('2026-11-20T08:00:00.000Z', null) }),
      summary('закрыт', { lastVisit: visit('2026-11-19T08:00:00.000Z') }),
      summary('без выезда', { runs: [makeRunSummary('device', { pass: 1 })] }),
    ]);
    expect(rows.map(({ visitOpen, lastAt }) => [visitOpen, lastAt])).toEqual([
      [true, '2026-11-20T08:00:00.000Z'],
      [false, '2026-11-19T08:00:00.000Z'],
      [false, '2026-11-22T07:12:00.000Z'],
    ]);
  });
});

describe('sortRows', () => {
  const make = (name: string, id: string, readiness: Readiness, fail: number, startedAt: string | null) =>
    summary(name, {
      site: makeSite({ name, id }),
      readiness,
      runs: fail === 0 ? [] : [makeRunSummary('device', { fail })],
      lastVisit: startedAt === null ? null : visit(startedAt),
    });
  const idOf = (digit: number) => `0b7c2f4e-1d2a-4c3b-8e9f-00000000000${digit}`;
  const rows = siteRows([
    make('Бета 10', idOf(1), 'ready', 0, '2026-01-01T00:00:00.000Z'),
    make('Альфа', idOf(2), 'not-ready', 7, '2026-11-01T00:00:00.000Z'),
    make('Бета 2', idOf(3), 'not-checked', 0, null),
    make('Гамма', idOf(4), 'remarks', 0, '2026-06-01T00:00:00.000Z'),
  ]);
  const names = (order: SiteOrder, running: string | null = null) =>
    sortRows(rows, order, running).map((row) => row.site.name);

  it.each<readonly [string, SiteOrder, readonly string[]]>([
    ['newest visit first, never visited last', NEWEST_FIRST, ['Альфа', 'Гамма', 'Бета 10', 'Бета 2']],
    [
      'oldest visit first, never visited still last',
      { column: 'last', descending: false },
      ['Бета 10', 'Гамма', 'Альфа', 'Бета 2'],
    ],
    [
      'names with numbers as a person counts',
      { column: 'name', descending: false },
      ['Альфа', 'Бета 2', 'Бета 10', 'Гамма'],
    ],
    [
      'the farthest from ready first',
      { column: 'readiness', descending: false },
      ['Альфа', 'Бета 2', 'Гамма', 'Бета 10'],
    ],
    [
      'most faults first, equals by name',
      { column: 'faults', descending: true },
      ['Альфа', 'Бета 2', 'Бета 10', 'Гамма'],
    ],
  ])('puts %s', (_what, order, expected) => {
    expect(names(order)).toEqual(expected);
  });

  it('keeps the site with running checks on top in every order', () => {
    expect(names(NEWEST_FIRST, idOf(3))[0]).toBe('Бета 2');
    expect(names({ column: 'name', descending: true }, idOf(2))[0]).toBe('Альфа');
  });
});

describe('pressColumn', () => {
  it('turns the chosen column round and begins another with what asks for attention', () => {
    expect(pressColumn(NEWEST_FIRST, 'last')).toEqual({ column: 'last', descending: false });
    expect(pressColumn(NEWEST_FIRST, 'name')).toEqual({ column: 'name', descending: false });
    expect(pressColumn(NEWEST_FIRST, 'faults')).toEqual({ column: 'faults', descending: true });
  });
});

describe('inFilter', () => {
  it('counts never checked and too little data as one: no data', () => {
    const rows = siteRows([
      summary('никогда'),
      summary('мало', { readiness: 'not-enough-data', runs: [makeRunSummary('device', { pass: 1 })] }),
    ]);
    expect(rows.map((row) => inFilter(row, 'no-data'))).toEqual([true, true]);
    expect(rows.map((row) => inFilter(row, 'ready'))).toEqual([false, false]);
  });
});
