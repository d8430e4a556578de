/** Results as a table for a spreadsheet. */
import type { CheckResult } from '../contract/check.ts';
import { collateRuns, type Entry, stagesOf } from '../contract/collate.ts';
import {
  PARTY_LABELS,
  PROOF_LABELS,
  STAGE_LABELS,
  VERDICT_LABELS,
  VIEWPOINT_LABELS,
  verdictSign,
} from '../contract/labels.ts';
import { reasonMessage, reasonRemedy } from '../contract/reasons.ts';
import type { Run } from '../contract/run.ts';
import { describeSeen } from '../contract/seen.ts';
import type { Language, LocalText } from '../contract/words.ts';
import { targetName } from './check-text.ts';
import type { ReportInput } from './report-input.ts';
import { type Cell, spreadsheetText } from './spreadsheet.ts';

type Column = (entry: Entry, language: Language) => Cell;

const COLUMNS: readonly (readonly [LocalText, Column])[] = [
  [{ ru: 'Код требования', en: 'Requirement id' }, ({ result }) => result.requirement],
  [{ ru: '№', en: 'No.' }, (entry) => requirementOf(entry)?.row ?? null],
  [
    { ru: 'Требование', en: 'Requirement' },
    (entry, language) => requirementOf(entry)?.title[language] ?? entry.result.requirement,
  ],
  [{ ru: 'От', en: 'From' }, ({ result }, language) => PARTY_LABELS[result.from][language]],
  [{ ru: 'К', en: 'To' }, ({ result }, language) => PARTY_LABELS[result.to.role][language]],
  [{ ru: 'Название узла', en: 'Host name' }, ({ result, run }) => targetName(result, run.profile)],
  [{ ru: 'Узел', en: 'Host' }, ({ result }) => result.to.host],
  [{ ru: 'Порт', en: 'Port' }, ({ result }) => result.port],
  [{ ru: 'Порты данных', en: 'Data ports' }, ({ result }) => dataPortsOf(result)],
  [{ ru: 'Транспорт', en: 'Transport' }, ({ result }) => result.transport],
  [{ ru: 'Вывод', en: 'Verdict' }, ({ result }, language) => VERDICT_LABELS[verdictSign(result)][language]],
  [{ ru: 'Подтверждение', en: 'Proof' }, ({ result }, language) => PROOF_LABELS[result.proof][language]],
  [{ ru: 'Состояние порта', en: 'Port state' }, ({ result }) => result.portState],
  [{ ru: 'Состояние службы', en: 'Service state' }, ({ result }) => result.serviceState],
  [{ ru: 'Что увидели', en: 'What was seen' }, ({ result }, language) => describeSeen(result, language)],
  [
    { ru: 'Причина', en: 'Cause' },
    ({ result: { reason } }, language) => reasonMessage(reason.code, reason.params, language),
  ],
  [
    { ru: 'Что сделать', en: 'What to do' },
    ({ result: { reason } }, language) => reasonRemedy(reason.code, reason.params, language),
  ],
  [{ ru: 'Время отклика, мс', en: 'Round trip, ms' }, ({ result }) => result.rttMs],
  [{ ru: 'Время (UTC)', en: 'Time (UTC)' }, ({ result }) => result.startedAt],
  [{ ru: 'Запуск', en: 'Run' }, ({ run }) => run.id],
  [{ ru: 'Этап', en: 'Stage' }, ({ run }, language) => STAGE_LABELS[run.stage][language]],
  [{ ru: 'Точка', en: 'Place' }, ({ run }, language) => VIEWPOINT_LABELS[run.viewpoint][language]],
];

/**
 * One line for each check of each stage, chosen from the runs as on the paper. Throws a RangeError for no runs and
 * for runs of different sites.
 */
export function resultsCsv(input: Pick<ReportInput, 'runs' | 'language'>): string {
  const { language } = input;
  const entries = entriesOf(input.runs);
  const table: Cell[][] = [
    COLUMNS.map(([title]) => title[language]),
    ...entries.map((entry) => COLUMNS.map(([, column]) => column(entry, language))),
  ];
  return spreadsheetText(table, language);
}

function entriesOf(runs: readonly Run[]): readonly Entry[] {
  if (new Set(runs.map((run) => run.site.id)).size !== 1) {
    throw new RangeError('A table of results is about the runs of one site');
  }
  return stagesOf(runs).flatMap((stage) => collateRuns(runs.filter((run) => run.stage === stage)).entries);
}

function requirementOf({ result, run }: Entry) {
  return run.catalogue.requirements.find((requirement) => requirement.id === result.requirement);
}

function dataPortsOf(result: CheckResult): string | null {
  const { callbackFrom, dataPorts } = result;
  if (dataPorts !== undefined) return `${dataPorts.from}–${dataPorts.to}`;
  return callbackFrom === undefined ? null : String(callbackFrom);
}
