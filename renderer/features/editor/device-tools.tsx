/** Above the table of devices: search, add, paste, a CSV file, and what to do with the chosen ones. */
import { Button, TextInput } from '@mantine/core';
import { IconClipboard, IconFileSpreadsheet, IconPlus, IconSearch, IconTrash } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { EditorStore } from './editor-store.ts';

interface DeviceToolsProps {
  readonly store: EditorStore;
  readonly query: string;
  readonly shown: number;
  readonly total: number;
  readonly chosen: number;
  readonly onQuery: (query: string) => void;
  readonly onAdd: () => void;
  readonly onPaste: () => void;
  readonly onRemove: () => void;
}

const ICON = { size: 16, stroke: 1.75, 'aria-hidden': true } as const;

export function DeviceTools(props: DeviceToolsProps): ReactElement {
  const { store, query, shown, total, chosen } = props;
  const { t } = useTranslation();
  return (
    <div className="device-tools">
      <Button className="small" leftSection={<IconPlus {...ICON} />} onClick={props.onAdd}>
        {t('editor.devices.add')}
      </Button>
      <Button className="small" leftSection={<IconClipboard {...ICON} />} onClick={props.onPaste}>
        {t('editor.devices.paste')}
      </Button>
      <Button
        className="small"
        leftSection={<IconFileSpreadsheet {...ICON} />}
        onClick={() => void store.getState().readDevicesFile()}
      >
        {t('editor.devices.csv')}
      </Button>
      {total === 0 ? null : (
        <>
          <Button
            className="small"
            leftSection={<IconTrash {...ICON} />}
            disabled={chosen === 0}
            title={chosen === 0 ? t('editor.devices.chooseFirst') : ''}
            onClick={props.onRemove}
          >
            {chosen === 0
              ? t('editor.devices.removeNone')
              : t('editor.devices.removeChosen', { count: chosen })}
          </Button>
          <span className="device-tools-space" />
          <span className="editor-hint numbers" role="status">
            {query.trim() === '' ? '' : t('editor.devices.found', { shown, total })}
          </span>
          <TextInput
            className="device-search"
            type="search"
            aria-label={t('editor.devices.search')}
            placeholder={t('editor.devices.search')}
            value={query}
            leftSection={<IconSearch {...ICON} />}
            onChange={(event) => props.onQuery(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Escape' || query === '') return;
              event.stopPropagation();
              props.onQuery('');
            }}
          />
        </>
      )}
    </div>
  );
}
