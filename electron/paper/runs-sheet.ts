/** The checklist of finished runs, and the same runs as data. */
import { createHash } from 'node:crypto';
import { calendarDay } from '../../src/contract/calendar-day.ts';
import { stagesOf } from '../../src/contract/collate.ts';
import type { Run } from '../../src/contract/run.ts';
import type { Language, LocalText } from '../../src/contract/words.ts';
import { canonicalJson } from '../../src/report/canonical-json.ts';
import { footerTemplate } from '../../src/report/footer.ts';
import { REPORT_FORMATS } from '../../src/report/formats.ts';
import type { ChecklistInput, ReportInput } from '../../src/report/report-input.ts';
import { outcomeOf } from '../../src/verdict/outcome.ts';
import { BridgeFailure } from '../failure.ts';
import { safeFileName } from '../file-name.ts';
import { footOption, type Sheet } from './sheet.ts';

/** The runs, and what people have added to them. */
export type RunsPaper = ReportInput & Pick<ChecklistInput, 'visit' | 'manualItems'>;

export function runsSheet(input: RunsPaper): Sheet {
  return {
    html: (foot) => REPORT_FORMATS['checklist-html']({ ...judged(input), ...footOption(foot) }),
    footer: () => footerTemplate(input),
    fileName: checklistName(input.runs, input.language),
    data: { csv: () => REPORT_FORMATS.csv(input), json: () => REPORT_FORMATS.json(input) },
  };
}

/** With coverage and causes; the runs are of one stage, or a `BridgeFailure` says so. */
export function judged<P extends RunsPaper>(paper: P): P & ChecklistInput {
  assertOneStage(paper.runs);
  const { runs, visit, printedAt, language } = paper;
  return { ...paper, ...outcomeOf({ runs, visit, at: printedAt, language }) };
}

/** SHA-256 of the documents, by which a paper is matched with its data. */
export function digestOf(runs: readonly Run[]): string {
  return createHash('sha256').update(canonicalJson(runs)).digest('hex');
}

/** A checklist comes to one readiness; what is a pass before the installation can be a failure after it. */
export function assertOneStage(runs: readonly Run[]): void {
  if (stagesOf(runs).length > 1) throw new BridgeFailure('invalid-argument', SEVERAL_STAGES);
}

/** `Чек-лист ООО Ромашка 2026-11-22`, the day being that of the newest run. */
function checklistName(runs: readonly Run[], language: Language): string {
  return paperName(CHECKLIST, runs, language);
}

/** `Акт ООО Ромашка 2026-11-22`. */
export function paperName(title: LocalText, runs: readonly Run[], language: Language): string {
  const newest = [...runs].sort((one, other) => one.finishedAt.localeCompare(other.finishedAt)).at(-1);
  const day = newest === undefined ? '' : calendarDay(newest.finishedAt);
  return safeFileName(`${title[language]} ${newest?.site.name ?? ''}`, title.en.toLowerCase()).concat(
    ` ${day}`,
  );
}

export const CHECKLIST: LocalText = { ru: 'Чек-лист', en: 'Checklist' };

const SEVERAL_STAGES: LocalText = {
  ru: 'Выбраны запуски разных этапов, до и после установки: чек-лист составляется по одному этапу.',
  en: 'Runs of different stages are chosen, before and after installation: a checklist is made of one stage.',
};
