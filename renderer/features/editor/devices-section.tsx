/** The MFPs and printers of a site; long lists are shown by pages. */
// biome-ignore-all lint/a11y/useSemanticElements: a fieldset draws a frame and a legend of its own
import { ActionIcon, Button, Checkbox, Pagination } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Device } from '../../../src/contract/site.ts';
import { freeId } from './draft.ts';
import { Field } from './field.tsx';

export const DEVICES_PER_PAGE = 50;
const COLUMNS = ['name', 'host', 'model', 'location'] as const;

interface DevicesSectionProps {
  readonly devices: readonly Device[];
  readonly page: number;
  readonly onPage: (page: number) => void;
  readonly onChange: (devices: readonly Device[]) => void;
}

export function DevicesSection({ devices, page, onPage, onChange }: DevicesSectionProps): ReactElement {
  const { t } = useTranslation();
  const [added, setAdded] = useState<string | null>(null);
  const pages = Math.max(1, Math.ceil(devices.length / DEVICES_PER_PAGE));
  const current = Math.min(page, pages);
  const first = (current - 1) * DEVICES_PER_PAGE;

  function replace(index: number, change: Partial<Device>): void {
    onChange(devices.map((device, at) => (at === index ? { ...device, ...change } : device)));
  }

  function add(): void {
    const id = freeId('device', devices);
    onChange([...devices, { id, name: '', host: '', model: '', location: '' }]);
    onPage(Math.ceil((devices.length + 1) / DEVICES_PER_PAGE));
    setAdded(id);
  }

  return (
    <section className="editor-section" aria-label={t('editor.devices.title')}>
      <h2>
        {t('editor.devices.title')}{' '}
        <span className="editor-count numbers">{t('common.devices', { count: devices.length })}</span>
      </h2>
      {devices.length === 0 ? (
        <p className="editor-hint">{t('editor.devices.none')}</p>
      ) : (
        <div className="editor-devices">
          <div className="editor-device-head" aria-hidden>
            {COLUMNS.map((column) => (
              <span key={column}>{t(`editor.devices.${column}`)}</span>
            ))}
          </div>
          {devices.slice(first, first + DEVICES_PER_PAGE).map((device, offset) => {
            const index = first + offset;
            return (
              <div
                key={device.id}
                className="editor-device"
                role="group"
                aria-label={t('editor.devices.entry', { number: index + 1 })}
                ref={(row) => {
                  if (row === null || device.id !== added) return;
                  setAdded(null);
                  row.querySelector('input')?.focus();
                }}
              >
                {COLUMNS.map((column) => (
                  <Field
                    key={column}
                    path={`devices.${index}.${column}`}
                    label={t(`editor.devices.${column}`)}
                    labelHidden
                    required={column === 'host'}
                    placeholder={column === 'host' ? '10.77.20.21' : ''}
                    value={device[column]}
                    onChange={(value) => replace(index, { [column]: value })}
                  />
                ))}
                <Checkbox
                  className="editor-ask-model"
                  label="PJL"
                  aria-label={t('editor.devices.askModel', { name: device.name || device.host })}
                  title={t('editor.devices.askModelHint')}
                  checked={device.askModel ?? false}
                  onChange={(event) => replace(index, { askModel: event.currentTarget.checked })}
                />
                <ActionIcon
                  variant="subtle"
                  className="editor-remove"
                  aria-label={t('editor.devices.remove', { name: device.name || device.host })}
                  title={t('common.remove')}
                  onClick={() => onChange(devices.filter((_, at) => at !== index))}
                >
                  <IconTrash size={16} stroke={1.75} aria-hidden />
                </ActionIcon>
              </div>
            );
          })}
          <p className="editor-hint">{t('editor.devices.askModelHint')}</p>
        </div>
      )}
      <div className="editor-row">
        <Button
          className="small"
          leftSection={<IconPlus size={16} stroke={1.75} aria-hidden />}
          onClick={add}
        >
          {t('editor.devices.add')}
        </Button>
        {pages === 1 ? null : (
          <Pagination
            size="sm"
            total={pages}
            value={current}
            onChange={onPage}
            aria-label={t('editor.devices.pages')}
          />
        )}
      </div>
    </section>
  );
}
