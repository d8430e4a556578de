/** The rows of a run, virtualised; arrows move, Enter and Space open, Escape closes. */
// biome-ignore-all lint/a11y/useSemanticElements: a list that is drawn in part cannot be a <table>
// biome-ignore-all lint/a11y/useFocusableInteractive: one row is in the tab order, the arrows move it
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactElement, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlannedCheck } from '../../../src/contract/check.ts';
import { comesFromControl, nextIndex } from '../../ui/roving.ts';
import { CheckDetail } from './check-detail.tsx';
import { CheckRow } from './check-row.tsx';
import { GroupRow } from './group-row.tsx';
import type { Item } from './items.ts';
import { type RowSources, rowSign } from './row-sign.ts';
import type { RowVisit } from './row-visit.ts';

const HEAD_HEIGHT = 28;
const HEIGHTS = { group: 30, section: 27, row: 30, detail: 260 } as const;

/** What comfortable density adds to a row, in pixels. */
function rowExtraPx(): number {
  const written = getComputedStyle(document.documentElement).getPropertyValue('--row-extra');
  return Number.parseFloat(written) || 0;
}

interface CheckListProps {
  readonly items: readonly Item[];
  readonly sources: Omit<RowSources, 'checks'>;
  readonly titleOf: (check: PlannedCheck) => string;
  readonly onToggleRow: (id: string) => void;
  readonly onToggleGroup: (id: string) => void;
  readonly onRepeat: ((id: string) => void) | null;
  readonly visit: RowVisit | null;
}

export function CheckList(props: CheckListProps): ReactElement {
  const { items, sources, titleOf, onToggleRow, onToggleGroup, onRepeat, visit } = props;
  const { t } = useTranslation();
  const scroller = useRef<HTMLDivElement>(null);
  const [extraPx] = useState(rowExtraPx);
  const [active, setActive] = useState<string | null>(null);
  const wanted = useRef<string | null>(null);
  const stops = items.filter((item) => item.kind === 'group' || item.kind === 'row');
  const activeKey = stops.some(({ key }) => key === active) ? active : (stops[0]?.key ?? null);

  const virtualizer = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize(index) {
      const kind = items[index]?.kind ?? 'row';
      return kind === 'row' ? HEIGHTS.row + extraPx : HEIGHTS[kind];
    },
    getItemKey: (index) => items[index]?.key ?? index,
    overscan: 12,
    scrollPaddingStart: HEAD_HEIGHT,
    initialRect: { width: 800, height: 600 },
  });

  // A row that the arrows lead to may be drawn only after the list has scrolled to it.
  useEffect(() => {
    if (wanted.current === null) return;
    const rows = scroller.current?.querySelectorAll<HTMLElement>('[data-key]') ?? [];
    const row = [...rows].find((candidate) => candidate.dataset.key === wanted.current);
    if (row === undefined) return;
    wanted.current = null;
    row.focus();
  });

  function onKeyDown(event: KeyboardEvent): void {
    if (comesFromControl(event) || event.ctrlKey || event.altKey || event.metaKey) return;
    const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-key]') : null;
    const current = stops.find(({ key }) => key === (row?.dataset.key ?? activeKey));
    if (current === undefined) return;
    if (actOn(current, event.key)) {
      event.preventDefault();
      event.stopPropagation();
      return;
    }
    const position = stops.indexOf(current);
    const next = nextIndex(event.key, position, stops.length);
    const target = next === null ? undefined : stops[next];
    if (target === undefined) return;
    event.preventDefault();
    wanted.current = target.key;
    setActive(target.key);
    virtualizer.scrollToIndex(items.findIndex(({ key }) => key === target.key));
  }

  function actOn(item: Item, key: string): boolean {
    const isOpen = item.kind === 'group' ? !item.folded : item.kind === 'row' && item.opened;
    const toggles =
      key === 'Enter' ||
      key === ' ' ||
      (key === 'ArrowRight' && !isOpen) ||
      (key === 'ArrowLeft' && isOpen) ||
      (key === 'Escape' && item.kind === 'row' && isOpen);
    if (!toggles) return false;
    if (item.kind === 'group') onToggleGroup(item.group.id);
    if (item.kind === 'row') onToggleRow(item.check.id);
    return true;
  }

  function draw(item: Item): ReactElement {
    switch (item.kind) {
      case 'group':
        return (
          <GroupRow
            group={item.group}
            folded={item.folded}
            results={sources.results}
            focusable={item.key === activeKey}
            onToggle={onToggleGroup}
            onFocus={setActive}
          />
        );
      case 'section':
        return (
          <div role="row" className="section-row">
            <span role="gridcell">{t(`results.sections.${item.section}`)}</span>
          </div>
        );
      case 'row':
        return (
          <CheckRow
            check={item.check}
            result={sources.results.get(item.check.id) ?? null}
            sign={rowSign(item.check, sources)}
            title={titleOf(item.check)}
            opened={item.opened}
            noted={visit?.notes.has(item.check.id) ?? false}
            waived={visit !== null && visit.waiverOf(item.check) !== null}
            focusable={item.key === activeKey}
            onToggle={onToggleRow}
            onFocus={setActive}
          />
        );
      case 'detail':
        return (
          <div role="row" aria-level={3} data-within={item.check.id}>
            <div role="gridcell">
              <CheckDetail
                check={item.check}
                result={sources.results.get(item.check.id) ?? null}
                sign={rowSign(item.check, sources)}
                title={titleOf(item.check)}
                onRepeat={onRepeat === null ? null : () => onRepeat(item.check.id)}
                visit={visit}
              />
            </div>
          </div>
        );
    }
  }

  return (
    <div className="check-list" role="treegrid" aria-label={t('results.table')}>
      <div className="check-scroller" role="presentation" ref={scroller}>
        <div role="rowgroup" className="check-head-group">
          <div role="row" className="check-head">
            <span role="columnheader">{t('results.columns.verdict')}</span>
            <span role="columnheader">{t('results.columns.requirement')}</span>
            <span role="columnheader">{t('results.columns.port')}</span>
            <span role="columnheader">{t('results.columns.seen')}</span>
            <span role="columnheader">{t('results.columns.proof')}</span>
            <span role="columnheader">{t('results.columns.time')}</span>
          </div>
        </div>
        <div
          role="rowgroup"
          style={{ height: virtualizer.getTotalSize(), position: 'relative' }}
          onKeyDown={onKeyDown}
        >
          {virtualizer.getVirtualItems().map((entry) => {
            const item = items[entry.index];
            return item === undefined ? null : (
              <div
                key={entry.key}
                role="presentation"
                data-index={entry.index}
                ref={virtualizer.measureElement}
                className="check-item"
                style={{ transform: `translateY(${entry.start}px)` }}
              >
                {draw(item)}
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}
