/** A whole visit in the real window, on a site of real daemons behind a real firewall. Needs root for namespaces. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { NFT_TABLE } from '../../src/report/request/nftables.ts';
import { type Lab, startLab } from '../lab/lab.ts';
import { laptopAddress, plugLaptop, unplugLaptop } from '../lab/laptop.ts';
import type { Scenario, ServiceName } from '../lab/scenario.ts';
import { everythingRight } from '../lab/scenarios/everything-right.ts';
import { saveAs } from '../support/answer-dialogs.ts';
import { type LaunchedApp, launchApp } from '../support/launch-app.ts';
import { pdfText } from '../support/pdf-text.ts';
import {
  answerByHand,
  checkRow,
  goToStep,
  runFromPlace,
  saveAct,
  signVisit,
  waiveInside,
} from '../support/visit.ts';

const SERVICES: readonly ServiceName[] = [
  ...(['web', 'cups', 'ftp', 'traps'] as const),
  ...(['device-web', 'device-snmp', 'device-ipp', 'device-raw'] as const),
];
const ONE_PORT_DROPPED: Scenario = {
  ...everythingRight,
  rules: [{ from: 'device', to: 'app1', transport: 'tcp', ports: [8080], action: 'drop' }],
};
const canMakeNamespaces = process.platform === 'linux' && process.getuid?.() === 0;

let lab: Lab;
let folder: string;
let launched: LaunchedApp;

test.setTimeout(240_000);
test.beforeEach(async ({ browserName: _ }, testInfo) => {
  testInfo.skip(!canMakeNamespaces, 'needs root on Linux');
  folder = mkdtempSync(path.join(tmpdir(), 'sitecheck-visit-'));
  lab = await startLab(ONE_PORT_DROPPED, SERVICES);
  const site = { ...lab.site, name: 'ООО «Лаборатория», офис', external: [], onlineInstall: false };
  const siteFile = path.join(folder, 'lab.site.json');
  writeFileSync(siteFile, JSON.stringify(site));
  await plugLaptop(lab.network, 'workstation');
  launched = await launchApp({
    appArguments: [siteFile],
    userDataFolder: path.join(folder, 'data'),
    environment: lab.environment,
  });
});
test.afterEach(async () => {
  if (lab === undefined) return;
  await launched?.close();
  await unplugLaptop();
  await lab.close();
  rmSync(folder, { recursive: true });
});

test('a visit from the door to the signature: three places, a fault found, mended and tested again', async () => {
  const { window, app } = launched;
  await expect(window.getByRole('heading', { level: 1, name: 'Подготовка' })).toBeVisible();
  await window.getByRole('checkbox', { name: /Ноутбук/ }).check();
  await window.getByRole('button', { name: /Дальше/ }).click();

  await runFromPlace(window, 'Розетка АРМ');
  await expect(checkRow(window, 'account-http', 'workstation')).toContainText('Пройдено');

  // The cable is where it was: what the window says of the device's place has to be answered.
  await goToStep(window, 'Где я подключён');
  await window.getByRole('radio', { name: 'Розетка МФУ' }).check({ force: true });
  await expect(window.getByText('Адрес не из сети МФУ')).toBeVisible();
  await expect(window.getByRole('button', { name: /Начать проверки/ })).toBeDisabled();
  await plugLaptop(lab.network, 'device');
  await window.getByRole('button', { name: 'Переключил кабель' }).click();
  await expect(window.getByText(laptopAddress('device')).first()).toBeVisible();
  await runFromPlace(window, 'Розетка МФУ');
  await expect(checkRow(window, 'printmanager-https', 'device')).toContainText('Не пройдено');
  await expect(checkRow(window, 'scan-ftp-active', 'device')).toContainText('Пройдено');

  await plugLaptop(lab.network, 'server');
  await goToStep(window, 'Где я подключён');
  await window.getByRole('button', { name: 'Обновить адреса' }).click();
  await runFromPlace(window, 'Сеть серверов');
  await expect(checkRow(window, 'device-snmp', 'server').first()).toContainText('Пройдено');

  await goToStep(window, 'Что осталось');
  await waiveInside(window, 'Внутри сервера проверит администратор');
  await expect(window.getByText('Снято: 6')).toBeVisible();

  await goToStep(window, 'Осмотр вручную');
  await answerByHand(window);
  await goToStep(window, 'Итог');
  await expect(window.getByRole('heading', { level: 1, name: 'Не готово' })).toBeVisible();
  await expect(window.getByText(/8080/).first()).toBeVisible();

  await mendByRequest(window);

  await goToStep(window, 'Итог');
  await expect(window.getByRole('heading', { level: 1, name: 'Готово' })).toBeVisible();
  await window.getByRole('textbox', { name: 'Имя заказчика' }).fill('Соколова Ирина Викторовна');
  await signVisit(window, 'Орлов Павел Андреевич');
  const act = path.join(folder, 'act.pdf');
  await saveAct(app, window, act);
  const text = pdfText(act);
  expect(text).toContain('Акт проверки площадки');
  expect(text).toContain('Орлов Павел Андреевич');
  expect(text).toContain('Соколова Ирина Викторовна');
  expect(text).toContain('Внутри сервера проверит администратор');
  expect(text).toContain(laptopAddress('server'));
  expect(text).toMatch(/Страница 1 из 1/);
});

/** The request of the one failure: its rules go into the firewall, and the same check is then run again. */
async function mendByRequest(window: Page): Promise<void> {
  const { app } = launched;
  await window.getByRole('button', { name: 'Заявка на порты' }).click();
  await window.getByRole('button', { name: 'Составить заявку' }).click();
  const rows = window.getByRole('table', { name: 'Строки заявки' });
  await expect(rows).toContainText('tcp 8080');
  const file = path.join(folder, 'request.nft');
  await saveAs(app, file);
  await window.getByRole('button', { name: 'nftables' }).click();
  await expect(window.getByText(file)).toBeVisible();
  await lab.network.loadRules(readFileSync(file, 'utf8').replaceAll(NFT_TABLE, 'ip site'));

  await plugLaptop(lab.network, 'device');
  await goToStep(window, 'Где я подключён');
  await window.getByRole('button', { name: 'Обновить адреса' }).click();
  await window.getByRole('radio', { name: 'Розетка МФУ' }).check({ force: true });
  await goToStep(window, 'Итог');
  await window.getByRole('button', { name: 'Заявка на порты' }).click();
  await window.getByRole('button', { name: 'Проверить отсюда' }).click();
  await expect(window.getByText('Все строки закрыты')).toBeVisible({ timeout: 30_000 });
}
