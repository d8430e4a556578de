/**
 * Every screen in both languages and themes: no serious accessibility fault, nothing that scrolls sideways, and a
 * picture. `SITECHECK_SCREENSHOTS=assets/screenshots npm run e2e -- screenshots` renews the pictures of the README.
 */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { launchApp } from '../support/launch-app.ts';

const FOLDER = path.resolve(process.env.SITECHECK_SCREENSHOTS ?? 'test-results/screenshots');

const WORDS = {
  ru: {
    language: 'Русский',
    demo: 'Откройте демо-площадку',
    begin: 'Начать проверки',
    finished: /завершено/,
    paper: 'Чек-лист',
    sites: 'Площадки',
    create: 'Новая площадка',
    settings: 'Настройки',
    stay: 'Отмена',
  },
  en: {
    language: 'English',
    demo: 'Open the demo site',
    begin: 'Start checks',
    finished: /finished/,
    paper: 'Checklist',
    sites: 'Sites',
    create: 'New site',
    settings: 'Settings',
    stay: 'Cancel',
  },
} as const;

for (const language of ['ru', 'en'] as const) {
  for (const theme of ['light', 'dark'] as const) {
    test(`every screen is sound in ${language}, ${theme}`, async () => {
      test.setTimeout(120_000);
      const words = WORDS[language];
      const { window, close } = await launchApp();
      const look = (screen: string) => inspect(window, `${screen}-${language}-${theme}`);
      try {
        await window.getByRole('button', { name: words.language }).click();
        if (theme === 'dark') await window.getByRole('button', { name: /тёмная тема|dark theme/i }).click();
        await look('empty');

        await window.getByRole('button', { name: words.create }).click();
        await expect(window.getByRole('heading', { level: 1, name: words.create })).toBeVisible();
        await look('editor');
        await window.getByRole('button', { name: words.stay }).click();

        await window.getByRole('button', { name: words.demo }).click();
        await expect(window.getByRole('heading', { level: 1, name: words.sites })).toBeVisible();
        await look('sites');

        await window.getByRole('button', { name: words.begin }).click();
        await expect(window.getByRole('radiogroup').first()).toBeVisible();
        await look('where');

        await window.getByRole('button', { name: new RegExp(words.begin) }).click();
        await expect(window.getByText(words.finished).first()).toBeVisible();
        await window.locator('[data-check-id^="monitoring-https:workstation"]').click();
        await look('checks');

        await window.getByRole('button', { name: words.paper, exact: true }).click();
        await expect(window.frameLocator('iframe').getByRole('heading', { level: 1 })).toBeVisible();
        await look('paper');

        await window.getByRole('button', { name: words.settings, exact: true }).click();
        await expect(window.getByRole('dialog')).toBeVisible();
        await look('settings');
      } finally {
        await close();
      }
    });
  }
}

async function inspect(window: Page, name: string): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  await window.screenshot({ path: path.join(FOLDER, `${name}.png`), animations: 'disabled' });
  const sideways = await window.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });
  expect(sideways, `${name} scrolls sideways`).toBe(0);
  // The paper inside the frame has no scripts, and axe is one.
  const { violations } = await new AxeBuilder({ page: window })
    .setLegacyMode(true)
    .exclude('iframe')
    .analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(
    serious.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`),
    name,
  ).toEqual([]);
}
