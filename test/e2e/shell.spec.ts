/** The program around its window: menu and recent sites, the question before closing, passwords, pictures, tables. */
import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type ElectronApplication, expect, type Page, test } from '@playwright/test';
// For the type of `window.sitecheck`.
import type {} from '../../renderer/bridge.ts';
import { openFile } from '../support/answer-dialogs.ts';
import { type LaunchedApp, launchApp } from '../support/launch-app.ts';

/** What the page of this test keeps. */
interface Hearing {
  readonly heard: string[];
}

let launched: LaunchedApp;
let app: ElectronApplication;
let page: Page;

test.beforeEach(async () => {
  launched = await launchApp();
  ({ app, window: page } = launched);
});
test.afterEach(() => launched.close());

const SITE_ID = '0b7c1f7e-6f7e-4a3c-9a53-0f3f0f3f0f3f';

async function saveSite(): Promise<void> {
  await page.evaluate(
    (id) =>
      window.sitecheck?.saveSite({
        site: {
          format: 'printum-sitecheck/site',
          version: 1,
          id,
          name: 'Склад & офис',
          customer: '',
          address: '',
          catalogue: 'printum-r12',
          scheme: 'single',
          servers: [{ id: 'app1', name: '', host: '127.0.0.1', roles: ['personalAccount'] }],
          external: [],
          devices: [],
          snmp: { community: 'public' },
          ftp: { user: '', directory: '/' },
          onlineInstall: false,
          portOverrides: {},
          probe: { timeoutMs: 2000, attempts: 2, concurrency: 64 },
        },
      }),
    SITE_ID,
  );
}

/** Labels of a menu's entries, from the top down. */
function menuEntries(head: string): Promise<readonly string[]> {
  return app.evaluate(({ Menu }, label) => {
    const found = Menu.getApplicationMenu()?.items.find((item) => item.label === label);
    return found?.submenu?.items.map((item) => item.label) ?? [];
  }, head);
}

test('the menu tells the window its commands, and nothing in it reloads the page', async () => {
  await page.evaluate(() => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    window.sitecheck?.onMenuCommand((command) => heard.push(JSON.stringify(command)));
  });
  const roles = await app.evaluate(({ Menu }) => {
    const all: string[] = [];
    for (const head of Menu.getApplicationMenu()?.items ?? []) {
      for (const item of head.submenu?.items ?? []) {
        all.push(`${item.accelerator ?? ''} ${item.role ?? ''}`);
        if (item.accelerator === 'CmdOrCtrl+R') item.click();
      }
    }
    return all;
  });
  expect(roles.filter((role) => /reload/i.test(role))).toEqual([]);
  expect(roles.filter((role) => role.startsWith('CmdOrCtrl+R'))).toHaveLength(1);
  await expect
    .poll(() => page.evaluate(() => (window as unknown as Hearing).heard))
    .toEqual(['{"kind":"run"}']);

  await saveSite();
  expect(await menuEntries('Файл')).not.toContain('Недавние площадки');
  await page.evaluate((siteId) => window.sitecheck?.listVisits({ siteId }), SITE_ID);
  await expect.poll(() => menuEntries('Файл')).toContain('Недавние площадки');
});

test('closing asks while something is unsaved, stays after a no and closes after a yes', async () => {
  await page.evaluate(() => window.sitecheck?.guard({ guarded: true }));
  await app.evaluate(({ dialog, BrowserWindow }) => {
    dialog.showMessageBox = () => Promise.resolve({ response: 1, checkboxChecked: false });
    BrowserWindow.getAllWindows()[0]?.close();
  });
  await expect(page.getByRole('button', { name: 'Новая площадка' }).first()).toBeVisible();
  const closed = page.waitForEvent('close');
  await app.evaluate(({ dialog, app }) => {
    dialog.showMessageBox = () => Promise.resolve({ response: 0, checkboxChecked: false });
    app.quit();
  });
  await closed;
});

test('passwords without a key store stay in memory, pictures are shown, tables of a Russian Excel are read', async () => {
  await saveSite();
  const answers = await page.evaluate(async (siteId) => {
    const set = await window.sitecheck?.setSecret({ siteId, kind: 'ftp', password: 's3cret-word' });
    return [set, await window.sitecheck?.secretsStatus({ siteId })];
  }, SITE_ID);
  expect(answers).toMatchObject([
    { ok: true, value: { place: 'memory' } },
    { ok: true, value: { keyStore: false, secrets: { ftp: 'memory' } } },
  ]);
  expect(existsSync(path.join(launched.userDataFolder, 'secrets.json'))).toBe(false);

  const table = path.join(launched.userDataFolder, 'devices.csv');
  writeFileSync(table, Buffer.from([0xc8, 0xec, 0xff, 0x3b, 0x31]));
  await openFile(app, table);
  expect(await page.evaluate(() => window.sitecheck?.readDevices({}))).toMatchObject({
    value: { text: 'Имя;1' },
  });

  const picture = path.join(launched.userDataFolder, 'photo.png');
  writeFileSync(
    picture,
    Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    ),
  );
  await openFile(app, picture);
  const width = await page.evaluate(async (siteId) => {
    const bridge = window.sitecheck;
    if (bridge === undefined) return 'no bridge';
    const visit = await bridge.beginVisit({ siteId, stage: 'after-install' });
    if (!visit.ok) return visit.error.message;
    const visitId = visit.value.id;
    const added = await bridge.addPhotos({ siteId, visitId });
    if (!added.ok) return added.error.message;
    const photoId = added.value?.photos[0]?.id ?? '';
    const photo = await bridge.getPhoto({ siteId, visitId, photoId });
    if (!photo.ok) return photo.error.message;
    const image = new Image();
    image.src = photo.value.dataUrl;
    await image.decode();
    return image.naturalWidth;
  }, SITE_ID);
  expect(width).toBe(1);
});
