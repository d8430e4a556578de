import { act, cleanup, fireEvent, screen, within } from '@testing-library/react';
import type { ReactElement } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useStore } from 'zustand';
import { DevicesSection } from '../../../../../renderer/features/editor/devices-section.tsx';
import { createEditorStore, type EditorStore } from '../../../../../renderer/features/editor/editor-store.ts';
import type { Bridge } from '../../../../../src/contract/bridge.ts';
import { fakeBridge, makeSite, ok, refuse, SETTINGS, SITE_ID } from '../../fake-bridge.ts';
import { renderPart } from '../../render-part.tsx';

// jsdom lays nothing out, and of rows without a height every one would be in sight.
beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(40);
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

function Section({ store }: { readonly store: EditorStore }): ReactElement | null {
  const draft = useStore(store, (state) => state.draft);
  return draft === null ? null : <DevicesSection store={store} devices={draft.devices} goTo={null} />;
}

async function open(answers: Partial<Bridge> = {}, devices = makeSite().devices) {
  const bridge = fakeBridge({ getSite: () => ok(makeSite({ devices })), ...answers });
  const store = createEditorStore(
    bridge,
    () => SITE_ID,
    () => SETTINGS.probe,
  );
  await store.getState().open(SITE_ID, '');
  renderPart(<Section store={store} />);
  return store;
}

const hosts = (store: EditorStore) => store.getState().draft?.devices.map(({ host }) => host);
const field = (column: string, number: number) =>
  screen.getByRole('textbox', { name: `${column}, Устройство ${number}` });
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));

function paste(target: Element, text: string): boolean {
  return fireEvent.paste(target, { clipboardData: { getData: () => text } });
}

describe('DevicesSection', { timeout: 60_000 }, () => {
  it('shows what a paste would do, and does it only when it is applied', async () => {
    const store = await open();
    paste(field('Название', 1), 'Новое\t10.0.0.9\r\nДругое\t10.77.20.21\r\nПлохое\t10.0. 0.1\r\n');
    expect(screen.getByText('Вставленная таблица')).toBeTruthy();
    expect(hosts(store)).toHaveLength(2);
    press('Применить: добавить 1, обновить 1');
    expect(hosts(store)).toEqual(['10.77.20.21', '10.77.20.22', '10.0.0.9']);
    expect(store.getState().draft?.devices[0]?.name).toBe('Другое');
  });

  it('leaves a paste of one cell to the field, and changes nothing when an import is given up', async () => {
    const store = await open();
    expect(paste(field('Название', 1), 'МФУ')).toBe(true);
    expect(paste(field('Название', 1), 'a\t10.0.0.9')).toBe(false);
    press('Отмена');
    expect(hosts(store)).toEqual(['10.77.20.21', '10.77.20.22']);
  });

  it('asks for the column of the addresses where it cannot guess it', async () => {
    await open();
    paste(field('Название', 1), 'Имя\tМодель\nМФУ\tM404');
    expect(screen.getByRole('alert').textContent).toContain('имя узла или IP-адрес');
    expect(screen.getByRole('button', { name: 'Применить' }).hasAttribute('disabled')).toBe(true);
    fireEvent.change(screen.getByRole('combobox', { name: 'Что в столбце: Модель' }), {
      target: { value: 'host' },
    });
    press('Применить: добавить 1, обновить 0');
  });

  it('takes one address in the place for pasting while there are no devices', async () => {
    const store = await open({}, []);
    paste(screen.getByRole('textbox', { name: 'Строки из таблицы' }), '10.0.0.9');
    press('Применить: добавить 1, обновить 0');
    expect(hosts(store)).toEqual(['10.0.0.9']);
  });

  it('puts the keyboard into the place for pasting each time the button is pressed', async () => {
    await open({}, []);
    const button = screen.getByRole('button', { name: 'Вставить из Excel' });
    const place = screen.getByRole('textbox', { name: 'Строки из таблицы' });
    for (const _press of [1, 2]) {
      button.focus();
      fireEvent.click(button);
      expect(document.activeElement).toBe(place);
    }
  });

  it('deletes the chosen devices, says how many, and takes them back', async () => {
    const store = await open();
    fireEvent.click(screen.getByRole('checkbox', { name: 'Выбрать все показанные' }));
    press('Удалить: 2');
    expect(hosts(store)).toEqual([]);
    expect(screen.getByText(/Удалено 2 устройства/)).toBeTruthy();
    press('Вернуть');
    expect(hosts(store)).toHaveLength(2);
  });

  it('finds devices and says how many are shown', async () => {
    await open();
    const search = screen.getByRole('searchbox', { name: 'Найти устройство' });
    fireEvent.change(search, { target: { value: '20.22' } });
    expect(within(screen.getByRole('grid')).getAllByRole('row')).toHaveLength(2);
    expect(screen.getByText('Показано: 1 из 2')).toBeTruthy();
    fireEvent.change(search, { target: { value: 'нет такого' } });
    expect(screen.getByText(/Ничего не найдено/)).toBeTruthy();
  });

  it('goes to the same column of the next row by Enter and the arrows', async () => {
    await open();
    const first = field('Модель', 1);
    act(() => first.focus());
    fireEvent.keyDown(first, { key: 'Enter' });
    expect(document.activeElement).toBe(field('Модель', 2));
    fireEvent.keyDown(field('Модель', 2), { key: 'ArrowUp' });
    expect(document.activeElement).toBe(first);
  });

  it('says in place why a file was not read', async () => {
    await open({ readDevices: () => refuse('мфу.csv: нет доступа') });
    press('Из файла CSV');
    expect(await screen.findByText('мфу.csv: нет доступа')).toBeTruthy();
  });
});
