/** The matrix: heads and titles stay in sight, columns are drawn where they are seen, arrows move from square to square. */
// biome-ignore-all lint/a11y/useSemanticElements: a grid that is drawn in part cannot be a <table>
// biome-ignore-all lint/a11y/useFocusableInteractive: one square is in the tab order, the arrows move it
import { useMediaQuery } from '@mantine/hooks';
import { useVirtualizer } from '@tanstack/react-virtual';
import {
  type CSSProperties,
  type KeyboardEvent,
  type ReactElement,
  type ReactNode,
  useCallback,
  useEffect,
  useMemo,
  useRef,
} from 'react';
import { useTranslation } from 'react-i18next';
import { comesFromControl } from '../../ui/roving.ts';
import type { Matrix, MatrixSection } from './matrix.ts';
import { MatrixHead } from './matrix-head.tsx';
import { firstSquare, nextSquare } from './matrix-moves.ts';
import { MatrixRowView } from './matrix-row.tsx';
import { type SelectionKey, selectionOf } from './waive.ts';

/** Width of the sticky titles; narrower where there is less room. */
const TITLE_WIDTHS_PX = { wide: 286, narrow: 264 } as const;
const NARROW = '(max-width: 1180px)';

interface MatrixGridProps {
  readonly matrix: Matrix;
  readonly selected: SelectionKey | null;
  readonly sectionHead: (section: MatrixSection) => ReactNode;
  readonly onSelect: (key: SelectionKey | null) => void;
  readonly onOpen: (key: SelectionKey) => void;
  readonly onTurnGroup: (key: string) => void;
}

export function MatrixGrid(props: MatrixGridProps): ReactElement {
  const { matrix, selected, onSelect, onOpen } = props;
  const { t } = useTranslation();
  const narrow = useMediaQuery(NARROW, false, { getInitialValueInEffect: false });
  const titleWidthPx = TITLE_WIDTHS_PX[narrow ? 'narrow' : 'wide'];
  const scroller = useRef<HTMLDivElement>(null);
  const wanted = useRef<string | null>(null);
  const active = selectionOf(matrix, selected) === null ? firstSquare(matrix) : selected;
  const { columns, bands } = matrix;

  const virtualizer = useVirtualizer({
    horizontal: true,
    count: columns.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => columns[index]?.widthPx ?? 0,
    getItemKey: (index) => columns[index]?.key ?? index,
    paddingStart: titleWidthPx,
    scrollPaddingStart: titleWidthPx,
    overscan: 8,
    initialRect: { width: 1200, height: 600 },
  });
  // Another opened group changes the widths behind the same positions.
  // biome-ignore lint/correctness/useExhaustiveDependencies: measured anew whenever the columns change
  useEffect(() => virtualizer.measure(), [columns, titleWidthPx]);

  const bandStarts = useMemo(() => {
    let startPx = titleWidthPx;
    return bands.map((band) => {
      const here = startPx;
      startPx += band.columns.reduce((sum, { widthPx }) => sum + widthPx, 0);
      return here;
    });
  }, [bands, titleWidthPx]);
  const items = virtualizer.getVirtualItems();
  const placed = useMemo(
    () =>
      items.flatMap(({ index, start }) => {
        const column = columns[index];
        return column === undefined ? [] : [{ column, startPx: start }];
      }),
    [items, columns],
  );
  const selectSquare = useCallback((row: string, column: string) => onSelect({ row, column }), [onSelect]);

  // A square that the arrows lead to may be drawn only after its column has been scrolled to.
  useEffect(() => {
    if (wanted.current === null) return;
    const squares = scroller.current?.querySelectorAll<HTMLElement>('[data-key]') ?? [];
    const square = [...squares].find(({ dataset }) => dataset.key === wanted.current);
    if (square === undefined) return;
    wanted.current = null;
    square.focus();
  });

  function onKeyDown(event: KeyboardEvent): void {
    if (comesFromControl(event) || event.ctrlKey || event.altKey || event.metaKey || active === null) return;
    if (event.key === 'Escape' && selected !== null) {
      event.stopPropagation();
      onSelect(null);
      return;
    }
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      onOpen(active);
      return;
    }
    const next = nextSquare(matrix, active, event.key);
    if (next === null) return;
    event.preventDefault();
    wanted.current = `${next.row} ${next.column}`;
    onSelect(next);
    const index = columns.findIndex(({ key }) => key === next.column);
    if (!items.some((item) => item.index === index)) virtualizer.scrollToIndex(index);
  }

  return (
    <div
      className="matrix"
      ref={scroller}
      role="grid"
      aria-label={t('coverage.matrix')}
      onKeyDown={onKeyDown}
    >
      <div
        role="presentation"
        className="matrix-inner"
        style={{ width: virtualizer.getTotalSize(), '--title-width': `${titleWidthPx}px` } as CSSProperties}
      >
        {bandStarts.slice(1).map((left) => (
          <span key={left} role="presentation" className="matrix-line" style={{ left }} />
        ))}
        <MatrixHead bands={bands} placed={placed} bandStarts={bandStarts} onTurnGroup={props.onTurnGroup} />
        <div role="rowgroup">
          {matrix.sections.map((section) => (
            <SectionRows key={section.id} head={props.sectionHead(section)}>
              {section.rows.map((row) => (
                <MatrixRowView
                  key={row.key}
                  row={row}
                  placed={placed}
                  activeColumn={active?.row === row.key ? active.column : null}
                  selected={selected !== null}
                  onSelect={selectSquare}
                />
              ))}
            </SectionRows>
          ))}
        </div>
      </div>
    </div>
  );
}

function SectionRows({
  head,
  children,
}: {
  readonly head: ReactNode;
  readonly children: ReactNode;
}): ReactElement {
  return (
    <>
      <div role="row" className="matrix-section">
        <div role="gridcell" className="matrix-section-cell">
          {head}
        </div>
      </div>
      {children}
    </>
  );
}
