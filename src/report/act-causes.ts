/** The act's list of what to put right, and of what was waived: so much of it as one page holds. */
import type { Requirement } from '../contract/catalogue.ts';
import type { Coverage } from '../contract/coverage.ts';
import type { Finding } from '../contract/run.ts';
import type { Site } from '../contract/site.ts';
import type { Waiver } from '../contract/waivers.ts';
import { ACT } from './act-texts.ts';
import { addresseeText, causeCell } from './cause-rows.ts';
import { clip } from './clip.ts';
import { fillText } from './fill.ts';
import { html, type Markup, NOTHING } from './markup.ts';
import type { Clock } from './moments.ts';
import { PAPER } from './paper-texts.ts';
import { waivedBy, waivedWhat } from './waiver-text.ts';

const CAUSES_MAX = 6;
const WAIVERS_MAX = 4;
const TITLE_MAX = 110;
const WHAT_MAX = 60;
const REASON_MAX = 70;
const BY_MAX = 60;
/** Characters of a line of the remedy, and lines that all causes may take together. */
const LINE_CHARACTERS = 66;
const LINES_MAX = 20;
const REMEDY_LINES = [4, 3, 2, 1] as const;

/** The first six causes; what is beyond is counted and stands in the checklist. */
export function actCauses(
  { readiness }: Coverage,
  findings: readonly Finding[],
  { language }: Clock,
): Markup {
  if (findings.length === 0) {
    const settled = readiness === 'ready' || readiness === 'remarks';
    const text = settled ? ACT.nothingToMend : ACT.nothingSeen;
    return html`<h2>${PAPER.causes[language]}</h2><p>${text[language]}</p>`;
  }
  const shown = findings.slice(0, CAUSES_MAX);
  const lines = remedyLines(shown);
  return html`<h2>${PAPER.causes[language]}</h2>
<table class="rows causes">
<colgroup><col class="row"><col><col class="who"><col class="deadline"></colgroup>
<thead><tr><th scope="col">${PAPER.columnRow[language]}</th><th scope="col">${PAPER.columnCause[language]}</th><th scope="col">${
    PAPER.columnWho[language]
  }</th><th scope="col">${ACT.columnDeadline[language]}</th></tr></thead>
${shown.map(
  (finding, index) =>
    html`<tbody><tr data-cause="${finding.code}"><td class="row number">${index + 1}</td><td class="wrap">${causeCell(
      clip(finding.title, TITLE_MAX),
      finding.remedy === null ? null : clip(finding.remedy, lines * LINE_CHARACTERS),
    )}</td><td>${addresseeText(finding, language)}</td><td class="deadline"><span class="write"></span></td></tr></tbody>
`,
)}
</table>${moreLine(findings.length - shown.length, language)}`;
}

/** As many lines for each remedy as keep all causes within the room. */
function remedyLines(shown: readonly Finding[]): number {
  const taken = (lines: number) =>
    shown.reduce((sum, { title, remedy }) => {
      const ofTitle = Math.ceil(Math.min(title.length, TITLE_MAX) / LINE_CHARACTERS);
      return sum + ofTitle + Math.min(lines, Math.ceil((remedy ?? '').length / LINE_CHARACTERS));
    }, 0);
  return REMEDY_LINES.find((lines) => taken(lines) <= LINES_MAX) ?? 1;
}

/** Only waivers that still cover something unproven. */
export function actWaivers(
  { cells }: Coverage,
  site: Site,
  requirements: ReadonlyMap<string, Requirement>,
  clock: Clock,
): Markup {
  const waivers = waiversOf(cells.flatMap(({ waiver }) => waiver ?? []));
  if (waivers.length === 0) return NOTHING;
  const { language } = clock;
  const shown = waivers.slice(0, WAIVERS_MAX);
  return html`<h2>${ACT.waived[language]}</h2>
<table class="rows waivers"><colgroup><col class="what"><col><col class="by"></colgroup>
${shown.map(
  (waiver) =>
    html`<tbody><tr><td class="wrap">${clip(waivedWhat(waiver, site, requirements, clock), WHAT_MAX)}</td><td class="wrap">${clip(
      waiver.reason,
      REASON_MAX,
    )}</td><td class="wrap">${clip(waivedBy(waiver, clock), BY_MAX)}</td></tr></tbody>`,
)}
</table>${moreLine(waivers.length - shown.length, language)}`;
}

/** Each once, in the order of the cells. */
export function waiversOf(waivers: readonly Waiver[]): readonly Waiver[] {
  return [...new Map(waivers.map((waiver) => [waiver.id, waiver])).values()];
}

function moreLine(count: number, language: Clock['language']): Markup {
  if (count <= 0) return NOTHING;
  return html`<p class="more">${fillText(ACT.more[language], { count })}</p>`;
}
