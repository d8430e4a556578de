/** Devices of a site through the window: pasted from a spreadsheet, read from CSV, typed, thousands of them. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import type { Site } from '../../src/contract/site.ts';
import { labSite } from '../lab/lab-site.ts';
import { openFile } from '../support/answer-dialogs.ts';
import { type LaunchedApp, launchApp } from '../support/launch-app.ts';

let folder: string;
let file: string;

test.beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'sitecheck-devices-'));
  mkdirSync(path.join(folder, 'sites'));
});
test.afterEach(() => {
  rmSync(folder, { recursive: true });
});

async function openProfile(devices: Site['devices']): Promise<LaunchedApp> {
  const site = { ...labSite(), devices };
  file = path.join(folder, 'sites', `${site.id}.site.json`);
  writeFileSync(file, JSON.stringify(site));
  const launched = await launchApp({ userDataFolder: folder });
  await launched.window.getByRole('button', { name: 'Профиль' }).click();
  await expect(launched.window.getByRole('region', { name: 'МФУ и принтеры' })).toBeVisible();
  return launched;
}

const device = (number: number): Site['devices'][number] => ({
  id: `mfu-${number}`,
  name: `МФУ ${number}`,
  host: `10.1.${number >> 8}.${number & 255}`,
  model: '',
  location: '',
});

function saved(): Site['devices'] {
  return (JSON.parse(readFileSync(file, 'utf8')) as Site).devices;
}

async function paste(window: Page, selector: string, text: string): Promise<void> {
  await window.locator(selector).first().focus();
  await window.evaluate((copied) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', copied);
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    document.activeElement?.dispatchEvent(event);
  }, text);
}

test('rows pasted from Excel are added, update the same address, or are refused with the reason', async () => {
  const { window, close } = await openProfile([device(1)]);
  try {
    const rows = [
      'Имя\tIP-адрес\tМодель\tКабинет',
      '"МФУ\n2 этаж"\t10.1.0.2\tM404\t201',
      '\t10.1.0.1\tKyocera\t101',
      'МФУ 3\t10.1 0.3\t\t',
      'МФУ 4\t10.1.0.2\t\t',
    ];
    await paste(window, '[data-field="name"]', `${rows.join('\r\n')}\r\n`);
    const plan = window.getByRole('table', { name: 'Что будет' });
    await expect(plan.getByRole('row', { name: /добавится/ })).toHaveCount(1);
    await expect(plan.getByRole('row', { name: /обновится.*10\.1\.0\.1/ })).toHaveCount(1);
    await expect(plan.getByRole('row', { name: /не подходит.*«10\.1 0\.3»/ })).toHaveCount(1);
    await expect(plan.getByRole('row', { name: /тот же адрес уже в строке 2/ })).toHaveCount(1);
    await window.getByRole('button', { name: 'Применить: добавить 1, обновить 1' }).click();
    await window.getByRole('button', { name: 'Сохранить' }).click();
    await expect.poll(saved).toEqual([
      { ...device(1), model: 'Kyocera', location: '101' },
      { id: 'device-2', name: 'МФУ 2 этаж', host: '10.1.0.2', model: 'M404', location: '201' },
    ]);
  } finally {
    await close();
  }
});

test('a CSV file is matched column by column, and the match can be corrected', async () => {
  const { app, window, close } = await openProfile([]);
  try {
    const csv = path.join(folder, 'мфу.csv');
    writeFileSync(csv, '\uFEFFИнв.;Хост;Где стоит\r\n17;prn-17;каб. 17\r\n');
    await openFile(app, csv);
    await window.getByRole('button', { name: 'Из файла CSV' }).click();
    const match = (column: string) => window.getByRole('combobox', { name: `Что в столбце: ${column}` });
    await expect(match('Хост')).toHaveValue('host');
    await expect(match('Где стоит')).toHaveValue('');
    await match('Где стоит').selectOption('location');
    await match('Инв.').selectOption('name');
    await window.getByRole('button', { name: /^Применить: добавить 1/ }).click();
    await window.getByRole('button', { name: 'Сохранить' }).click();
    await expect
      .poll(saved)
      .toEqual([{ id: 'device-1', name: '17', host: 'prn-17', model: '', location: 'каб. 17' }]);
  } finally {
    await close();
  }
});

test('two thousand devices are found, walked through by keyboard, deleted and taken back', async () => {
  const { window, close } = await openProfile(Array.from({ length: 2000 }, (_, index) => device(index + 1)));
  try {
    const table = window.getByRole('grid', { name: 'МФУ и принтеры' });
    await expect(table).toHaveAttribute('aria-rowcount', '2001');
    expect(await table.getByRole('row').count()).toBeLessThan(60);
    await window.getByRole('textbox', { name: 'Имя или IP-адрес, Устройство 1', exact: true }).focus();
    for (let step = 0; step < 4; step += 1) await window.keyboard.press('PageDown');
    const reached = window.getByRole('textbox', { name: 'Имя или IP-адрес, Устройство 41', exact: true });
    await expect(reached).toBeFocused();
    await window.getByRole('searchbox', { name: 'Найти устройство' }).fill('МФУ 1999');
    await expect(table.getByRole('row')).toHaveCount(2);
    await window.getByRole('checkbox', { name: 'Выбрать: МФУ 1999' }).click();
    await window.getByRole('button', { name: 'Удалить: 1' }).click();
    await expect(window.getByText('1999 устройств', { exact: true })).toBeVisible();
    await window.getByRole('button', { name: 'Вернуть' }).click();
    await expect(window.getByText('2000 устройств', { exact: true })).toBeVisible();
    await window.getByRole('button', { name: 'Отмена' }).click();
  } finally {
    await close();
  }
});

test('a password typed for a site is never written into its profile', async () => {
  const { window, close } = await openProfile([device(1)]);
  try {
    await window.getByLabel('Пароль FTP').fill('очень-тайное');
    await expect(window.getByText('запишется при сохранении профиля')).toBeVisible();
    await window.getByRole('button', { name: 'Сохранить' }).click();
    await window.getByRole('button', { name: 'Профиль' }).click();
    await expect(
      window.getByText(/^(хранится в хранилище ключей системы|только в памяти до закрытия программы)$/),
    ).toBeVisible();
    expect(readFileSync(file, 'utf8')).not.toContain('очень-тайное');
    await window.getByRole('button', { name: 'Забыть: Пароль FTP' }).click();
    await expect(window.getByText('не задан')).toHaveCount(3);
  } finally {
    await close();
  }
});
