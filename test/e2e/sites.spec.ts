/** Site profiles through the window: make, mend, find, hand over, throw away and take back. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { labSite } from '../lab/lab-site.ts';
import { openFile, saveAs } from '../support/answer-dialogs.ts';
import { launchApp } from '../support/launch-app.ts';

let folder: string;

test.beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'sitecheck-sites-'));
});
test.afterEach(() => {
  rmSync(folder, { recursive: true });
});

test('a site is made by hand, kept over a restart, changed, and found by its address', async () => {
  const first = await launchApp({ userDataFolder: folder });
  const { window } = first;
  await window.getByRole('button', { name: 'Новая площадка' }).click();
  await window.getByRole('button', { name: 'Сохранить' }).click();
  await expect(window.getByText(/Не сохранено: исправьте 2 поля/)).toBeVisible();
  await window.getByRole('textbox', { name: 'Название' }).first().fill('ООО «Ромашка», склад');
  await window.getByRole('textbox', { name: 'Имя или IP-адрес' }).fill('10.77.30.10');
  await window.getByRole('button', { name: 'Сохранить' }).click();
  await expect(window.getByRole('row', { name: /Ромашка/ })).toBeVisible();
  await first.close();

  const second = await launchApp({ userDataFolder: folder });
  try {
    const again = second.window;
    await expect(again.getByRole('row', { name: /Ромашка/ })).toBeVisible();
    await again.getByRole('button', { name: 'Профиль' }).click();
    await again.getByRole('textbox', { name: 'Адрес' }).first().fill('Томилино');
    await again.getByRole('button', { name: 'Сохранить' }).click();
    await expect(again.getByRole('row', { name: /Томилино/ })).toBeVisible();
    await again.keyboard.press('/');
    await again.keyboard.type('10.77.30');
    await expect(again.getByRole('row', { name: /Ромашка/ })).toBeVisible();
    await again.keyboard.type('9');
    await expect(again.getByRole('row', { name: /Ромашка/ })).toBeHidden();
  } finally {
    await second.close();
  }
});

test('a profile is imported, exported word for word, deleted and taken back', async () => {
  const site = labSite();
  const source = path.join(folder, 'given.site.json');
  writeFileSync(source, JSON.stringify(site));
  const { app, window, close } = await launchApp();
  try {
    await openFile(app, source);
    await window.getByRole('button', { name: 'Открыть файл профиля' }).click();
    const row = window.getByRole('row', { name: /Лаборатория/ });
    await expect(row).toBeVisible();
    await row.click();

    const copy = path.join(folder, 'copy.site.json');
    await saveAs(app, copy);
    await window.getByRole('button', { name: 'Экспорт' }).click();
    await expect.poll(() => readIfThere(copy)).toEqual(site);

    await window.getByRole('button', { name: 'Удалить' }).click();
    await expect(row).toBeHidden();
    await window.getByRole('button', { name: /Отменить|Вернуть/ }).click();
    await expect(row).toBeVisible();
  } finally {
    await close();
  }
});

test('a profile that is wrong gets one clear sentence and changes nothing', async () => {
  const wrong = path.join(folder, 'wrong.site.json');
  writeFileSync(wrong, JSON.stringify({ ...labSite(), portOverrides: { 'account-http': 70_000 } }));
  const { app, window, close } = await launchApp();
  try {
    await openFile(app, wrong);
    await window.getByRole('button', { name: 'Открыть файл профиля' }).click();
    await expect(window.getByText(/portOverrides\.account-http/)).toBeVisible();
    await expect(window.getByText(/65535/)).toBeVisible();
    await expect(window.getByRole('row', { name: /Лаборатория/ })).toBeHidden();
  } finally {
    await close();
  }
});

test('profiles dropped on the window are opened, a wrong file is named, and a site is copied', async () => {
  const { window, close } = await launchApp({ userDataFolder: folder });
  try {
    await expect(window.getByRole('heading', { level: 1 })).toBeVisible();
    await window.evaluate((text) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([text], 'lab.site.json'));
      dataTransfer.items.add(new File(['{"format": '], 'broken.site.json'));
      for (const kind of ['dragenter', 'dragover', 'drop']) {
        document.body.dispatchEvent(new DragEvent(kind, { dataTransfer, bubbles: true, cancelable: true }));
      }
    }, JSON.stringify(labSite()));
    await expect(window.getByRole('row', { name: /Лаборатория/ })).toBeVisible();
    await expect(window.getByText('Не открыт 1 файл')).toBeVisible();
    await expect(window.getByText(/broken\.site\.json: .*JSON/)).toBeVisible();
    await window.getByRole('button', { name: 'Копия' }).click();
    await expect(window.getByRole('row', { name: /Лаборатория.*\(копия\)/ })).toBeVisible();
  } finally {
    await close();
  }
});

test('a stored profile that cannot be read is set aside and named, and the others stay', async () => {
  const sites = path.join(folder, 'sites');
  const site = labSite();
  mkdirSync(sites, { recursive: true });
  writeFileSync(path.join(sites, `${site.id}.site.json`), JSON.stringify(site));
  const broken = '11111111-1111-4111-8111-111111111111.site.json';
  writeFileSync(path.join(sites, broken), '{"format": "printum-sitecheck/site", ');
  const { window, close } = await launchApp({ userDataFolder: folder });
  try {
    await expect(window.getByRole('row', { name: /Лаборатория/ })).toBeVisible();
    await expect(window.getByText(new RegExp(broken)).first()).toBeVisible();
  } finally {
    await close();
  }
});

function readIfThere(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}
