/** The steps of a visit, as a person takes them in the window. */
import { type ElectronApplication, expect, type Locator, type Page } from '@playwright/test';
import { saveAs } from './answer-dialogs.ts';

/** From the list of sites: begins a visit, then as `runFromPlace`. */
export async function runChecks(window: Page, place: string): Promise<void> {
  await window.getByRole('button', { name: 'Начать выезд' }).click();
  await runFromPlace(window, place);
}

/** Inside a visit: chooses the place by the name on its card, and runs to the end. */
export async function runFromPlace(window: Page, place: string): Promise<void> {
  await runningFromPlace(window, place);
  await expect(window.getByText(/завершено/).first()).toBeVisible({ timeout: 30_000 });
}

/** As `runFromPlace`, while the run goes on. */
export async function runningFromPlace(window: Page, place: string): Promise<void> {
  await goToStep(window, 'Где я подключён');
  await expect(window.getByRole('heading', { level: 1, name: 'Где я подключён' })).toBeVisible();
  await window.getByRole('radio', { name: place }).check({ force: true });
  await window.getByRole('button', { name: /Начать проверки/ }).click();
  await expect(window.getByRole('heading', { level: 1, name: 'Проверки отсюда' })).toBeVisible();
}

/** Opens a step of the visit by its name in the rail. */
export async function goToStep(window: Page, name: string): Promise<void> {
  await window.locator('.rail-step', { hasText: name }).click();
}

/** On the screen of what is looked at by hand: every item in order but the first, which does not apply. */
export async function answerByHand(window: Page): Promise<void> {
  const items = window.getByRole('radiogroup');
  const count = await items.count();
  expect(count).toBeGreaterThan(5);
  for (let index = 0; index < count; index += 1) {
    const answer = index === 0 ? 'Не применимо' : 'Сделано';
    await items.nth(index).getByRole('radio', { name: answer, exact: true }).check({ force: true });
  }
}

/** On the screen of what is left: waives every flow inside the server, one square after another. */
export async function waiveInside(window: Page, reason: string): Promise<void> {
  const squares = window.getByRole('gridcell', { name: /: не смотрели$/ });
  await expect(squares.first()).toBeVisible();
  while ((await squares.count()) > 0) {
    await squares.first().click();
    await window.getByRole('button', { name: 'Снять…' }).click();
    await window.getByRole('textbox', { name: 'Причина' }).fill(reason);
    await window.getByRole('textbox', { name: 'Кто снимает' }).fill('П. Орлов');
    await window.getByRole('button', { name: 'Снять', exact: true }).click();
  }
}

/** On the screen of the result: signs in the name of the engineer, which closes the visit. */
export async function signVisit(window: Page, engineer: string): Promise<void> {
  await window.getByRole('textbox', { name: 'Имя инженера' }).fill(engineer);
  await window.getByRole('button', { name: 'Подписать', exact: true }).click();
  const question = window.getByRole('dialog');
  await question.getByRole('button', { name: /Подписать/ }).click();
  await expect(window.getByText(/Выезд закрыт подписью/)).toBeVisible();
}

/** From the screen of the result: the act, saved as PDF into this file. */
export async function saveAct(app: ElectronApplication, window: Page, file: string): Promise<void> {
  await window.getByRole('button', { name: 'Акт', exact: true }).click();
  await saveAs(app, file);
  await window.getByRole('button', { name: 'Сохранить PDF' }).click();
  await expect(window.getByText(file)).toBeVisible({ timeout: 30_000 });
}

/** The row of one check in the results. */
export function checkRow(window: Page, requirement: string, from: string): Locator {
  return window.locator(`[role="row"][data-check-id^="${requirement}:${from}>"]`);
}
