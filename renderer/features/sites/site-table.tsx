/** The sites as rows of two lines, only those in sight drawn; arrows move, Enter opens, heads sort. */
// biome-ignore-all lint/a11y/useSemanticElements: a list that is drawn in part cannot be a <table>
// biome-ignore-all lint/a11y/useFocusableInteractive: one row is in the tab order, the arrows move it
import { Button } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactElement, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { nextIndex } from '../../ui/roving.ts';
import type { SiteOrder, SiteRow, SortColumn } from './site-list.ts';
import { SiteTableHead } from './site-table-head.tsx';
import { SiteTableRow } from './site-table-row.tsx';

const HEAD_HEIGHT = 28;
const ROW_HEIGHT = 51;

interface SiteTableProps {
  readonly rows: readonly SiteRow[];
  readonly selectedId: string | null;
  readonly runningSiteId: string | null;
  readonly order: SiteOrder;
  readonly onSort: (column: SortColumn) => void;
  readonly onSelect: (id: string) => void;
  readonly onOpen: (id: string) => void;
  readonly onClearSearch: () => void;
}

export function SiteTable(props: SiteTableProps): ReactElement {
  const { rows, selectedId, onSelect, onOpen } = props;
  const { t } = useTranslation();
  const scroller = useRef<HTMLDivElement>(null);
  const wanted = useRef<string | null>(null);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (index) => rows[index]?.site.id ?? index,
    overscan: 8,
    scrollPaddingStart: HEAD_HEIGHT,
    initialRect: { width: 1000, height: 700 },
  });
  const drawn = virtualizer.getVirtualItems();
  // Where the chosen row is out of sight, the keyboard enters at the first that is drawn.
  const stop = drawn.some(({ key }) => key === selectedId) ? selectedId : drawn[0]?.key;

  // A row that the arrows lead to may be drawn only after the list has scrolled to it.
  useEffect(() => {
    if (wanted.current === null) return;
    const row = scroller.current?.querySelector<HTMLElement>(`[data-site-id="${wanted.current}"]`);
    if (row === null || row === undefined) return;
    wanted.current = null;
    row.focus();
  });

  function onKeyDown(event: KeyboardEvent): void {
    const current = rows.findIndex((row) => row.site.id === selectedId);
    const row = rows[current];
    if (event.key === 'Enter' && row !== undefined && !event.ctrlKey) {
      event.preventDefault();
      onOpen(row.site.id);
      return;
    }
    const next = nextIndex(event.key, Math.max(current, 0), rows.length);
    const target = next === null ? undefined : rows[next];
    if (next === null || target === undefined) return;
    event.preventDefault();
    wanted.current = target.site.id;
    virtualizer.scrollToIndex(next);
    onSelect(target.site.id);
  }

  return (
    <>
      <div
        className="site-table"
        role="grid"
        aria-label={t('common.sites')}
        aria-rowcount={rows.length + 1}
        ref={scroller}
      >
        <SiteTableHead order={props.order} onSort={props.onSort} />
        <div
          role="rowgroup"
          className="site-rows"
          style={{ height: virtualizer.getTotalSize() }}
          onKeyDown={onKeyDown}
        >
          {drawn.map(({ key, index, start }) => {
            const row = rows[index];
            return row === undefined ? null : (
              <div
                key={key}
                role="presentation"
                className="site-item"
                data-index={index}
                ref={virtualizer.measureElement}
                style={{ transform: `translateY(${start}px)` }}
              >
                <SiteTableRow
                  row={row}
                  number={index + 2}
                  selected={row.site.id === selectedId}
                  running={row.site.id === props.runningSiteId}
                  focusable={key === stop}
                  onSelect={() => onSelect(row.site.id)}
                  onOpen={() => onOpen(row.site.id)}
                />
              </div>
            );
          })}
        </div>
      </div>
      {rows.length === 0 ? (
        <div className="sites-nothing">
          <p>{t('sites.nothingFound')}</p>
          <Button onClick={props.onClearSearch}>{t('sites.clearSearch')}</Button>
        </div>
      ) : null}
    </>
  );
}
