/** A whole visit of the demo site, from the first step to the signed act, left once in the middle. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { launchApp } from '../support/launch-app.ts';
import { pdfText } from '../support/pdf-text.ts';
import { answerByHand, goToStep, runChecks, runFromPlace, saveAct, signVisit } from '../support/visit.ts';

let folder: string;

test.setTimeout(180_000);
test.beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'sitecheck-demo-visit-'));
});
test.afterEach(() => {
  rmSync(folder, { recursive: true });
});

test('the demo is visited from preparation to signature, and goes on where it was left', async () => {
  const { window, app, close } = await launchApp();
  try {
    await window.getByRole('button', { name: 'Откройте демо-площадку' }).click();
    await runChecks(window, 'Розетка АРМ');
    await runFromPlace(window, 'Розетка МФУ');
    await goToStep(window, 'Осмотр вручную');
    await answerByHand(window);
    await window.getByRole('button', { name: 'Площадки' }).click();
    await window.getByRole('button', { name: 'Продолжить выезд' }).click();
    await expect(window.getByRole('heading', { level: 1, name: 'Осмотр вручную' })).toBeVisible();
    await expect(
      window.getByRole('radio', { name: 'Сделано', exact: true, checked: true }).first(),
    ).toBeVisible();

    await runFromPlace(window, 'Сеть серверов');
    await goToStep(window, 'Что осталось');
    await expect(window.getByRole('gridcell', { name: /: не пройдено$/ }).first()).toBeVisible();
    await expect(window.getByRole('gridcell', { name: /: не смотрели$/ })).toHaveCount(0);
    await goToStep(window, 'Итог');
    await expect(window.getByRole('heading', { level: 1, name: 'Не готово' })).toBeVisible();
    await expect(window.getByText(/обычный HTTP вместо HTTPS/).first()).toBeVisible();
    await window.getByRole('button', { name: 'Таблицей' }).click();
    await expect(window.getByRole('table').first()).toContainText('Демо-сервер');
    await signVisit(window, 'Орлов Павел Андреевич');
    const act = path.join(folder, 'act.pdf');
    await saveAct(app, window, act);
    const text = pdfText(act);
    expect(text).toContain('Акт проверки площадки');
    expect(text).toContain('ДЕМО');
    expect(text).toContain('Орлов Павел Андреевич');
  } finally {
    await close();
  }
});
