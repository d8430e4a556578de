/** validate, plan and report: the commands that touch no network. */
import { createHash } from 'node:crypto';
import { STAGE_LABELS } from '../contract/labels.ts';
import { show } from '../contract/problem-texts.ts';
import { readRuns } from '../contract/problems.ts';
import type { Run } from '../contract/run.ts';
import type { Language } from '../contract/words.ts';
import { applicableRequirements, everyFlow, planChecks } from '../plan/plan.ts';
import { describePlace, findOwnHosts } from '../probes/place.ts';
import { canonicalJson } from '../report/canonical-json.ts';
import { stagesOf } from '../report/collate.ts';
import { REPORT_FORMATS } from '../report/formats.ts';
import { type RawOptions, requireStage, requireViewpoint } from './arguments.ts';
import { plain } from './columns.ts';
import { assertWritable, readText } from './files.ts';
import { type CliIo, EXIT, type ExitCode, UsageError } from './io.ts';
import { assertDestination, deliver, saveText } from './output.ts';
import { planTable } from './plan-table.ts';
import { loadSite } from './site-input.ts';
import { CLI_TEXTS } from './texts.ts';

export async function validateCommand(file: string, io: CliIo, language: Language): Promise<ExitCode> {
  const { site, catalogue, warnings } = await loadSite(file, language);
  const checks = everyFlow(site, catalogue);
  for (const warning of warnings) io.err(`${warning}\n`);
  io.out(
    `${CLI_TEXTS[language].validSite(file, applicableRequirements(site, catalogue).length, checks.length)}\n`,
  );
  return EXIT.ok;
}

export async function planCommand(
  file: string,
  options: RawOptions,
  io: CliIo,
  language: Language,
): Promise<ExitCode> {
  const viewpoint = requireViewpoint(options, language);
  const stage = requireStage(options, language);
  const destination = { json: options.json, quiet: false };
  const { site, catalogue, warnings } = await loadSite(file, language);
  await assertDestination(destination, language, file);
  for (const warning of warnings) io.err(`${warning}\n`);
  const { addresses } = await describePlace(null);
  const hosts = site.servers.map(({ host }) => host);
  const ownHosts = await findOwnHosts(hosts, addresses);
  const checks = planChecks({
    site,
    catalogue,
    viewpoint,
    stage,
    indirect: options.indirect === true,
    ownHosts,
  });
  const document = {
    format: 'printum-sitecheck/plan',
    version: 1,
    site: { id: site.id, name: site.name },
    catalogue: { id: catalogue.id, revision: catalogue.revision },
    viewpoint,
    stage,
    checks,
  };
  const table = () => planTable({ site, catalogue, viewpoint, stage, checks, language });
  await deliver(document, table, destination, io, language);
  return EXIT.ok;
}

interface FiledRun {
  readonly file: string;
  readonly run: Run;
}

const LATER_FORMATS: readonly string[] = ['firewall-request-html', 'firewall-request-csv'];

export async function reportCommand(
  files: readonly string[],
  options: RawOptions,
  io: CliIo,
  language: Language,
): Promise<ExitCode> {
  const texts = CLI_TEXTS[language];
  const formats = Object.keys(REPORT_FORMATS).join(', ');
  if (options.format === undefined) throw new UsageError([texts.missingOption('--format', formats)]);
  if (LATER_FORMATS.includes(options.format)) throw new UsageError([texts.formatLater(options.format)]);
  if (!Object.hasOwn(REPORT_FORMATS, options.format)) {
    throw new UsageError([texts.badValue('--format', show(options.format, language), formats)]);
  }
  if (options.out === undefined) throw new UsageError([texts.missingOption('--out', 'FILE, -')]);
  const filed: FiledRun[] = [];
  for (const file of files) {
    const read = readRuns(await readText(file, 'run', language), file, language);
    if (!read.ok) throw new UsageError(read.problems);
    filed.push(...read.value.map((run) => ({ file, run })));
  }
  const runs = filed.map(({ run }) => run);
  if (new Set(runs.map(({ site }) => site.id)).size > 1) throw new UsageError([texts.severalSites]);
  if (options.format === 'checklist-html') requireOneStage(filed, language);
  if (options.out !== '-') await assertWritable(options.out, language);
  const make = REPORT_FORMATS[options.format as keyof typeof REPORT_FORMATS];
  const text = make({
    runs,
    digest: createHash('sha256').update(canonicalJson(runs)).digest('hex'),
    language,
    engineer: '',
    company: '',
    printedAt: new Date().toISOString(),
  });
  if (options.out === '-') io.out(text);
  else {
    await saveText(options.out, text, language);
    io.err(`${texts.saved(options.out)}\n`);
  }
  return EXIT.ok;
}

/** A checklist comes to one readiness, so its runs are of one stage: says which file holds which. */
function requireOneStage(filed: readonly FiledRun[], language: Language): void {
  if (stagesOf(filed.map(({ run }) => run)).length < 2) return;
  const held = filed.map(({ file, run }) => `${plain(file)} (${STAGE_LABELS[run.stage][language]})`);
  throw new UsageError([CLI_TEXTS[language].severalStages([...new Set(held)].join(', '))]);
}
