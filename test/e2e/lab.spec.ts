/** The real window against a real nginx behind a real firewall, ending on paper. Needs root for namespaces. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { PORT_STATE_LABELS } from '../../src/contract/labels.ts';
import type { Daemon } from '../lab/daemon.ts';
import { startNginx } from '../lab/daemons/nginx.ts';
import { labSite } from '../lab/lab-site.ts';
import { CURRENT_HOST } from '../lab/namespace.ts';
import { nmapStates } from '../lab/nmap.ts';
import { createSiteNetworkAroundMe, SERVER_ADDRESS, type SiteNetwork } from '../lab/site-network.ts';
import { saveAs } from '../support/answer-dialogs.ts';
import { launchApp } from '../support/launch-app.ts';
import { pdfText } from '../support/pdf-text.ts';
import { checkRow, runFromPlace } from '../support/visit.ts';

const PLAIN = { 'account-http': 80, 'monitoring-http': 8000, 'printmanager-http': 8010 };
const TLS = { 'account-https': 443, 'monitoring-https': 8001, 'printmanager-https': 8080 };
const PORTS = { ...PLAIN, ...TLS };

let network: SiteNetwork;
let nginx: Daemon;
let folder: string;

const canMakeNamespaces = process.platform === 'linux' && process.getuid?.() === 0;

test.beforeEach(({ browserName: _ }, testInfo) => {
  testInfo.skip(!canMakeNamespaces, 'needs root on Linux');
});
test.beforeAll(async () => {
  if (!canMakeNamespaces) return;
  folder = mkdtempSync(path.join(tmpdir(), 'sitecheck-lab-'));
  network = await createSiteNetworkAroundMe();
  nginx = await startNginx(
    { host: network.server, address: SERVER_ADDRESS },
    { plainPorts: Object.values(PLAIN), tlsPorts: Object.values(TLS) },
  );
  await network.setForwardRules(['tcp dport 8010 drop', 'tcp dport 8000 reject with tcp reset']);
});
test.afterAll(async () => {
  await nginx?.close();
  await network?.close();
  if (folder !== undefined) rmSync(folder, { recursive: true });
});

test('the window sees every port as nmap does, and the PDF says the same', async () => {
  const siteFile = path.join(folder, 'lab.site.json');
  writeFileSync(siteFile, JSON.stringify(labSite()));
  const { app, window, close } = await launchApp({ appArguments: [siteFile] });
  try {
    await expect(window.getByText('Лаборатория, головной офис').first()).toBeVisible();
    await runFromPlace(window, 'Розетка АРМ');
    const states = await nmapStates(CURRENT_HOST, SERVER_ADDRESS, Object.values(PORTS));
    expect(new Set(Object.values(states))).toEqual(new Set(['open', 'closed', 'filtered']));
    for (const [requirement, port] of Object.entries(PORTS)) {
      const state = states[port] as 'open' | 'closed' | 'filtered';
      await expect(checkRow(window, requirement, 'workstation')).toContainText(PORT_STATE_LABELS[state].ru);
    }
    await expect(checkRow(window, 'printmanager-http', 'workstation')).toContainText('Не пройдено');
    await expect(checkRow(window, 'account-https', 'workstation')).toContainText('TLS 1.2');

    await window.getByRole('button', { name: 'Чек-лист', exact: true }).click();
    const pdf = path.join(folder, 'checklist.pdf');
    await saveAs(app, pdf);
    await window.getByRole('button', { name: 'Сохранить PDF' }).click();
    await expect(window.getByText(pdf)).toBeVisible({ timeout: 20_000 });
    const text = pdfText(pdf);
    expect(text).toContain('ООО «Лаборатория»');
    expect(text).toContain('Не готово');
    expect(text).toMatch(/8010\/tcp ПринтМенеджер, HTTP фильтруется, тишина Не пройдено/);
    expect(text).toMatch(/8000\/tcp Мониторинг, HTTP закрыт, отказ вернулся Не пройдено/);
    expect(text).toMatch(/443\/tcp Личный кабинет, HTTPS открыт, TLS 1\.2 Пройдено/);
    expect(text).toContain('разрешить АРМ');
  } finally {
    await close();
  }
});
