/** One requirement's line of squares. */
// biome-ignore-all lint/a11y/useSemanticElements: a grid that is drawn in part cannot be a <table>
// biome-ignore-all lint/a11y/useFocusableInteractive: one square is in the tab order, the arrows move it
import { memo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { COVERAGE_SIGNS } from '../../coverage-signs.ts';
import { VerdictMark } from '../../signs.tsx';
import type { PlacedColumn } from './columns.ts';
import type { MatrixRow as Row } from './matrix.ts';

interface MatrixRowProps {
  readonly row: Row;
  readonly placed: readonly PlacedColumn[];
  /** The column of the square that is in the tab order, where it is in this row. */
  readonly activeColumn: string | null;
  readonly selected: boolean;
  readonly onSelect: (row: string, column: string) => void;
}

export const MatrixRowView = memo(function MatrixRowView(props: MatrixRowProps): ReactElement {
  const { row, placed, activeColumn, selected, onSelect } = props;
  const { t } = useTranslation();

  return (
    <div role="row" className="matrix-row">
      <div role="rowheader" className="matrix-title" title={`${row.title} ${row.ports}`}>
        <span className="one-line">{row.title}</span>
        <span className="matrix-ports numbers">{row.ports}</span>
      </div>
      {placed.map(({ column, startPx }) => {
        const square = row.squares.get(column.key);
        if (square === undefined) return null;
        const isActive = activeColumn === column.key;
        const places = {
          title: row.title,
          ports: row.ports,
          target: column.title === '' ? t('coverage.otherDevices') : column.title,
          state: t(`coverage.states.${square.state}`),
        };
        const total = square.cells.length;
        return (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the grid handles the keys of its squares
          <div
            key={column.key}
            role="gridcell"
            className="matrix-square numbers"
            style={{ left: startPx, width: column.widthPx }}
            data-key={`${row.key} ${column.key}`}
            aria-selected={selected && isActive}
            aria-label={
              column.kind === 'group'
                ? t('coverage.squareOf', { ...places, count: square.count, total })
                : t('coverage.square', places)
            }
            tabIndex={isActive ? 0 : -1}
            onClick={() => onSelect(row.key, column.key)}
            onFocus={() => onSelect(row.key, column.key)}
          >
            <VerdictMark sign={COVERAGE_SIGNS[square.state]} />
            {column.kind === 'group' ? <span aria-hidden>{square.count}</span> : null}
          </div>
        );
      })}
    </div>
  );
});
