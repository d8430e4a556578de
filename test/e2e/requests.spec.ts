/** From a failure to its end: the request made in the window, its rules loaded into a firewall, its row closed. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { NFT_TABLE } from '../../src/report/request/nftables.ts';
import type { Daemon } from '../lab/daemon.ts';
import { startNginx } from '../lab/daemons/nginx.ts';
import { labSite } from '../lab/lab-site.ts';
import { createSiteNetworkAroundMe, SERVER_ADDRESS, type SiteNetwork } from '../lab/site-network.ts';
import { saveAs } from '../support/answer-dialogs.ts';
import { type LaunchedApp, launchApp } from '../support/launch-app.ts';
import { pdfText } from '../support/pdf-text.ts';

let network: SiteNetwork;
let nginx: Daemon;
let folder: string;
let launched: LaunchedApp;

const canMakeNamespaces = process.platform === 'linux' && process.getuid?.() === 0;

test.beforeEach(async ({ browserName: _ }, testInfo) => {
  testInfo.skip(!canMakeNamespaces, 'needs root on Linux');
  folder = mkdtempSync(path.join(tmpdir(), 'sitecheck-request-'));
  network = await createSiteNetworkAroundMe();
  nginx = await startNginx(
    { host: network.server, address: SERVER_ADDRESS },
    { plainPorts: [80, 8000, 8010], tlsPorts: [443, 8001, 8080] },
  );
  await network.setForwardRules(['tcp dport { 8010, 8080 } drop']);
  const siteFile = path.join(folder, 'lab.site.json');
  writeFileSync(siteFile, JSON.stringify(labSite()));
  launched = await launchApp({ appArguments: [siteFile] });
});
test.afterEach(async () => {
  await launched?.close();
  await nginx?.close();
  await network?.close();
  if (folder !== undefined) rmSync(folder, { recursive: true });
});

test('a request made of failures is saved as rules, and closed once the firewall has them', async () => {
  const { window, app } = launched;
  await runFromWorkstation(window);
  await window.getByRole('button', { name: 'Заявка', exact: true }).first().click();
  await expect(window.getByLabel('Сети АРМ')).toHaveValue('10.77.10.0/24');
  await window.getByRole('button', { name: 'Составить заявку' }).click();
  const rows = window.getByRole('table', { name: 'Строки заявки' });
  await expect(rows).toContainText('10.77.10.0/24');
  await expect(rows).toContainText('tcp 8010, 8080');
  await expect(rows).toContainText('Ждёт');

  const pdf = path.join(folder, 'request.pdf');
  await saveAs(app, pdf);
  await window.getByRole('button', { name: 'PDF', exact: true }).click();
  await expect(window.getByText(pdf)).toBeVisible({ timeout: 20_000 });
  const text = pdfText(pdf);
  expect(text).toContain('Заявка на открытие портов');
  expect(text).toContain('соседний 8001 открыт');

  // As long as nothing has changed, testing changes nothing.
  await window.getByRole('button', { name: 'Проверить отсюда' }).click();
  await expect(rows).toContainText('доходит 0 из 2, проверено: 2', { timeout: 20_000 });
  await expect(rows).toContainText('Ждёт');

  const file = path.join(folder, 'request.nft');
  await saveAs(app, file);
  await window.getByRole('button', { name: 'nftables' }).click();
  await expect(window.getByText(file)).toBeVisible();
  await network.loadRules(readFileSync(file, 'utf8').replaceAll(NFT_TABLE, 'inet site'));
  await window.getByRole('button', { name: 'Проверить отсюда' }).click();
  await expect(rows).toContainText('Проверено', { timeout: 20_000 });
  await expect(window.getByText('Все строки закрыты')).toBeVisible();
});

async function runFromWorkstation(window: Page): Promise<void> {
  await window.getByRole('button', { name: /Где я подключён/ }).click();
  await window.getByRole('radio', { name: 'Розетка АРМ' }).check({ force: true });
  await window.getByRole('button', { name: /Начать проверки/ }).click();
  await expect(window.getByText(/завершено/).first()).toBeVisible({ timeout: 30_000 });
}
