/** Settings stay as they were set, and the names stand on paper. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { launchApp } from '../support/launch-app.ts';

test('names, language and theme outlive each other and a restart, and stand on paper', async () => {
  const userDataFolder = mkdtempSync(path.join(tmpdir(), 'sitecheck-settings-'));
  const first = await launchApp({ userDataFolder });
  try {
    const { window } = first;
    await window.getByRole('button', { name: 'Настройки', exact: true }).click();
    await window.getByRole('textbox', { name: 'Инженер' }).fill('Орлов Павел Андреевич');
    await window.getByRole('textbox', { name: 'Организация' }).fill('ООО «Сервис-Партнёр»');
    await window.keyboard.press('Tab');
    await window.keyboard.press('Escape');
    await window.getByRole('button', { name: 'Тёмная тема' }).click();
    await window.getByRole('button', { name: 'English' }).click();
    await expect(window.getByRole('button', { name: 'New site' })).toBeVisible();
  } finally {
    await first.close();
  }
  const second = await launchApp({ userDataFolder });
  try {
    const { window } = second;
    await expect(window.getByRole('button', { name: /light theme/i })).toBeVisible();
    await window.getByRole('button', { name: 'Open the demo site' }).click();
    await window.getByRole('button', { name: 'Blank form' }).click();
    const paper = window.frameLocator('iframe');
    await expect(paper.getByText('Орлов Павел Андреевич').first()).toBeVisible();
  } finally {
    await second.close();
    rmSync(userDataFolder, { recursive: true });
  }
});
