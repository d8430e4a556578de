import { describe, expect, it } from 'vitest';
import { inFilter, matchesSite, siteRows } from '../../../../../renderer/features/sites/site-list.ts';
import { makeRunSummary, makeSite } from '../../fake-bridge.ts';

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
  it('puts the newest visit first and sites never visited last', () => {
    const runs = (finishedAt: string) => [makeRunSummary('device', { pass: 1 }, { finishedAt })];
    const rows = siteRows([
      { site: makeSite({ name: 'никогда' }), demo: false, runs: [] },
      { site: makeSite({ name: 'давно' }), demo: false, runs: runs('2026-01-01T00:00:00.000Z') },
      { site: makeSite({ name: 'вчера' }), demo: false, runs: runs('2026-11-21T00:00:00.000Z') },
    ]);
    expect(rows.map((row) => row.site.name)).toEqual(['вчера', 'давно', 'никогда']);
  });
});

describe('inFilter', () => {
  it('counts never checked and too little data as one: no data', () => {
    const [never] = siteRows([{ site: makeSite(), demo: false, runs: [] }]);
    const [some] = siteRows([
      { site: makeSite(), demo: false, runs: [makeRunSummary('device', { pass: 1 })] },
    ]);
    if (never === undefined || some === undefined) throw new Error('no rows');
    expect([never, some].map((row) => inFilter(row, 'no-data'))).toEqual([true, true]);
    expect([never, some].map((row) => inFilter(row, 'ready'))).toEqual([false, false]);
  });
});
