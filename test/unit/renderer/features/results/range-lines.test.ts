import { describe, expect, it } from 'vitest';
import { linesOf, placesOf, tallyOf } from '../../../../../renderer/features/results/range-lines.ts';
import type { FtpPortFact, FtpPortState } from '../../../../../src/contract/facts-ftp.ts';

function port(number: number, state: FtpPortState): FtpPortFact {
  return { port: number, state, errno: state === 'open' ? null : 'timeout' };
}

describe('the map of a passive range', () => {
  it('puts twenty ports on a line, in their order, however they came', () => {
    const ports = Array.from({ length: 50 }, (_, index) => port(30_049 - index, 'closed'));
    const lines = linesOf(ports);
    expect(lines.map(({ from, ports: part }) => [from, part.length])).toEqual([
      [30_000, 20],
      [30_020, 20],
      [30_040, 10],
    ]);
    expect(lines[0]?.ports[19]?.port).toBe(30_019);
  });

  it('counts each state that occurs and names where', () => {
    const ports = [port(30_000, 'open'), port(30_001, 'filtered'), port(30_002, 'filtered')];
    const blocks = [
      { from: 30_000, to: 30_000, state: 'open' as const },
      { from: 30_001, to: 30_002, state: 'filtered' as const },
    ];
    expect(
      tallyOf({ ports, blocks }).map(({ state, count, blocks: own }) => [state, count, placesOf(own)]),
    ).toEqual([
      ['open', 1, '30000'],
      ['filtered', 2, '30001–30002'],
    ]);
  });

  it('begins a long list of places and says that it goes on', () => {
    const blocks = [1, 3, 5, 7, 9].map((at) => ({ from: at, to: at, state: 'filtered' as const }));
    expect(placesOf(blocks)).toBe('1, 3, 5, 7, …');
  });

  it('has no line for a range without ports', () => {
    expect(linesOf([])).toEqual([]);
    expect(tallyOf({ ports: [], blocks: [] })).toEqual([]);
  });
});
