/** Every format in which finished runs leave the program. */
import { checklistHtml } from './checklist-html.ts';
import { resultsCsv } from './csv.ts';
import { runsJson } from './json.ts';
import type { ChecklistInput } from './report-input.ts';

/**
 * Text in UTF-8. Each throws a RangeError for no runs; those that choose results also for runs of several sites, and
 * the checklist for runs of several stages, because it comes to one readiness.
 */
export const REPORT_FORMATS = {
  'checklist-html': checklistHtml,
  csv: resultsCsv,
  json: runsJson,
} as const satisfies Readonly<Record<string, (input: ChecklistInput) => string>>;
