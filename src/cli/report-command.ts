/** report: documents made from results, without touching the network. */
import { createHash } from 'node:crypto';
import { stagesOf } from '../contract/collate.ts';
import { STAGE_LABELS } from '../contract/labels.ts';
import { show } from '../contract/problem-texts.ts';
import { readRuns } from '../contract/problems.ts';
import type { Run } from '../contract/run.ts';
import type { Language } from '../contract/words.ts';
import { canonicalJson } from '../report/canonical-json.ts';
import { REPORT_FORMATS } from '../report/formats.ts';
import { outcomeOf } from '../verdict/outcome.ts';
import type { RawOptions } from './arguments.ts';
import { plain } from './columns.ts';
import { assertWritable, readText } from './files.ts';
import { type CliIo, EXIT, type ExitCode, UsageError } from './io.ts';
import { saveText } from './output.ts';
import { isRequestFormat, REQUEST_FORMAT_NAMES, requestText } from './request-report.ts';
import { CLI_TEXTS } from './texts.ts';

interface FiledRun {
  readonly file: string;
  readonly run: Run;
}

type ReportFormat = keyof typeof REPORT_FORMATS;

export async function reportCommand(
  files: readonly string[],
  options: RawOptions,
  io: CliIo,
  language: Language,
): Promise<ExitCode> {
  const texts = CLI_TEXTS[language];
  const { format, out } = options;
  const formats = [...Object.keys(REPORT_FORMATS), ...REQUEST_FORMAT_NAMES].join(', ');
  if (format === undefined) throw new UsageError([texts.missingOption('--format', formats)]);
  if (!isRequestFormat(format) && !isReportFormat(format)) {
    throw new UsageError([texts.badValue('--format', show(format, language), formats)]);
  }
  if (out === undefined) throw new UsageError([texts.missingOption('--out', 'FILE, -')]);
  const filed: FiledRun[] = [];
  for (const file of files) {
    const read = readRuns(await readText(file, 'run', language), file, language);
    if (!read.ok) throw new UsageError(read.problems);
    filed.push(...read.value.map((run) => ({ file, run })));
  }
  const runs = filed.map(({ run }) => run);
  if (new Set(runs.map(({ site }) => site.id)).size > 1) throw new UsageError([texts.severalSites]);
  if (format === 'checklist-html') requireOneStage(filed, language);
  const text = isRequestFormat(format)
    ? requestText(runs, format, options, language)
    : reportText(runs, format, language);
  if (out === '-') io.out(text);
  else {
    await assertWritable(out, language);
    await saveText(out, text, language);
    io.err(`${texts.saved(out)}\n`);
  }
  return EXIT.ok;
}

function isReportFormat(format: string): format is ReportFormat {
  return Object.hasOwn(REPORT_FORMATS, format);
}

function reportText(runs: readonly Run[], format: ReportFormat, language: Language): string {
  const input = {
    runs,
    digest: createHash('sha256').update(canonicalJson(runs)).digest('hex'),
    language,
    engineer: '',
    company: '',
    printedAt: new Date().toISOString(),
  };
  if (format !== 'checklist-html') return REPORT_FORMATS[format](input);
  const outcome = outcomeOf({ runs, visit: null, at: input.printedAt, language });
  return REPORT_FORMATS[format]({ ...input, ...outcome, visit: null, manualItems: [] });
}

/** A checklist comes to one readiness, so its runs are of one stage: says which file holds which. */
function requireOneStage(filed: readonly FiledRun[], language: Language): void {
  if (stagesOf(filed.map(({ run }) => run)).length < 2) return;
  const held = filed.map(({ file, run }) => `${plain(file)} (${STAGE_LABELS[run.stage][language]})`);
  throw new UsageError([CLI_TEXTS[language].severalStages([...new Set(held)].join(', '))]);
}
