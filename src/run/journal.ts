/** The lines of a run's journal, and the document that an abandoned one becomes. */
import type { CheckResult } from '../contract/check.ts';
import type { Control, Run } from '../contract/run.ts';
import {
  type JournalEntry,
  journalEntrySchema,
  journalHeadSchema,
  RUN_JOURNAL_FORMAT,
  RUN_JOURNAL_VERSION,
  type RunOpening,
} from '../contract/run-journal.ts';
import { assembleRun } from './run-document.ts';

export function journalHead(opening: RunOpening): string {
  return `${JSON.stringify({ format: RUN_JOURNAL_FORMAT, version: RUN_JOURNAL_VERSION, opening })}\n`;
}

export function journalLine(entry: JournalEntry): string {
  return `${JSON.stringify(entry)}\n`;
}

export interface RecoveredRun {
  readonly run: Run;
  /** Whole lines that could not be read: their rows are lost. */
  readonly damagedLines: number;
}

/**
 * The run as far as its journal tells, marked as interrupted unless it had come to its end. A last line without its end was being written when the
 * program died and is dropped. Null where the head cannot be read: then nothing can be made of the rest.
 */
export function recoverRun(text: string): RecoveredRun | null {
  const [first, ...others] = text.split('\n').slice(0, -1);
  const head = journalHeadSchema.safeParse(parseJson(first));
  if (!head.success) return null;
  const { opening } = head.data;
  const results = new Map<string, CheckResult>();
  const controls = new Map<string, Control>();
  let damagedLines = 0;
  let end: { readonly interrupted: boolean; readonly finishedAt: string } | null = null;
  for (const line of others) {
    const entry = journalEntrySchema.safeParse(parseJson(line));
    if (!entry.success) damagedLines += 1;
    else if (entry.data.kind === 'result') results.set(entry.data.result.id, entry.data.result);
    else if (entry.data.kind === 'control') controls.set(entry.data.control.target, entry.data.control);
    else end = entry.data;
  }
  const seen = {
    results,
    controls: [...controls.values()],
    interrupted: end?.interrupted ?? true,
    finishedAt: end?.finishedAt ?? lastMoment(opening.startedAt, results.values()),
  };
  return { run: assembleRun(opening, seen), damagedLines };
}

/** The end of the last check that was answered: nobody saw when the program died. */
function lastMoment(startedAt: string, results: Iterable<CheckResult>): string {
  let last = Date.parse(startedAt);
  for (const result of results) {
    if (result.startedAt === null) continue;
    last = Math.max(last, Date.parse(result.startedAt) + result.durationMs);
  }
  return new Date(last).toISOString();
}

function parseJson(line: string | undefined): unknown {
  try {
    return JSON.parse(line ?? '');
  } catch {
    return null;
  }
}
