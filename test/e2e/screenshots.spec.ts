/**
 * Every screen in both languages and themes: no serious accessibility fault, nothing that scrolls sideways, and a
 * picture. `SITECHECK_SCREENSHOTS=assets/screenshots npm run e2e -- screenshots` renews the pictures of the README.
 */
import path from 'node:path';
import { type Page, test } from '@playwright/test';
import type { Language } from '../../src/contract/words.ts';
import { type LaunchedApp, launchApp } from '../support/launch-app.ts';
import { look } from '../support/look.ts';
import { walkEveryScreen } from '../support/walk.ts';

const FOLDER = path.resolve('test-results/screenshots');
const README_FOLDER = process.env.SITECHECK_SCREENSHOTS;
const README_PICTURES = new Set<string>(['checks', 'result', 'paper']);

/** A usual laptop; the smallest that is promised; and the usual one at 200 %. */
const SIZES = {
  usual: { width: 1366, height: 768 },
  small: { width: 1024, height: 700 },
  doubled: { width: 683, height: 480 },
} as const;

interface Walk {
  readonly language: Language;
  readonly theme: 'light' | 'dark';
  readonly size: keyof typeof SIZES;
}

const WALKS: readonly Walk[] = [
  { language: 'ru', theme: 'light', size: 'usual' },
  { language: 'ru', theme: 'dark', size: 'usual' },
  { language: 'en', theme: 'light', size: 'usual' },
  { language: 'en', theme: 'dark', size: 'usual' },
  { language: 'ru', theme: 'light', size: 'small' },
  { language: 'ru', theme: 'light', size: 'doubled' },
];

for (const { language, theme, size } of WALKS) {
  test(`every screen is sound in ${language}, ${theme}, ${size}`, async () => {
    test.setTimeout(240_000);
    const launched = await launchApp();
    const { window } = launched;
    try {
      await resize(launched, SIZES[size]);
      if (theme === 'dark') await window.getByRole('button', { name: /тёмная тема|dark theme/i }).click();
      await walkEveryScreen(window, language, async (screen) => {
        const suffix = size === 'usual' ? `${language}-${theme}` : `${language}-${theme}-${size}`;
        await look(window, FOLDER, `${screen}-${suffix}`);
        if (
          README_FOLDER !== undefined &&
          size === 'usual' &&
          theme === 'light' &&
          README_PICTURES.has(screen)
        )
          await takePicture(window, path.resolve(README_FOLDER, `${screen}-${suffix}.png`));
      });
    } finally {
      await launched.close();
    }
  });
}

async function resize(
  { app, window }: LaunchedApp,
  size: { readonly width: number; readonly height: number },
) {
  await app.evaluate(({ BrowserWindow }, { width, height }) => {
    for (const opened of BrowserWindow.getAllWindows()) opened.setContentSize(width, height);
  }, size);
  await window.waitForFunction(({ width }) => globalThis.innerWidth === width, size);
}

async function takePicture(window: Page, file: string): Promise<void> {
  await window.screenshot({ path: file, animations: 'disabled' });
}
