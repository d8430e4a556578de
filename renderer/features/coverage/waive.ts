/** What a waiver of one square, its row or its column becomes: one waiver for each flow, requirement or target. */
import type { Waiver } from '../../../src/contract/waivers.ts';
import { isLeft } from '../../coverage-signs.ts';
import type { Column } from './columns.ts';
import type { Matrix, MatrixRow, Square } from './matrix.ts';

export const WAIVE_SCOPES = ['cell', 'row', 'column'] as const;
export type WaiveScope = (typeof WAIVE_SCOPES)[number];

export interface Selection {
  readonly row: MatrixRow;
  readonly column: Column;
  readonly square: Square;
}

export type Waived = Pick<Waiver, 'requirement' | 'from' | 'targetId'>;

/** The square under both keys, or null where the matrix no longer has it. */
export function selectionOf(matrix: Matrix, key: SelectionKey | null): Selection | null {
  if (key === null) return null;
  const row = matrix.sections.flatMap(({ rows }) => rows).find((each) => each.key === key.row);
  const column = matrix.columns.find((each) => each.key === key.column);
  const square = row?.squares.get(key.column);
  return row === undefined || column === undefined || square === undefined ? null : { row, column, square };
}

export interface SelectionKey {
  readonly row: string;
  readonly column: string;
}

/**
 * A folded group waives each of its devices; of a square only what is still left. A square and a row stand under the
 * place that proves them, so they name where their flows start: the same port from elsewhere is another flow.
 */
export function waivedBy(selection: Selection, scope: WaiveScope): readonly Waived[] {
  const { row, square } = selection;
  const { requirement } = row;
  if (scope === 'row') {
    const cells = [...row.squares.values()].flatMap(({ cells: each }) => each);
    return unique(cells.map(({ check }) => ({ requirement, from: check.from, targetId: null })));
  }
  if (scope === 'column') {
    return unique(
      square.cells.map(({ check }) => ({ requirement: null, from: null, targetId: check.to.id })),
    );
  }
  const left = square.cells.filter(({ state }) => isLeft(state));
  return unique(left.map(({ check }) => ({ requirement, from: check.from, targetId: check.to.id })));
}

function unique(waived: readonly Waived[]): readonly Waived[] {
  return [...new Map(waived.map((each) => [JSON.stringify(each), each])).values()];
}

/** Waivers of one word on one day, together: «mfu-206 в ремонте: 6». */
export interface WaiverGroup {
  readonly key: string;
  readonly reason: string;
  readonly by: string;
  readonly at: string;
  readonly until: string | null;
  readonly waivers: readonly Waiver[];
}

export function groupWaivers(waivers: readonly Waiver[]): readonly WaiverGroup[] {
  const groups = new Map<string, Waiver[]>();
  for (const waiver of waivers) {
    const key = JSON.stringify([waiver.reason, waiver.by, waiver.until]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [waiver]);
    else group.push(waiver);
  }
  return [...groups].flatMap(([key, members]) => {
    const [first] = members;
    if (first === undefined) return [];
    const { reason, by, at, until } = first;
    return [{ key, reason, by, at, until, waivers: members }];
  });
}
