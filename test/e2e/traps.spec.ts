/** Listening for SNMP traps in the window: net-snmp's own senders, a device that stays silent, a port that is taken. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { CURRENT_HOST, runOn } from '../lab/namespace.ts';
import { closedUdpPort, startUdpPeer } from '../servers/udp-peer.ts';
import { type LaunchedApp, launchApp } from '../support/launch-app.ts';
import { isInPath } from '../support/needs.ts';
import { goToStep } from '../support/visit.ts';

const LINK_UP = '1.3.6.1.6.3.1.1.5.4';
const canSendTraps = process.platform === 'linux' && isInPath('snmptrap');

let folder: string;
let launched: LaunchedApp | null = null;

test.beforeEach(({ browserName: _ }, testInfo) => {
  testInfo.skip(!canSendTraps, 'needs snmptrap on Linux');
  folder = mkdtempSync(path.join(tmpdir(), 'sitecheck-traps-'));
});
test.afterEach(async () => {
  await launched?.close();
  launched = null;
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
});

/** Opens the step where the laptop listens, for a site whose traps come to `port`. */
async function openTraps(port: number): Promise<Page> {
  const file = path.join(folder, 'traps.site.json');
  writeFileSync(
    file,
    JSON.stringify({
      format: 'printum-sitecheck/site',
      version: 1,
      id: '0b7c2f4e-1d2a-4c3b-8e9f-00000000a162',
      name: 'Площадка с ловушками',
      scheme: 'single',
      servers: [{ id: 'app1', host: '127.0.0.1', roles: ['printManager'] }],
      devices: [
        { id: 'mfu-201', name: 'МФУ, 2 этаж', host: '127.0.0.1' },
        { id: 'mfu-202', name: 'МФУ, 3 этаж', host: '127.0.0.2' },
      ],
      portOverrides: { 'snmp-trap': port },
    }),
  );
  launched = await launchApp({ appArguments: [file] });
  const { window } = launched;
  await goToStep(window, 'Где я подключён');
  await window.getByRole('radio', { name: 'Система выберет сама' }).check({ force: true });
  await expect(window.getByRole('button', { name: 'Слушать ловушки SNMP' })).toBeHidden();
  await window.getByRole('radio', { name: 'Сеть серверов' }).check({ force: true });
  await window.getByRole('button', { name: 'Слушать ловушки SNMP' }).click();
  await expect(window.getByRole('heading', { level: 1, name: 'Ловушки SNMP вместо сервера' })).toBeVisible();
  return window;
}

function trap(port: number, from: string, community: string) {
  return runOn(
    CURRENT_HOST,
    'snmptrap',
    ['-v', '2c', '-c', community, `--clientaddr=${from}`, `127.0.0.1:${port}`, '', LINK_UP],
    { env: { ...process.env, MIBS: '', SNMPCONFPATH: '/nowhere' }, timeoutMs: 10_000 },
  );
}

test('traps appear as they come, and the silent device is named at the end', async () => {
  const port = await closedUdpPort();
  const window = await openTraps(port);
  await window.getByRole('button', { name: 'Слушать', exact: true }).click();
  await expect(window.getByRole('timer')).toContainText(/осталось (2:00|1:5\d)/);
  const devices = window.getByRole('complementary', { name: 'Устройства профиля' });
  await expect(devices).toContainText('0/2');

  await trap(port, '127.0.0.1', 'public');
  await trap(port, '127.0.0.3', 'top-secret');
  const rows = window.getByRole('region', { name: 'Пришедшие ловушки' }).locator('tbody tr');
  await expect(rows).toHaveCount(2);
  await expect(rows.first()).toContainText('не из профиля');
  await expect(rows.first()).toContainText('другое');
  await expect(rows.last()).toContainText('МФУ, 2 этаж');
  await expect(rows.last()).toContainText('принято');
  await expect(rows.last()).toContainText('linkUp');
  await expect(devices).toContainText('1/2');
  await expect(window.getByText('top-secret')).toHaveCount(0);
  expect((await new AxeBuilder({ page: window }).setLegacyMode().analyze()).violations).toEqual([]);

  await window.keyboard.press('Escape');
  await expect(window.getByRole('button', { name: 'Слушать снова' })).toBeEnabled();
  await expect(devices.getByRole('listitem').first()).toContainText('МФУ, 3 этаж');
  await expect(devices).toContainText('В панели молчащего устройства');

  await window.getByRole('button', { name: 'English' }).click();
  await window.getByRole('button', { name: /dark theme/i }).click();
  await expect(window.getByRole('button', { name: 'Listen again' })).toBeEnabled();
  await expect(window.getByRole('region', { name: 'Traps that came' })).not.toContainText('принято');
  expect((await new AxeBuilder({ page: window }).setLegacyMode().analyze()).violations).toEqual([]);
});

test('a taken port is told with its holder and a remedy, and freed it is listened on', async () => {
  const holder = await startUdpPeer(() => {}, '0.0.0.0');
  const window = await openTraps(holder.port);
  await window.getByRole('button', { name: 'Слушать', exact: true }).click();
  const alert = window.getByRole('alert');
  await expect(alert).toContainText(`Порт ${holder.port}/udp занят`);
  await expect(alert).toContainText(`(PID ${process.pid})`);
  await expect(alert).toContainText('Остановить эту программу');
  expect((await new AxeBuilder({ page: window }).setLegacyMode().analyze()).violations).toEqual([]);
  await holder.close();

  await window.keyboard.press('Control+Enter');
  await expect(window.getByText('Слушаю. Отправьте')).toBeVisible();
  await expect(alert).toBeHidden();
  await window.getByRole('button', { name: 'Остановить' }).click();
  await expect(window.getByText('За это время не пришло ничего.')).toBeVisible();
});

test('the devices of the demo site are heard at once, beside its own receiver', async () => {
  launched = await launchApp();
  const { window } = launched;
  await window.getByRole('button', { name: 'Откройте демо-площадку' }).click();
  await window.getByRole('button', { name: 'Начать выезд' }).click();
  await goToStep(window, 'Где я подключён');
  await window.getByRole('radio', { name: 'Сеть серверов' }).check({ force: true });
  await window.getByRole('button', { name: 'Слушать ловушки SNMP' }).click();
  await window.getByRole('button', { name: 'Слушать', exact: true }).click();
  const rows = window.getByRole('region', { name: 'Пришедшие ловушки' }).locator('tbody tr');
  await expect(rows).toHaveCount(2);
  await expect(rows.filter({ hasText: 'Демо-МФУ 1' })).toContainText('coldStart');
  await expect(rows.filter({ hasText: 'Демо-МФУ 2' })).toContainText('printerV2Alert');
  await expect(window.getByRole('complementary', { name: 'Устройства профиля' })).toContainText('2/2');
});
