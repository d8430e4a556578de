/** The table of one section: a row for each flow, with what to do about it on a second line. */

import type { Requirement } from '../contract/catalogue.ts';
import { PROOF_LABELS, VERDICT_LABELS, type VerdictSign } from '../contract/labels.ts';
import { lowerFirst } from '../contract/sentence.ts';
import type { Site } from '../contract/site.ts';
import type { Language } from '../contract/words.ts';
import { portMarkup, requirementCell, targetName } from './check-text.ts';
import { fillText, withArrows } from './fill.ts';
import { html, type Markup, NOTHING } from './markup.ts';
import type { Clock } from './moments.ts';
import { PAPER } from './paper-texts.ts';
import { goesToAppendix, type Row, type RowNote, type RowRemark, type SeenLine, UNSEEN } from './rows.ts';
import type { SectionId } from './sections.ts';
import { portSvg, proofSvg, verdictSvg } from './sign-svg.ts';
import { deviceCount } from './site-lines.ts';
import { waivedBy } from './waiver-text.ts';

export interface TableContext {
  readonly section: SectionId;
  readonly site: Site;
  readonly requirements: ReadonlyMap<string, Requirement>;
  readonly language: Language;
  readonly clock: Clock;
  readonly namesTarget: boolean;
}

const LOUD: ReadonlySet<VerdictSign> = new Set(['fail', 'fail-indirect', 'warn', 'error']);

export function rowsTable(rows: readonly Row[], context: TableContext): Markup {
  const { language } = context;
  return html`<table class="rows">
<colgroup><col class="row"><col class="port"><col class="requirement"><col class="seen"><col class="verdict"><col class="proof"><col class="accepted"></colgroup>
<thead><tr><th scope="col">${PAPER.columnRow[language]}</th><th scope="col">${PAPER.columnPort[language]}</th><th scope="col">${
    PAPER.columnRequirement[language]
  }</th><th scope="col">${PAPER.columnSeen[language]}</th><th scope="col">${
    PAPER.columnVerdict[language]
  }</th><th scope="col">${PAPER.columnProof[language]}</th><th scope="col" class="accepted">${
    PAPER.columnAccepted[language]
  }</th></tr></thead>
${rows.map((row) => rowBody(row, context))}
</table>`;
}

/** One tbody for each row, so that the row and its second line never part. */
function rowBody(row: Row, context: TableContext): Markup {
  const { language } = context;
  const requirement = context.requirements.get(row.check.requirement);
  const folded = row.results.length > 1;
  const title = requirementCell({
    requirement,
    section: context.section,
    site: context.site,
    language,
    requirementId: row.check.requirement,
    targets: folded && row.check.to.role === 'device' ? [] : row.results,
    namesTarget: context.namesTarget,
  });
  const optional = row.check.required ? null : html`<small>${PAPER.optional[language]}</small>`;
  const loud = LOUD.has(row.sign) ? 'verdict loud' : 'verdict';
  return html`<tbody data-checks="${row.results.length}" data-sign="${row.sign}">
<tr class="${row.notes.length + row.remarks.length > 0 ? 'noted' : 'plain'}"><td class="row number">${requirement?.row ?? '–'}</td><td class="port number">${portMarkup(
    row.check,
  )}</td><td class="requirement">${title}${optional}</td><td class="seen">${row.seen.map((line) =>
    seenLine(line, row, language),
  )}</td><td><div class="${loud}">${verdictSvg(row.sign)}${VERDICT_LABELS[row.sign][language]}</div></td><td class="proven">${proofSvg(
    row.proof,
  )}${PROOF_LABELS[row.proof][language]}</td><td class="accepted"><span class="box"></span></td></tr>
${row.notes.length + row.remarks.length === 0 ? null : noteRow(row, context)}</tbody>
`;
}

function seenLine(line: SeenLine, row: Row, language: Language): Markup {
  const all = row.results.length;
  if (all === 1) return html`<div>${portSvg(line.state)}${line.text}</div>`;
  if (UNSEEN.has(row.sign) && line.count === all) {
    const count = row.check.to.role === 'device' ? `, ${deviceCount(all, language)}` : '';
    return html`<div>${portSvg(line.state)}${line.text}${count}</div>`;
  }
  const share = fillText(PAPER.ofAll[language], { count: line.count, all }).replaceAll(' ', '\u00A0');
  return html`<div>${portSvg(line.state)}${line.text === '' ? share : `${share}: ${line.text}`}</div>`;
}

function noteRow({ notes, remarks, results }: Row, context: TableContext): Markup {
  return html`<tr class="note"><td colspan="2"></td><td colspan="5">${notes.map((note) => noteLine(note, context))}${remarks.map(
    (remark) => remarkLine(remark, results.length > 1, context),
  )}</td></tr>
`;
}

function noteLine(note: RowNote, context: TableContext): Markup {
  const { language } = context;
  if (note.waiver !== null) {
    const text = `${sentenceEnd(note.waiver.reason)} ${waivedBy(note.waiver, context.clock)}.`;
    return html`<p class="waiver">${devicesOf(note, context)}<b>${PAPER.waivedMark[language]}</b> ${text}</p>`;
  }
  const cause =
    note.cause === null
      ? null
      : html`<b>${causeWord(note.sign, language)}</b> ${withArrows(sentence(note.cause))} `;
  const remedy =
    note.remedy === null
      ? null
      : html`<b>${PAPER.remedy[language]}</b> ${withArrows(lowerFirst(note.remedy))}`;
  return html`<p>${devicesOf(note, context)}${cause}${remedy}</p>`;
}

/** `named`: the row stands for several, so the remark says about which it is. */
function remarkLine({ result, remark }: RowRemark, named: boolean, { site, language }: TableContext): Markup {
  const photos =
    remark.photos.length === 0 ? '' : fillText(PAPER.photoCount[language], { count: remark.photos.length });
  const text = sentenceEnd([remark.note.trim(), photos].filter((part) => part !== '').join('; '));
  const about = named ? html`${targetName(result, site)}. ` : null;
  return html`<p class="remark">${about}<b>${PAPER.noteMark[language]}</b> ${text}</p>`;
}

function sentenceEnd(text: string): string {
  return /[.!?…]$/u.test(text) ? text : `${text}.`;
}

function causeWord(sign: VerdictSign, language: Language): string {
  if (sign === 'warn') return PAPER.remark[language];
  return sign === 'error' ? PAPER.notChecked[language] : PAPER.cause[language];
}

function devicesOf(note: RowNote, context: TableContext): Markup {
  const { results } = note;
  if (results.length === 0 || note.all) return NOTHING;
  const { language, site } = context;
  const count = deviceCount(results.length, language);
  const names = goesToAppendix(note)
    ? PAPER.inAppendix[language]
    : results.map((result) => targetName(result, site)).join('; ');
  return html`${count}: ${names}. `;
}

function sentence(text: string): string {
  return `${lowerFirst(text)}.`;
}
