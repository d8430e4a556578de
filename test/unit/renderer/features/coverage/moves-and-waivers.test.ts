import { describe, expect, it } from 'vitest';
import { secondsFor } from '../../../../../renderer/check-time.ts';
import { buildMatrix } from '../../../../../renderer/features/coverage/matrix.ts';
import { movesOf } from '../../../../../renderer/features/coverage/moves.ts';
import {
  groupWaivers,
  selectionOf,
  type WaiveScope,
  waivedBy,
} from '../../../../../renderer/features/coverage/waive.ts';
import { deviceRun, goodVisit, romashka, workstationRun } from '../../../../fixtures/romashka.ts';
import { coverageFor, makeWaiver } from '../../coverage-of-visit.ts';

const site = romashka(30, {
  devices: Array.from({ length: 30 }, (_, index) => ({
    id: `mfu-${index}`,
    host: `10.77.20.${21 + index}`,
    location: index < 20 ? '1 этаж' : 'Склад',
  })),
});
const RUNS = [workstationRun({ site }), deviceRun({ site })];

describe('where to go next', () => {
  it('is first the place that proves most, with what it leads to', () => {
    const [first] = movesOf(coverageFor(site, RUNS), site.probe);
    expect(first).toMatchObject({ viewpoint: 'server', toDevices: 180, toExternal: 5 });
  });

  it('counts apart what only has to be repeated', () => {
    const device = movesOf(coverageFor(site, RUNS), site.probe).find(
      ({ viewpoint }) => viewpoint === 'device',
    );
    expect(device?.toRepeat).toBe(1);
  });

  it('is nowhere after a good visit to every place', () => {
    expect(movesOf(coverageFor(site, goodVisit(site)), site.probe)).toEqual([]);
  });

  it('costs more seconds where nobody knows how long the answers take', () => {
    const unknown = [{ result: null }];
    const known = coverageFor(site, RUNS).cells.filter(
      ({ result }) => result !== null && result.attempts > 0,
    );
    expect(secondsFor(unknown, site.probe)).toBe((site.probe.timeoutMs * site.probe.attempts) / 1000);
    expect(secondsFor(known.slice(0, 1), site.probe)).toBeLessThan(secondsFor(unknown, site.probe));
    expect(secondsFor([], site.probe)).toBe(0);
  });
});

describe('a waiver', () => {
  const matrix = buildMatrix({
    cells: coverageFor(site, RUNS).cells,
    site,
    titleOf: (requirement) => requirement,
    partyName: (party) => party,
    openedGroup: null,
    onlyLeft: false,
    query: '',
    turned: new Set(),
  });
  const row = matrix.sections
    .flatMap(({ rows }) => rows)
    .find(({ requirement }) => requirement === 'device-raw');
  const selection = selectionOf(matrix, { row: row?.key ?? '', column: 'group:Склад' });
  const of = (scope: WaiveScope) => (selection === null ? [] : waivedBy(selection, scope));

  it('of a folded square names each of its devices and the requirement', () => {
    expect(of('cell').length).toBe(10);
    expect(of('cell')[0]).toEqual({ requirement: 'device-raw', from: 'server', targetId: 'mfu-20' });
  });

  it('of a row names the requirement alone', () => {
    expect(of('row')).toEqual([{ requirement: 'device-raw', from: 'server', targetId: null }]);
  });

  it('of a column names each target alone', () => {
    expect(of('column').length).toBe(10);
    expect(of('column')[0]).toEqual({ requirement: null, from: null, targetId: 'mfu-20' });
  });

  it('has no square to stand on where the filter took it away', () => {
    expect(selectionOf(matrix, { row: 'gone', column: 'group:Склад' })).toBeNull();
    expect(selectionOf(matrix, null)).toBeNull();
  });

  it('is listed with those of the same word, name and day', () => {
    const groups = groupWaivers([
      makeWaiver({ targetId: 'a' }),
      makeWaiver({ targetId: 'b' }),
      makeWaiver({ targetId: 'c', reason: 'закрытый контур' }),
    ]);
    expect(groups.map(({ reason, waivers }) => [reason, waivers.length])).toEqual([
      ['в ремонте', 2],
      ['закрытый контур', 1],
    ]);
  });
});
