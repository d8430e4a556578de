/** Every text of the window, by language. */
import { common as commonEn } from './en/common.ts';
import { coverage as coverageEn } from './en/coverage.ts';
import { editor as editorEn } from './en/editor.ts';
import { manual as manualEn } from './en/manual.ts';
import { outcome as outcomeEn } from './en/outcome.ts';
import { prepare as prepareEn } from './en/prepare.ts';
import { report as reportEn } from './en/report.ts';
import { requests as requestsEn } from './en/requests.ts';
import { results as resultsEn } from './en/results.ts';
import { settings as settingsEn } from './en/settings.ts';
import { sites as sitesEn } from './en/sites.ts';
import { traps as trapsEn } from './en/traps.ts';
import { visit as visitEn } from './en/visit.ts';
import { common } from './ru/common.ts';
import { coverage } from './ru/coverage.ts';
import { editor } from './ru/editor.ts';
import { manual } from './ru/manual.ts';
import { outcome } from './ru/outcome.ts';
import { prepare } from './ru/prepare.ts';
import { report } from './ru/report.ts';
import { requests } from './ru/requests.ts';
import { results } from './ru/results.ts';
import { settings } from './ru/settings.ts';
import { sites } from './ru/sites.ts';
import { traps } from './ru/traps.ts';
import { visit } from './ru/visit.ts';

const ru = {
  common,
  coverage,
  editor,
  manual,
  outcome,
  prepare,
  report,
  requests,
  results,
  settings,
  sites,
  traps,
  visit,
} as const;
const en = {
  common: commonEn,
  coverage: coverageEn,
  editor: editorEn,
  manual: manualEn,
  prepare: prepareEn,
  outcome: outcomeEn,
  report: reportEn,
  requests: requestsEn,
  results: resultsEn,
  settings: settingsEn,
  sites: sitesEn,
  traps: trapsEn,
  visit: visitEn,
} as const;

export const RESOURCES = { ru: { translation: ru }, en: { translation: en } } as const;
