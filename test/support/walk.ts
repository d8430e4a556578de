/** A walk past every screen of the window, in either language, on the demo site. */
import { expect, type Page } from '@playwright/test';
import { RESOURCES } from '../../renderer/i18n/resources.ts';
import { VIEWPOINT_LABELS } from '../../src/contract/labels.ts';
import type { Language } from '../../src/contract/words.ts';
import { ACT } from '../../src/report/act-texts.ts';

/** Called at each screen, with a name for its picture. */
export type OnScreen = (screen: string) => Promise<void>;

/** Begins in an empty window; ends on the settings. */
export async function walkEveryScreen(window: Page, language: Language, onScreen: OnScreen): Promise<void> {
  const words = RESOURCES[language].translation;
  await window.getByRole('button', { name: language === 'ru' ? 'Русский' : 'English' }).click();
  await onScreen('empty');
  await window.getByRole('button', { name: words.sites.newSite }).click();
  await expect(heading(window, words.common.newSite)).toBeVisible();
  await onScreen('editor');
  await window.getByRole('button', { name: words.common.cancel }).click();

  await window.getByRole('button', { name: words.sites.empty.demo }).click();
  await expect(heading(window, words.common.sites)).toBeVisible();
  await onScreen('sites');
  await window.getByRole('button', { name: words.sites.actions.begin }).click();
  await expect(heading(window, words.prepare.title)).toBeVisible();
  await window.getByRole('checkbox').first().check();
  await onScreen('prepare');

  await walkChecks(window, language, onScreen);
  await step(window, words.common.stepNames.left);
  await window.getByRole('gridcell', { name: new RegExp(`: ${words.coverage.states.failed}$`) }).click();
  await onScreen('left');
  await step(window, words.common.stepNames.manual);
  const item = window.getByRole('radiogroup').first();
  await item.getByRole('radio', { name: words.manual.states.done, exact: true }).check({ force: true });
  await onScreen('manual');

  await walkResult(window, language, onScreen);
  await window.getByRole('button', { name: words.common.settings, exact: true }).click();
  await expect(heading(window, words.settings.title)).toBeVisible();
  await onScreen('settings');
}

async function walkChecks(window: Page, language: Language, onScreen: OnScreen): Promise<void> {
  const words = RESOURCES[language].translation;
  await step(window, words.common.stepNames.where);
  await window.getByRole('radio', { name: VIEWPOINT_LABELS.workstation[language] }).check({ force: true });
  await onScreen('where');
  await window.getByRole('button', { name: words.visit.begin }).click();
  const finished = words.results.finishedAt.replace('{{when}}', '');
  await expect(window.getByText(finished).first()).toBeVisible({ timeout: 60_000 });
  await window.locator('[role="row"][data-check-id^="monitoring-https:workstation>"]').click();
  await expect(window.getByText(words.results.detail.remedy).first()).toBeVisible();
  await onScreen('checks');
}

async function walkResult(window: Page, language: Language, onScreen: OnScreen): Promise<void> {
  const { common, outcome, report, requests } = RESOURCES[language].translation;
  await step(window, common.stepNames.result);
  await expect(window.locator('.react-flow__node').first()).toBeVisible();
  await onScreen('result');
  await window.getByText(outcome.map.asTable, { exact: true }).click();
  await onScreen('result-table');

  await window.getByRole('button', { name: outcome.foot.request, exact: true }).click();
  await window.getByRole('radio', { name: requests.form.table }).check({ force: true });
  await onScreen('request-form');
  await window.getByRole('button', { name: requests.form.create, exact: true }).click();
  await expect(window.getByRole('table', { name: requests.rows.table })).toBeVisible();
  await onScreen('request');

  await step(window, common.stepNames.paper);
  const paper = window.frameLocator('iframe');
  await expect(paper.getByRole('heading', { level: 1 })).toBeVisible();
  await onScreen('paper');
  await window.getByRole('radiogroup').getByText(report.act, { exact: true }).click();
  await expect(paper.getByRole('heading', { level: 1 })).toHaveText(ACT.title[language]);
  await onScreen('act');
}

function heading(window: Page, name: string) {
  return window.getByRole('heading', { level: 1, name });
}

/** Opens a step of the visit by its name in the rail. */
async function step(window: Page, name: string): Promise<void> {
  await window.locator('.rail-step', { hasText: name }).click();
}
