/** A newcomer's first minute: the demo site, from the empty window to the paper. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { saveAs } from '../support/answer-dialogs.ts';
import { type LaunchedApp, launchApp } from '../support/launch-app.ts';
import { pdfFonts, pdfText } from '../support/pdf-text.ts';
import { checkRow, runChecks } from '../support/visit.ts';

let launched: LaunchedApp;
let folder: string;

test.beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'sitecheck-demo-'));
  launched = await launchApp();
});
test.afterEach(async () => {
  await launched.close();
  rmSync(folder, { recursive: true });
});

test('the demo shows pass, attention and failure, explains each, and prints them', async () => {
  const { window, app } = launched;
  await window.getByRole('button', { name: 'Откройте демо-площадку' }).click();
  await expect(window.getByRole('heading', { level: 1, name: 'Площадки' })).toBeVisible();
  await expect(window.getByText('ДЕМО').first()).toBeVisible();

  await runChecks(window, 'Розетка АРМ');
  await expect(checkRow(window, 'account-http', 'workstation')).toContainText('Пройдено');
  await expect(checkRow(window, 'printmanager-https', 'workstation')).toContainText('Внимание');
  const failed = checkRow(window, 'monitoring-https', 'workstation');
  await expect(failed).toContainText('Не пройдено');
  await expect(failed).toContainText('обычный HTTP');

  await failed.click();
  await expect(window.getByText('Что сделать').first()).toBeVisible();
  await expect(window.getByText('GET / HTTP/1.1').first()).toBeVisible();

  await window.getByRole('button', { name: 'Чек-лист', exact: true }).click();
  const paper = window.frameLocator('iframe');
  await expect(paper.getByRole('heading', { level: 1 })).toHaveText('Чек-лист готовности площадки');
  await expect(paper.getByText('ДЕМО').first()).toBeVisible();

  const pdf = path.join(folder, 'checklist.pdf');
  await saveAs(app, pdf);
  await window.getByRole('button', { name: 'Сохранить PDF' }).click();
  await expect(window.getByText(pdf)).toBeVisible({ timeout: 20_000 });
  const text = pdfText(pdf);
  expect(text).toContain('Чек-лист готовности площадки');
  expect(text).toContain('ДЕМО');
  expect(text).toContain('Не пройдено');
  expect(text).toMatch(/Страница 1 из \d/);
  for (const font of pdfFonts(pdf)) expect(font).toMatch(/^Inter-/);
});

test('one check is run again by itself and only its row changes', async () => {
  const { window } = launched;
  await window.getByRole('button', { name: 'Откройте демо-площадку' }).click();
  await runChecks(window, 'Розетка АРМ');
  const failed = checkRow(window, 'monitoring-https', 'workstation');
  await failed.click();
  await window.getByRole('button', { name: 'Повторить', exact: true }).click();
  await expect(window.getByText(/завершено/).first()).toBeVisible();
  await expect(failed).toContainText('Не пройдено');
  await expect(checkRow(window, 'account-http', 'workstation')).toContainText('Пройдено');
});

test('what the window shows is saved as JSON and CSV', async () => {
  const { window, app } = launched;
  await window.getByRole('button', { name: 'Откройте демо-площадку' }).click();
  await runChecks(window, 'Розетка АРМ');
  await window.getByRole('button', { name: 'Чек-лист', exact: true }).click();
  const json = path.join(folder, 'run.json');
  await saveAs(app, json);
  await window.getByRole('button', { name: 'JSON' }).click();
  await expect(window.getByText(json)).toBeVisible();
  expect(JSON.parse(readFileSync(json, 'utf8'))).toMatchObject({
    format: 'printum-sitecheck/run',
    version: 1,
  });
  const csv = path.join(folder, 'run.csv');
  await saveAs(app, csv);
  await window.getByRole('button', { name: 'CSV' }).click();
  await expect(window.getByText(csv)).toBeVisible();
  expect(readFileSync(csv, 'utf8')).toContain('monitoring-https');
});

test('the blank form is printed before any run', async () => {
  const { window, app } = launched;
  await window.getByRole('button', { name: 'Откройте демо-площадку' }).click();
  await window.getByRole('button', { name: 'Бланк' }).click();
  await expect(window.frameLocator('iframe').getByText('Бланк для заполнения от руки')).toBeVisible();
  const pdf = path.join(folder, 'blank.pdf');
  await saveAs(app, pdf);
  await window.getByRole('button', { name: 'Сохранить PDF' }).click();
  await expect(window.getByText(pdf)).toBeVisible({ timeout: 20_000 });
  const text = pdfText(pdf);
  expect(text).toContain('адрес ноутбука');
  expect(text).toContain('н/п');
});
