/** The sites as rows of two lines; arrows move, Enter opens. */
// biome-ignore-all lint/a11y/useSemanticElements: a list that is drawn in part cannot be a <table>
// biome-ignore-all lint/a11y/useFocusableInteractive: one row is in the tab order, the arrows move it
import { Button } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { type KeyboardEvent, type ReactElement, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Kbd } from '../../ui/kbd.tsx';
import { nextIndex } from '../../ui/roving.ts';
import type { SiteRow } from './site-list.ts';
import { SiteTableRow } from './site-table-row.tsx';

interface SiteTableProps {
  readonly rows: readonly SiteRow[];
  readonly total: number;
  readonly selectedId: string | null;
  readonly onSelect: (id: string) => void;
  readonly onOpen: (id: string) => void;
  readonly onClearSearch: () => void;
  /** Null where the demo site is already open. */
  readonly onDemo: (() => void) | null;
}

export function SiteTable(props: SiteTableProps): ReactElement {
  const { rows, total, selectedId, onSelect, onOpen } = props;
  const { t } = useTranslation();
  const body = useRef<HTMLDivElement>(null);

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
    if (target === undefined) return;
    event.preventDefault();
    onSelect(target.site.id);
    body.current?.querySelector<HTMLElement>(`[data-site-id="${target.site.id}"]`)?.focus();
  }

  return (
    <>
      <div className="site-table" role="grid" aria-label={t('common.sites')} aria-rowcount={rows.length + 1}>
        <div role="rowgroup">
          <div role="row" className="site-head">
            <span role="columnheader">{t('sites.columns.site')}</span>
            <span role="columnheader">{t('sites.columns.readiness')}</span>
            <span role="columnheader">{t('sites.columns.from')}</span>
            <span role="columnheader" aria-sort="descending">
              {t('sites.columns.last')}
            </span>
            <span role="columnheader" className="site-right">
              {t('sites.columns.devices')}
            </span>
          </div>
        </div>
        <div role="rowgroup" className="site-rows" ref={body} onKeyDown={onKeyDown}>
          {rows.map((row) => (
            <SiteTableRow
              key={row.site.id}
              row={row}
              selected={row.site.id === selectedId}
              onSelect={() => onSelect(row.site.id)}
              onOpen={() => onOpen(row.site.id)}
            />
          ))}
        </div>
      </div>
      {rows.length === 0 ? (
        <div className="sites-nothing">
          <p>{t('sites.nothingFound')}</p>
          <Button onClick={props.onClearSearch}>{t('sites.clearSearch')}</Button>
        </div>
      ) : null}
      <footer className="sites-foot">
        <span role="status">{t('sites.shown', { shown: rows.length, total })}</span>
        {props.onDemo === null ? null : (
          <button type="button" className="link" onClick={props.onDemo}>
            {t('sites.openDemo')}
          </button>
        )}
        <span className="sites-keys" aria-hidden>
          <Kbd>
            <IconArrowUp size={11} stroke={2} />
          </Kbd>
          <Kbd>
            <IconArrowDown size={11} stroke={2} />
          </Kbd>{' '}
          {t('sites.keys.choose')}
          <Kbd>Enter</Kbd> {t('sites.keys.open')}
          <Kbd>Ctrl</Kbd>
          <Kbd>N</Kbd> {t('sites.keys.new')}
        </span>
      </footer>
    </>
  );
}
