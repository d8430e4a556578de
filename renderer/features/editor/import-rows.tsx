/** What will become of each row of a foreign table, only the rows in sight drawn. */
// biome-ignore-all lint/a11y/useSemanticElements: a list that is drawn in part cannot be a <table>
// biome-ignore-all lint/a11y/useFocusableInteractive: a row is read, not acted upon
import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactElement, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportRow, Refusal } from './devices-import.ts';

const ROW_HEIGHT = 27;

export function ImportRows({ rows }: { readonly rows: readonly ImportRow[] }): ReactElement {
  const { t } = useTranslation();
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 8,
    initialRect: { width: 900, height: 240 },
  });

  function why(refusal: Refusal): string {
    switch (refusal.code) {
      case 'repeated':
        return t('editor.import.why.repeated', { line: refusal.otherLine });
      case 'bad-host':
      case 'bad-id':
      case 'too-long':
      case 'id-taken':
        return t(`editor.import.why.${refusal.code}`, { value: refusal.value });
      default:
        return t(`editor.import.why.${refusal.code}`);
    }
  }

  return (
    <div
      className="import-rows"
      ref={scroller}
      role="table"
      aria-label={t('editor.import.what')}
      aria-rowcount={rows.length + 1}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrows scroll it, as they do any text that does not fit
      tabIndex={0}
    >
      <div role="rowgroup" className="import-head-group">
        <div role="row" className="import-row import-head">
          <span role="columnheader">{t('editor.import.line')}</span>
          <span role="columnheader">{t('editor.import.what')}</span>
          {(['host', 'name', 'model', 'location'] as const).map((field) => (
            <span key={field} role="columnheader">
              {t(`editor.devices.${field}`)}
            </span>
          ))}
        </div>
      </div>
      <div role="rowgroup" style={{ height: virtualizer.getTotalSize(), position: 'relative' }}>
        {virtualizer.getVirtualItems().map(({ key, index, start }) => {
          const row = rows[index];
          if (row === undefined) return null;
          const { device, kind, line, refusal } = row;
          return (
            <div
              key={key}
              role="row"
              aria-rowindex={index + 2}
              className="import-row"
              data-kind={kind}
              data-index={index}
              ref={virtualizer.measureElement}
              style={{ position: 'absolute', top: 0, width: '100%', transform: `translateY(${start}px)` }}
            >
              <span role="cell" className="numbers">
                {line}
              </span>
              <span role="cell" className="import-kind">
                {t(`editor.import.marks.${kind}`)}
              </span>
              {refusal === null ? (
                (['host', 'name', 'model', 'location'] as const).map((field) => (
                  <span key={field} role="cell" className="one-line" title={device[field]}>
                    {device[field]}
                  </span>
                ))
              ) : (
                <span role="cell" className="import-why" aria-colspan={4}>
                  {why(refusal)}
                </span>
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}
