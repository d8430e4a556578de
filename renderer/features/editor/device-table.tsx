/** The devices as a table of fields, only those in sight drawn; arrows and Enter go from row to row in a column. */
// biome-ignore-all lint/a11y/useSemanticElements: a list that is drawn in part cannot be a <table>
// biome-ignore-all lint/a11y/useFocusableInteractive: the fields inside the rows take the focus
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactElement, useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Device } from '../../../src/contract/site.ts';
import { nextIndex } from '../../ui/roving.ts';
import type { ShownDevice } from './device-list.ts';
import { DEVICE_FIELDS, type DeviceField, DeviceRow } from './device-row.tsx';
import { useFieldHelp } from './field.tsx';

const HEAD_HEIGHT = 30;
const ROW_HEIGHT = 33;

/** The field that takes the keyboard next, once its row is drawn. */
export interface WantedField {
  readonly id: string;
  readonly field: DeviceField;
}

interface DeviceTableProps {
  readonly shown: readonly ShownDevice[];
  readonly chosen: ReadonlySet<string>;
  readonly wanted: WantedField | null;
  readonly onWanted: (wanted: WantedField | null) => void;
  readonly onChange: (id: string, change: Partial<Device>) => void;
  readonly onMark: (id: string, range: boolean) => void;
  readonly onMarkAll: () => void;
}

export function DeviceTable(props: DeviceTableProps): ReactElement {
  const { shown, chosen, wanted, onWanted } = props;
  const { t } = useTranslation();
  const { problemAt, touch } = useFieldHelp();
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: shown.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (index) => shown[index]?.device.id ?? index,
    overscan: 6,
    scrollPaddingStart: HEAD_HEIGHT,
    initialRect: { width: 900, height: 400 },
  });

  // A field may be wanted before its row is drawn: the list scrolls to it, and the field takes the focus then, before
  // the browser hands it to nobody because the row that had it is gone.
  useLayoutEffect(() => {
    if (wanted === null) return;
    const index = shown.findIndex(({ device }) => device.id === wanted.id);
    if (index === -1) return;
    const field = scroller.current?.querySelector<HTMLInputElement>(
      `[data-device-id="${wanted.id}"][data-field="${wanted.field}"]`,
    );
    virtualizer.scrollToIndex(index);
    if (field === null || field === undefined) return;
    onWanted(null);
    field.focus();
    field.select();
  });

  function onKeyDown(event: KeyboardEvent): void {
    if (event.ctrlKey || event.altKey || event.metaKey || !(event.target instanceof HTMLInputElement)) return;
    const { deviceId, field } = event.target.dataset;
    // Home and End belong to the text of the field.
    if (deviceId === undefined || event.key === 'Home' || event.key === 'End') return;
    // A key that is held comes again before the last one has brought the focus to its row.
    const from = wanted?.id ?? deviceId;
    const current = shown.findIndex(({ device }) => device.id === from);
    const next = nextIndex(event.key === 'Enter' ? 'ArrowDown' : event.key, current, shown.length);
    const target = next === null ? undefined : shown[next];
    if (target === undefined) return;
    event.preventDefault();
    if (next !== current) onWanted({ id: target.device.id, field: (field ?? 'host') as DeviceField });
  }

  const all = shown.length > 0 && shown.every(({ device }) => chosen.has(device.id));
  return (
    <div
      className="device-table"
      role="grid"
      aria-label={t('editor.devices.title')}
      aria-rowcount={shown.length + 1}
      aria-multiselectable
      ref={scroller}
    >
      <div role="rowgroup" className="device-head-group">
        <div role="row" className="device-head" aria-rowindex={1}>
          <span role="columnheader" className="device-cell">
            <input
              type="checkbox"
              className="device-check"
              aria-label={t('editor.devices.chooseAll')}
              title={t('editor.devices.chooseAll')}
              checked={all}
              ref={(box) => {
                if (box !== null)
                  box.indeterminate = !all && shown.some(({ device }) => chosen.has(device.id));
              }}
              onChange={props.onMarkAll}
            />
          </span>
          {DEVICE_FIELDS.map((field) => (
            <span key={field} role="columnheader">
              {t(`editor.devices.${field}`)}
            </span>
          ))}
          <span role="columnheader" title={t('editor.devices.askModelHint')}>
            PJL
          </span>
        </div>
      </div>
      <div
        role="rowgroup"
        className="device-rows"
        style={{ height: virtualizer.getTotalSize() }}
        onKeyDown={onKeyDown}
      >
        {virtualizer.getVirtualItems().map(({ key, index, start }) => {
          const entry = shown[index];
          if (entry === undefined) return null;
          const wrong = DEVICE_FIELDS.find((field) => problemAt(`devices.${entry.index}.${field}`) !== null);
          const path = wrong === undefined ? `devices.${entry.index}.id` : `devices.${entry.index}.${wrong}`;
          return (
            <div
              key={key}
              role="presentation"
              className="device-item"
              data-index={index}
              ref={virtualizer.measureElement}
              style={{ transform: `translateY(${start}px)` }}
            >
              <DeviceRow
                device={entry.device}
                index={entry.index}
                rowNumber={index + 2}
                chosen={chosen.has(entry.device.id)}
                problem={problemAt(path)}
                problemField={wrong ?? null}
                onChange={props.onChange}
                onLeave={touch}
                onMark={props.onMark}
              />
            </div>
          );
        })}
      </div>
    </div>
  );
}
