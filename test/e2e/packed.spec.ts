import { expect, test } from '@playwright/test';
import { packedExecutable } from '../../build/package/pack.mjs';
import { launchApp } from '../support/launch-app.ts';

test('the packed program opens its window when it is started by itself', async () => {
  const executable = packedExecutable();
  expect(executable, 'npm test packs the program before this test').toBeDefined();
  const { app, window, close } = await launchApp({ executable: executable! });
  try {
    expect(await app.evaluate((electron) => electron.app.isPackaged)).toBe(true);
    await expect(window).toHaveTitle(/Принтум/);
    await expect(window.getByRole('heading', { level: 1 })).toBeVisible();
  } finally {
    await close();
  }
});
