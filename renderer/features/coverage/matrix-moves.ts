/** Arrow keys in a matrix with gaps: from square to square, never onto what does not apply. */
import type { Matrix, MatrixRow } from './matrix.ts';
import type { SelectionKey } from './waive.ts';

type Shape = Pick<Matrix, 'columns' | 'sections'>;

/** The square that a key leads to, or null where the key is not one of the matrix's or leads nowhere. */
export function nextSquare(matrix: Shape, from: SelectionKey, key: string): SelectionKey | null {
  const rows = matrix.sections.flatMap((section) => section.rows);
  const rowIndex = rows.findIndex((row) => row.key === from.row);
  const row = rows[rowIndex];
  if (row === undefined) return null;
  const order = matrix.columns.map((column) => column.key);
  const inRow = order.filter((column) => row.squares.has(column));
  const at = inRow.indexOf(from.column);
  const along = (index: number) => keyOf(row, inRow[index]);
  switch (key) {
    case 'ArrowRight':
      return along(at + 1);
    case 'ArrowLeft':
      return at === 0 ? null : along(at - 1);
    case 'Home':
      return along(0);
    case 'End':
      return along(inRow.length - 1);
    case 'ArrowDown':
      return nearest(rows[rowIndex + 1], from.column, order);
    case 'ArrowUp':
      return nearest(rows[rowIndex - 1], from.column, order);
    case 'PageDown':
      return nearest(rows.at(-1), from.column, order);
    case 'PageUp':
      return nearest(rows[0], from.column, order);
    default:
      return null;
  }
}

/** The first square of the matrix, where the tab key enters it. */
export function firstSquare(matrix: Shape): SelectionKey | null {
  const row = matrix.sections.flatMap(({ rows }) => rows)[0];
  const column = matrix.columns.find(({ key }) => row?.squares.has(key));
  return row === undefined || column === undefined ? null : { row: row.key, column: column.key };
}

/** In the same column, else in the one that stands nearest. */
function nearest(row: MatrixRow | undefined, column: string, order: readonly string[]): SelectionKey | null {
  if (row === undefined) return null;
  if (row.squares.has(column)) return keyOf(row, column);
  const here = order.indexOf(column);
  const distance = (each: string) => Math.abs(order.indexOf(each) - here);
  const [closest] = order
    .filter((each) => row.squares.has(each))
    .toSorted((one, other) => distance(one) - distance(other));
  return keyOf(row, closest);
}

function keyOf(row: MatrixRow, column: string | undefined): SelectionKey | null {
  return column === undefined ? null : { row: row.key, column };
}
