/** A finished run as text: rows by target, the remedy under what failed, and one summary line. */
import type { CheckResult } from '../contract/check.ts';
import {
  PARTY_LABELS,
  PROOF_LABELS,
  STAGE_LABELS,
  VERDICT_LABELS,
  type VerdictSign,
  VIEWPOINT_LABELS,
  verdictSign,
} from '../contract/labels.ts';
import { portText } from '../contract/port-text.ts';
import { reasonMessage, reasonRemedy } from '../contract/reasons.ts';
import type { Run } from '../contract/run.ts';
import { describeSeen } from '../contract/seen.ts';
import { type Language, VERDICTS } from '../contract/words.ts';
import { alignColumns, plain } from './columns.ts';
import { groupByTarget } from './targets.ts';
import { CLI_TEXTS } from './texts.ts';

export interface TableStyle {
  readonly language: Language;
  readonly colours: boolean;
}

/** One character of ASCII each: not every console has the font for road signs. */
const SIGNS: Readonly<Record<VerdictSign, string>> = {
  pass: '+',
  answers: '~',
  warn: '!',
  fail: 'x',
  'fail-indirect': 'x',
  skip: '-',
  'other-place': '-',
  error: '?',
  running: '…',
  queued: '…',
  'not-seen': ' ',
  waived: '/',
};

/** Green is only ever a pass with proof `direct`. */
const COLOURS: Readonly<Partial<Record<VerdictSign, number>>> = {
  pass: 32,
  warn: 33,
  fail: 31,
  'fail-indirect': 31,
  error: 35,
};

/** The whole text, with a line feed at its end. */
export function runTable(run: Run, style: TableStyle): string {
  const { language } = style;
  const texts = CLI_TEXTS[language];
  const shown = run.checks.filter((check) => !isFolded(check));
  const titles = new Map(run.catalogue.requirements.map(({ id, title }) => [id, title[language]]));
  const aligned = alignColumns(shown.map((check) => cells(check, titles, language)));
  const lines = new Map(shown.map((check, index) => [check.id, aligned[index] ?? '']));
  const head = texts.runHead(
    plain(run.site.name),
    VIEWPOINT_LABELS[run.viewpoint][language],
    STAGE_LABELS[run.stage][language],
  );
  const groups = groupByTarget(shown, run.profile, language).flatMap(({ title, rows }) => [
    '',
    title,
    ...rows.flatMap((row) => [paint(lines.get(row.id) ?? '', row, style), ...explain(row, language)]),
  ]);
  return `${[head, ...groups, '', ...summaryLines(run, language)].join('\n')}\n`;
}

/** Rows of other places are most of a run and say nothing each: they are only counted. */
function isFolded(check: CheckResult): boolean {
  return check.verdict === 'skip' && check.proof === 'none' && check.reason.code !== 'interrupted';
}

function cells(
  check: CheckResult,
  titles: ReadonlyMap<string, string>,
  language: Language,
): readonly string[] {
  const sign = verdictSign(check);
  return [
    `  ${SIGNS[sign]} ${VERDICT_LABELS[sign][language]}`,
    plain(titles.get(check.requirement) ?? check.requirement),
    portText(check),
    PARTY_LABELS[check.from][language],
    PROOF_LABELS[check.proof][language],
    describeSeen(check, language),
  ];
}

function explain(check: CheckResult, language: Language): readonly string[] {
  if (check.verdict !== 'fail' && check.verdict !== 'warn' && check.verdict !== 'error') return [];
  const texts = CLI_TEXTS[language];
  const { code, params } = check.reason;
  const remedy = reasonRemedy(code, params, language);
  return [
    `      ${texts.cause}: ${plain(reasonMessage(code, params, language))}`,
    ...(remedy === null ? [] : [`      ${texts.remedy}: ${plain(remedy)}`]),
  ];
}

function summaryLines(run: Run, language: Language): readonly string[] {
  const texts = CLI_TEXTS[language];
  const { indirect, ...direct } = run.summary;
  const folded = run.checks.filter(isFolded);
  const unselected = folded.filter((check) => check.reason.code === 'not-selected').length;
  const elsewhere = folded.length - unselected;
  const reached =
    run.checks.length - run.checks.filter((check) => check.reason.code === 'interrupted').length;
  const left = { ...direct, skip: Math.max(0, direct.skip - folded.length) };
  return [
    ...run.controls
      .filter((control) => control.outcome !== 'pass')
      .map((control) => `${texts.selfCheckFailed}: ${plain(control.message)}`),
    ...(run.interrupted ? [texts.interrupted(reached, run.checks.length)] : []),
    `${texts.total}: ${counted(left, language)}`,
    ...(Object.values(indirect).some((count) => count > 0)
      ? [`${texts.ofWhichIndirect}: ${counted(indirect, language, 'answers')}`]
      : []),
    ...(elsewhere > 0 ? [texts.folded(elsewhere)] : []),
    ...(unselected > 0 ? [texts.unselected(unselected)] : []),
  ];
}

/** Every verdict of the run by its word, zeros of skip and error left out. */
function counted(
  counts: Readonly<Record<(typeof VERDICTS)[number], number>>,
  language: Language,
  passSign: 'pass' | 'answers' = 'pass',
): string {
  return VERDICTS.filter((verdict) => counts[verdict] > 0 || (verdict !== 'skip' && verdict !== 'error'))
    .map((verdict) => {
      const sign =
        verdict === 'pass'
          ? passSign
          : verdict === 'skip' && passSign === 'answers'
            ? 'other-place'
            : verdict;
      return `${VERDICT_LABELS[sign][language]} ${counts[verdict]}`;
    })
    .join(' · ');
}

function paint(line: string, check: CheckResult, { colours, language }: TableStyle): string {
  const sign = verdictSign(check);
  const colour = COLOURS[sign];
  const word = `${SIGNS[sign]} ${VERDICT_LABELS[sign][language]}`;
  return colours && colour !== undefined ? line.replace(word, `\u001b[${colour}m${word}\u001b[39m`) : line;
}
