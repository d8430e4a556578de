import { describe, expect, it } from 'vitest';
import {
  buildMatrix,
  type MatrixRequest,
  squareOf,
} from '../../../../../renderer/features/coverage/matrix.ts';
import { nextSquare } from '../../../../../renderer/features/coverage/matrix-moves.ts';
import { deviceRun, romashka, serverRun, workstationRun } from '../../../../fixtures/romashka.ts';
import { coverageFor, makeWaiver } from '../../coverage-of-visit.ts';

const site = romashka(30, {
  devices: Array.from({ length: 30 }, (_, index) => ({
    id: `mfu-${201 + index}`,
    name: `mfu-${201 + index}`,
    host: `10.77.20.${21 + index}`,
    location: index < 20 ? '1 этаж' : 'Склад',
  })),
});
const RUNS = [workstationRun({ site }), deviceRun({ site }), serverRun({ site })];
const { cells } = coverageFor(site, RUNS);

function build(changes: Partial<MatrixRequest> = {}) {
  return buildMatrix({
    cells,
    site,
    titleOf: (requirement) => requirement,
    partyName: (party) => party,
    openedGroup: null,
    onlyLeft: false,
    query: '',
    turned: new Set(),
    ...changes,
  });
}

const keys = (matrix: ReturnType<typeof build>) => matrix.columns.map(({ key }) => key);
const row = (matrix: ReturnType<typeof build>, requirement: string) =>
  matrix.sections.flatMap(({ rows }) => rows).find((each) => each.requirement === requirement);

describe('the matrix of coverage', () => {
  it('has servers and external resources each, and devices folded by location', () => {
    expect(keys(build())).toEqual([
      'server:app1',
      'external:pg',
      'external:ch',
      'external:ad',
      'external:nfs',
      'external:s3.printum.io',
      'group:1 этаж',
      'group:Склад',
    ]);
  });

  it('shows the worst of a folded group, and how many are in that state', () => {
    const square = row(build(), 'device-http')?.squares.get('group:1 этаж');
    expect(square).toMatchObject({ state: 'failed', count: 3 });
    expect(square?.cells.length).toBe(20);
  });

  it('opens one group at a time into its devices', () => {
    const matrix = build({ openedGroup: 'Склад' });
    expect(matrix.columns.filter(({ kind }) => kind === 'device').length).toBe(10);
    expect(keys(matrix)).toContain('group:1 этаж');
    expect(row(matrix, 'device-http')?.squares.get('device:mfu-221')?.cells.length).toBe(1);
  });

  it('shows a dozen devices without folding them', () => {
    const small = romashka(12);
    const matrix = build({ site: small, cells: coverageFor(small, []).cells });
    expect(matrix.columns.filter(({ kind }) => kind === 'device').length).toBe(12);
    expect(matrix.columns.some(({ kind }) => kind === 'group')).toBe(false);
  });

  it('leaves a square out where the requirement does not apply', () => {
    const { squares } = row(build(), 'device-http') ?? { squares: new Map() };
    expect([...squares.keys()]).toEqual(['group:1 этаж', 'group:Склад']);
  });

  it('groups rows by the place that proves them, and hides what is done of a section that mostly is', () => {
    const section = build().sections.find(({ id }) => id === 'workstation-to-server');
    expect(section).toMatchObject({ place: 'workstation', folded: true, total: 7 });
    expect(
      section?.rows.every(({ squares }) => [...squares.values()].every(({ state }) => state !== 'proven')),
    ).toBe(true);
    const opened = build({ turned: new Set(['workstation-to-server']) }).sections[0];
    expect(opened?.rows.length).toBe((section?.rows.length ?? 0) + (section?.finished ?? 0));
  });

  it('holds only what is left where that is asked for', () => {
    const matrix = build({ onlyLeft: true });
    const states = matrix.sections.flatMap(({ rows }) =>
      rows.flatMap(({ squares }) => [...squares.values()].map(({ state }) => state)),
    );
    expect(states.length).toBeGreaterThan(0);
    expect(states).not.toContain('proven');
  });

  it('is empty where nothing is left and only that is asked for', () => {
    const waivers = cells.map(({ check }, index) =>
      makeWaiver({
        id: `0b7c2f4e-0000-4000-8000-00000000${1000 + (index % 8000)}`,
        requirement: check.requirement,
      }),
    );
    expect(build({ cells: coverageFor(site, RUNS, waivers).cells, onlyLeft: true }).sections).toEqual([]);
  });

  it('finds a device by name or address, and a row by its port', () => {
    expect(keys(build({ query: 'MFU-223' }))).toEqual(['device:mfu-223']);
    expect(keys(build({ query: '10.77.20.43' }))).toEqual(['device:mfu-223']);
    const byPort = build({ query: '9100' });
    expect(byPort.sections.flatMap(({ rows }) => rows.map(({ requirement }) => requirement))).toEqual([
      'device-raw',
    ]);
  });

  it('calls external resources by what they are, and servers by the first part of their name', () => {
    const labels = build().columns.map(({ label }) => label);
    expect(labels.slice(0, 3)).toEqual(['prn-app01', 'postgresql', 'clickhouse']);
    expect(labels[5]).toBe('s3.printum.io');
  });

  it('takes the order of states from the contract', () => {
    const failedOf = cells.filter(({ state }) => state === 'failed').slice(0, 1);
    const provenOf = cells.filter(({ state }) => state === 'proven').slice(0, 2);
    expect(squareOf([...provenOf, ...failedOf])).toMatchObject({ state: 'failed', count: 1 });
    expect(squareOf(provenOf)).toMatchObject({ state: 'proven', count: 2 });
  });

  it('is built for 2,000 devices within a few times of what 200 take for each', () => {
    const time = (count: number) => {
      const large = romashka(count);
      const largeCells = coverageFor(large, []).cells;
      const rounds = Array.from({ length: 5 }, () => {
        const begin = performance.now();
        build({ site: large, cells: largeCells });
        return performance.now() - begin;
      });
      // The least disturbed of them: other programs may take the processor at any moment.
      return Math.min(...rounds);
    };
    expect(time(2000)).toBeLessThan(time(200) * 60);
  });
});

describe('arrow keys in the matrix', () => {
  const matrix = build();
  const first = matrix.sections.find(({ id }) => id === 'server-to-device')?.rows[0];
  const at = (key: string, from = { row: first?.key ?? '', column: 'group:1 этаж' }) =>
    nextSquare(matrix, from, key);

  it('go along the squares of a row, never onto what does not apply', () => {
    expect(at('ArrowRight')).toEqual({ row: first?.key, column: 'group:Склад' });
    expect(at('ArrowLeft')).toBeNull();
    expect(at('End')).toEqual({ row: first?.key, column: 'group:Склад' });
  });

  it('go up and down to the same column, else to the nearest square of the next row', () => {
    expect(at('ArrowDown')?.column).toBe('group:1 этаж');
    expect(at('ArrowUp')?.column).toBe('server:app1');
  });

  it('lead nowhere from a square that is gone', () => {
    expect(at('ArrowDown', { row: 'gone', column: 'gone' })).toBeNull();
  });
});
