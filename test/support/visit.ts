/** The steps of a visit, as a person takes them in the window. */
import { expect, type Locator, type Page } from '@playwright/test';

/** From the list of sites: begin, then as `runFromPlace`. */
export async function runChecks(window: Page, place: string): Promise<void> {
  await window.getByRole('button', { name: 'Начать проверки' }).click();
  await runFromPlace(window, place);
}

/** From the first step of a visit: choose the place by the name on its card, run to the end. */
export async function runFromPlace(window: Page, place: string): Promise<void> {
  await expect(window.getByRole('heading', { level: 1, name: 'Где я подключён' })).toBeVisible();
  await window.getByRole('radio', { name: place }).check({ force: true });
  await window.getByRole('button', { name: /Начать проверки/ }).click();
  await expect(window.getByRole('heading', { level: 1, name: 'Проверки отсюда' })).toBeVisible();
  await expect(window.getByText(/завершено/).first()).toBeVisible({ timeout: 30_000 });
}

/** The row of one check in the results. */
export function checkRow(window: Page, requirement: string, from: string): Locator {
  return window.locator(`[role="row"][data-check-id^="${requirement}:${from}>"]`);
}
