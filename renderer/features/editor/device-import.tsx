/** A foreign table of devices: which column is what, what will become of each row, and only then apply. */
import { Button, Checkbox } from '@mantine/core';
import { type ReactElement, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Device } from '../../../src/contract/site.ts';
import { Chip } from '../../ui/chip.tsx';
import { ColumnMatch } from './column-match.tsx';
import { type DeviceColumn, guessColumns } from './device-columns.ts';
import { applyImport, IMPORT_KINDS, type ImportKind, planImport } from './devices-import.ts';
import type { ForeignDevices } from './editor-store.ts';
import { ImportRows } from './import-rows.tsx';
import './device-import.css';

interface DeviceImportProps {
  readonly foreign: ForeignDevices;
  readonly devices: readonly Device[];
  readonly onApply: (devices: readonly Device[]) => void;
  readonly onCancel: () => void;
}

export function DeviceImport({ foreign, devices, onApply, onCancel }: DeviceImportProps): ReactElement {
  const { t } = useTranslation();
  const { name, table } = foreign;
  const guess = useMemo(() => guessColumns(table.rows), [table]);
  const [columns, setColumns] = useState(guess.columns);
  const [hasHeading, setHasHeading] = useState(guess.hasHeading);
  const [filter, setFilter] = useState<ImportKind | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const body = useMemo(() => (hasHeading ? table.rows.slice(1) : table.rows), [table, hasHeading]);
  const plan = useMemo(
    () => planImport(body, columns, devices, table.brokenLines),
    [body, columns, devices, table],
  );
  const matched = columns.includes('host');
  const { added, updated, refused } = plan.counts;
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    heading.current?.closest('section')?.scrollIntoView({ block: 'start' });
  }, []);

  /** A field belongs to one column: the one that had it before gives it up. */
  function choose(index: number, field: DeviceColumn | null): void {
    setColumns(columns.map((old, at) => (at === index ? field : old === field ? null : old)));
  }

  return (
    <div className="device-import">
      <h3 ref={heading} tabIndex={-1} className="device-import-title">
        {name === null ? t('editor.import.pasted') : t('editor.import.file', { name })}{' '}
        <span className="editor-count numbers">{t('editor.import.rows', { count: body.length })}</span>
      </h3>
      {table.rows.length === 0 ? (
        <p>{t('editor.import.empty')}</p>
      ) : (
        <>
          <Checkbox
            label={t('editor.import.hasHeading')}
            checked={hasHeading}
            onChange={(event) => setHasHeading(event.currentTarget.checked)}
          />
          <ColumnMatch
            columns={columns}
            heading={hasHeading ? (table.rows[0]?.cells ?? []) : null}
            sample={body.slice(0, 3)}
            onChoose={choose}
          />
          {matched ? (
            <>
              {/* biome-ignore lint/a11y/useSemanticElements: a fieldset draws a frame and a legend of its own */}
              <div className="chips" role="group" aria-label={t('editor.import.what')}>
                <Chip
                  label={t('editor.import.kinds.all')}
                  count={plan.rows.length}
                  pressed={filter === null}
                  onPress={() => setFilter(null)}
                />
                {IMPORT_KINDS.map((kind) => (
                  <Chip
                    key={kind}
                    label={t(`editor.import.kinds.${kind}`)}
                    count={plan.counts[kind]}
                    pressed={filter === kind}
                    onPress={() => setFilter(kind)}
                  />
                ))}
              </div>
              <ImportRows
                rows={filter === null ? plan.rows : plan.rows.filter(({ kind }) => kind === filter)}
              />
            </>
          ) : (
            <p className="editor-problem" role="alert">
              {t('editor.import.needHost')}
            </p>
          )}
        </>
      )}
      <div className="device-import-foot">
        <span className="editor-hint" role="status">
          {matched && refused > 0 ? t('editor.import.refusedStay', { count: refused }) : ''}
        </span>
        <Button onClick={onCancel}>{t('common.cancel')}</Button>
        <Button
          disabled={!matched || added + updated === 0}
          title={matched && added + updated === 0 ? t('editor.import.nothingNew') : ''}
          onClick={() => onApply(applyImport(devices, plan))}
        >
          {matched ? t('editor.import.apply', { added, updated }) : t('editor.import.applyPlain')}
        </Button>
      </div>
    </div>
  );
}
