/** The MFPs and printers of a site: a table to type in, to paste into, and to fill from a CSV file. */
import { Button } from '@mantine/core';
import type { ClipboardEvent, ReactElement } from 'react';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Device } from '../../../src/contract/site.ts';
import { FailureNotice } from '../../failure-notice.tsx';
import { DeviceImport } from './device-import.tsx';
import { addDevice, changeDevice, pressMark, shownDevices } from './device-list.ts';
import { DeviceTable, type WantedField } from './device-table.tsx';
import { DeviceTools } from './device-tools.tsx';
import type { EditorStore } from './editor-store.ts';
import { useFieldHelp } from './field.tsx';
import { PasteField } from './paste-field.tsx';
import { isTable, readPastedTable } from './table-text.ts';
import './devices.css';

interface DevicesSectionProps {
  readonly store: EditorStore;
  readonly devices: readonly Device[];
  /** The place in the list of the device whose problem is to be shown; null where none is. */
  readonly goTo: WantedField | null;
}

export function DevicesSection({ store, devices, goTo }: DevicesSectionProps): ReactElement {
  const { t } = useTranslation();
  const tooMany = useFieldHelp().problemAt('devices');
  const foreign = useStore(store, (state) => state.foreign);
  const failure = useStore(store, (state) => state.failure);
  const [query, setQuery] = useState('');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [wanted, setWanted] = useState<WantedField | null>(null);
  const [pasteAsked, setPasteAsked] = useState(0);
  /** The list before devices were removed, for as long as nothing else has changed. */
  const [removed, setRemoved] = useState<{
    readonly before: readonly Device[];
    readonly after: readonly Device[];
  } | null>(null);
  const undo = useRef<HTMLButtonElement>(null);
  const lastMarked = useRef<string | null>(null);
  const shown = useMemo(() => shownDevices(devices, query), [devices, query]);
  const shownNow = useRef(shown);
  shownNow.current = shown;

  useEffect(() => {
    if (goTo === null) return;
    setQuery('');
    setWanted(goTo);
  }, [goTo]);

  // The button that was pressed has nothing to do any more: the keyboard goes on at the way back.
  useEffect(() => {
    if (removed !== null) undo.current?.focus();
  }, [removed]);

  const replace = useCallback(
    (update: (devices: readonly Device[]) => readonly Device[]) =>
      store.getState().change((draft) => ({ ...draft, devices: update(draft.devices) })),
    [store],
  );
  const change = useCallback(
    (id: string, changed: Partial<Device>) => replace((list) => changeDevice(list, id, changed)),
    [replace],
  );
  const mark = useCallback((id: string, range: boolean) => {
    const from = range ? lastMarked.current : null;
    setChosen((old) => pressMark(old, shownNow.current, id, from));
    lastMarked.current = id;
  }, []);

  function markAll(): void {
    const all = shown.every(({ device }) => chosen.has(device.id));
    setChosen(all ? new Set() : new Set(shown.map(({ device }) => device.id)));
  }

  function add(): void {
    setQuery('');
    replace(addDevice);
    const last = store.getState().draft?.devices.at(-1);
    if (last !== undefined) setWanted({ id: last.id, field: 'name' });
  }

  function removeChosen(): void {
    const after = devices.filter(({ id }) => !chosen.has(id));
    replace(() => after);
    setRemoved({ before: devices, after });
    setChosen(new Set());
  }

  function apply(next: readonly Device[]): void {
    const before = new Set(devices);
    const first = next.find((device) => !before.has(device));
    replace(() => next);
    store.getState().setForeign(null);
    setQuery('');
    if (first !== undefined) setWanted({ id: first.id, field: 'name' });
  }

  function take(text: string): void {
    setPasteAsked(0);
    store.getState().setForeign({ name: null, table: readPastedTable(text) });
  }

  function onPaste(event: ClipboardEvent): void {
    const text = event.clipboardData.getData('text/plain');
    if (foreign !== null || !isTable(text)) return;
    event.preventDefault();
    take(text);
  }

  return (
    <section className="editor-section" aria-label={t('editor.devices.title')} onPaste={onPaste}>
      <h2>
        {t('editor.devices.title')}{' '}
        <span className="editor-count numbers">{t('common.devices', { count: devices.length })}</span>
      </h2>
      {tooMany === null ? null : (
        <p className="editor-problem" role="alert">
          {tooMany}
        </p>
      )}
      {failure?.action === 'readDevices' ? (
        <FailureNotice title={t('editor.failedTo.readDevices')} error={failure.error} />
      ) : null}
      {foreign === null ? (
        <>
          <DeviceTools
            store={store}
            query={query}
            shown={shown.length}
            total={devices.length}
            chosen={chosen.size}
            onQuery={setQuery}
            onAdd={add}
            onPaste={() => setPasteAsked((times) => times + 1)}
            onRemove={removeChosen}
          />
          {removed === null || removed.after !== devices ? null : (
            <p className="devices-removed" role="status">
              {t('editor.devices.removed', { count: removed.before.length - removed.after.length })}{' '}
              <button type="button" className="link" ref={undo} onClick={() => replace(() => removed.before)}>
                {t('common.undo')}
              </button>
            </p>
          )}
          {pasteAsked > 0 || devices.length === 0 ? (
            <PasteField
              asked={pasteAsked}
              onTake={take}
              onClose={devices.length === 0 ? null : () => setPasteAsked(0)}
            />
          ) : null}
          {devices.length === 0 ? null : shown.length === 0 ? (
            <p className="devices-none">
              {t('editor.devices.nothingFound')}{' '}
              <Button className="small" onClick={() => setQuery('')}>
                {t('editor.devices.clearSearch')}
              </Button>
            </p>
          ) : (
            <>
              <DeviceTable
                shown={shown}
                chosen={chosen}
                wanted={wanted}
                onWanted={setWanted}
                onChange={change}
                onMark={mark}
                onMarkAll={markAll}
              />
              <p className="editor-hint">{t('editor.devices.askModelHint')}</p>
            </>
          )}
        </>
      ) : (
        <DeviceImport
          foreign={foreign}
          devices={devices}
          onApply={apply}
          onCancel={() => store.getState().setForeign(null)}
        />
      )}
    </section>
  );
}
