/** The columns of a foreign table with their first rows, and a choice above each of what it is. */
import { NativeSelect } from '@mantine/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { type ColumnChoice, DEVICE_COLUMNS, type DeviceColumn } from './device-columns.ts';
import type { TableRow } from './table-text.ts';

interface ColumnMatchProps {
  readonly columns: ColumnChoice;
  /** The heads of the foreign table; null where it has none. */
  readonly heading: readonly string[] | null;
  readonly sample: readonly TableRow[];
  readonly onChoose: (index: number, field: DeviceColumn | null) => void;
}

export function ColumnMatch({ columns, heading, sample, onChoose }: ColumnMatchProps): ReactElement {
  const { t } = useTranslation();
  const nameOf = (index: number) =>
    heading?.[index]?.trim() || t('editor.import.column', { number: index + 1 });
  return (
    <div className="column-match-scroll">
      <table className="column-match" aria-label={t('editor.import.columns')}>
        <thead>
          <tr>
            {columns.map((chosen, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a column has no other name than its place
              <th key={index} scope="col">
                <span className="one-line" title={nameOf(index)}>
                  {nameOf(index)}
                </span>
                <NativeSelect
                  aria-label={t('editor.import.matchOf', { column: nameOf(index) })}
                  data-chosen={chosen !== null}
                  value={chosen ?? ''}
                  data={[
                    { value: '', label: t('editor.import.leaveOut') },
                    ...DEVICE_COLUMNS.map((field) => ({
                      value: field,
                      label: field === 'id' ? 'id' : t(`editor.devices.${field}`),
                    })),
                  ]}
                  onChange={({ currentTarget: { value } }) =>
                    onChoose(index, DEVICE_COLUMNS.find((field) => field === value) ?? null)
                  }
                />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sample.map(({ line, cells }) => (
            <tr key={line}>
              {columns.map((chosen, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a column has no other name than its place
                <td key={index} data-chosen={chosen !== null} title={cells[index]}>
                  {cells[index]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
