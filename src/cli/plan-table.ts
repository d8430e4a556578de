/** A plan as text: what a run from here would probe, and what it would leave out. */
import type { Catalogue } from '../contract/catalogue.ts';
import type { PlannedCheck } from '../contract/check.ts';
import { PARTY_LABELS, STAGE_LABELS, VIEWPOINT_LABELS } from '../contract/labels.ts';
import { portText } from '../contract/port-text.ts';
import type { Site } from '../contract/site.ts';
import type { Language, Stage, Viewpoint } from '../contract/words.ts';
import { alignColumns, plain } from './columns.ts';
import { groupByTarget } from './targets.ts';
import { CLI_TEXTS } from './texts.ts';

interface PlanView {
  readonly site: Site;
  readonly catalogue: Catalogue;
  readonly viewpoint: Viewpoint;
  readonly stage: Stage;
  readonly checks: readonly PlannedCheck[];
  readonly language: Language;
}

/** The whole text, with a line feed at its end. */
export function planTable({ site, catalogue, viewpoint, stage, checks, language }: PlanView): string {
  const titles = new Map(catalogue.requirements.map(({ id, title }) => [id, title[language]]));
  const texts = CLI_TEXTS[language];
  const aligned = alignColumns(
    checks.map((check) => [
      `  ${texts.actions[actionOf(check)]}`,
      titles.get(check.requirement) ?? check.requirement,
      portText(check),
      PARTY_LABELS[check.from][language],
      check.requirement,
    ]),
  );
  const lines = new Map(checks.map((check, index) => [check.id, aligned[index] ?? '']));
  const head = texts.runHead(
    plain(site.name),
    VIEWPOINT_LABELS[viewpoint][language],
    STAGE_LABELS[stage][language],
  );
  const groups = groupByTarget(checks, site, language).flatMap(({ title, rows }) => [
    '',
    title,
    ...rows.map((row) => lines.get(row.id) ?? ''),
  ]);
  const counts = (['direct', 'indirect', 'skip', 'unselected'] as const)
    .map((action) => ({ action, count: checks.filter((check) => actionOf(check) === action).length }))
    .filter(({ action, count }) => count > 0 || action === 'direct')
    .map(({ action, count }) => `${texts.actions[action]} ${count}`);
  return `${[head, ...groups, '', `${texts.total}: ${checks.length} · ${counts.join(' · ')}`].join('\n')}\n`;
}

function actionOf({ action }: PlannedCheck): 'direct' | 'indirect' | 'skip' | 'unselected' {
  if (action.kind === 'probe') return action.proof;
  return action.reason === 'not-selected' ? 'unselected' : 'skip';
}
