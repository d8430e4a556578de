/** The rules of a request as a table: from where, to where, which ports, why, and what was seen. */
import type { RequestEnd, RequestRow } from '../../contract/firewall-request.ts';
import { VIEWPOINT_LABELS } from '../../contract/labels.ts';
import type { Language } from '../../contract/words.ts';
import { WRITE } from '../checklist-head.ts';
import { fillText } from '../fill.ts';
import { html, type Markup } from '../markup.ts';
import { type Clock, dateAndTime } from '../moments.ts';
import type { RequestPaperInput } from '../report-input.ts';
import { portSvg, verdictSvg } from '../sign-svg.ts';
import { evidenceOf } from './evidence.ts';
import { REQUEST_TEXTS } from './request-texts.ts';
import { shownRange } from './rule-ways.ts';
import { seenLines } from './seen-blocked.ts';

/** More than this nobody types from paper. */
const ENDS_MAX = 40;

export function rulesTable(input: RequestPaperInput, clock: Clock): Markup {
  const { language } = clock;
  const heads = ['number', 'from', 'to', 'ports', 'why'] as const;
  // What was seen when the request was made: later runs tell their tale in the last column.
  const evidence = evidenceOf(input.runs.filter(({ id }) => input.request.runIds.includes(id)));
  return html`<table class="rows">
<colgroup><col class="row"><col class="from"><col class="to"><col class="ports"><col><col class="done"></colgroup>
<thead><tr>${heads.map((head) => html`<th scope="col">${REQUEST_TEXTS[head][language]}</th>`)}<th scope="col" class="done">${
    REQUEST_TEXTS.done[language]
  }</th></tr></thead>
${input.request.rows.map(
  (
    row,
  ) => html`<tbody data-row="${row.number}" data-state="${row.state}"><tr><td class="row number">${row.number}</td>
<td class="address">${ends(row.from.ends, language)}<small>${sourceWords(row, language)}</small></td>
<td class="address">${ends(row.to, language)}</td>
<td class="ports"><b>${portWords(row)}</b>${portRemarks(row, language)}</td>
<td class="why">${row.requirements.map((id) => whyPart(row, id, { input, evidence, language }))}</td>
<td class="done">${donePart(row, clock)}</td></tr></tbody>
`,
)}</table>`;
}

/** «tcp 8080, 30050–30199». */
export function portWords(row: RequestRow): string {
  return `${row.transport} ${row.ports.map(shownRange).join(', ')}`;
}

function ends(list: readonly RequestEnd[], language: Language): Markup {
  if (list.length === 0) return html`${WRITE}<small>${REQUEST_TEXTS.writeSource[language]}</small>`;
  const left = list.length - ENDS_MAX;
  const shown = list
    .slice(0, ENDS_MAX)
    .map(
      ({ address, name }) =>
        html`<b>${address}</b>${name === '' || name === address ? null : html`<small>${name}</small>`}`,
    );
  const more = fillText(REQUEST_TEXTS.moreEnds[language], { count: left });
  return html`${shown}${left > 0 ? html`<small>${more}</small>` : null}`;
}

function sourceWords(row: RequestRow, language: Language): string {
  if (row.from.place === 'server') return '';
  const place = VIEWPOINT_LABELS[row.from.place][language];
  return fillText(REQUEST_TEXTS.networkOf[language], { place });
}

/** What goes without saying, a free source port and a rule that stays, is not said in each row. */
function portRemarks({ sourcePort, permanent }: RequestRow, language: Language): readonly Markup[] {
  const source =
    sourcePort === null ? [] : [fillText(REQUEST_TEXTS.sourcePort[language], { port: sourcePort })];
  const term = permanent ? [] : [REQUEST_TEXTS.temporary[language]];
  return [...source, ...term].map((words) => html`<small>${words}</small>`);
}

interface WhyContext {
  readonly input: RequestPaperInput;
  readonly evidence: ReturnType<typeof evidenceOf>;
  readonly language: Language;
}

function whyPart(row: RequestRow, requirement: string, { input, evidence, language }: WhyContext): Markup {
  const known = input.catalogue.requirements.find(({ id }) => id === requirement);
  const title = known?.title[language] ?? requirement;
  const number = known === undefined ? '' : `, ${fillText(REQUEST_TEXTS.row[language], { row: known.row })}`;
  const lines = seenLines(row, requirement, evidence, language);
  return html`<div>${title}${number}${lines.map(({ state, text }) => html`<p>${portSvg(state)}${text}</p>`)}</div>`;
}

function donePart(row: RequestRow, clock: Clock): Markup {
  const { language } = clock;
  if (row.state === 'refused') return html`${REQUEST_TEXTS.refusedState[language]}`;
  if (row.confirmedBy === null) return html`<span class="box"></span>`;
  return html`${verdictSvg('pass')}<small>${REQUEST_TEXTS.confirmed[language]} ${dateAndTime(row.confirmedBy.at, clock)}</small>`;
}
