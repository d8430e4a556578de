/** The act's list of what to put right, and of what was waived: so much of it as one page holds. */
import type { Requirement } from '../contract/catalogue.ts';
import type { Coverage } from '../contract/coverage.ts';
import type { Finding } from '../contract/run.ts';
import { DEMO_SITE_ID, type Site } from '../contract/site.ts';
import type { Waiver } from '../contract/waivers.ts';
import { ACT } from './act-texts.ts';
import { addresseeText, causeCell } from './cause-rows.ts';
import { clip } from './clip.ts';
import { fillText } from './fill.ts';
import { html, type Markup, NOTHING } from './markup.ts';
import type { Clock } from './moments.ts';
import { PAPER } from './paper-texts.ts';
import type { ActInput } from './report-input.ts';
import { waivedOn, waivedWhat, waiversOf } from './waiver-text.ts';

const CAUSES_MAX = 6;
/** Fewer where the causes fill the page. */
const WAIVERS_MAX = { many: 2, few: 4 } as const;
const MANY_CAUSES = 5;
/** Titles take two lines while there is room, else one. */
const TITLE_MAX = 100;
const TITLE_LINE = 58;
const WHAT_MAX = 52;
const REASON_MAX = 80;
const BY_MAX = 30;
/** Characters of a line of the remedy, and lines that all causes may take together. */
const LINE_CHARACTERS = 66;
const LINES_MAX = 18;
const LINES_OF_WAIVER = 1.5;
const LINES_OF_DEMO = 3;
const REMEDY_LINES_MAX = 3;

/** The first six causes; what is beyond is counted and stands in the checklist. */
export function actCauses({ coverage, findings, runs }: ActInput, { language }: Clock): Markup {
  const { readiness } = coverage;
  if (findings.length === 0) {
    const settled = readiness === 'ready' || readiness === 'remarks';
    const text = settled ? ACT.nothingToMend : ACT.nothingSeen;
    return html`<h2>${PAPER.causes[language]}</h2><p>${text[language]}</p>`;
  }
  const shown = findings.slice(0, CAUSES_MAX);
  const demo = runs.some(({ site }) => site.id === DEMO_SITE_ID);
  const waivers = shownWaivers(coverage, findings).length;
  const texts = fittingTexts(shown, LINES_MAX - waivers * LINES_OF_WAIVER - (demo ? LINES_OF_DEMO : 0));
  return html`<h2>${PAPER.causes[language]}${more(findings.length - shown.length, language)}</h2>
<table class="rows causes">
<colgroup><col class="row"><col><col class="who"><col class="deadline"></colgroup>
<thead><tr><th scope="col">${PAPER.columnRow[language]}</th><th scope="col">${PAPER.columnCause[language]}</th><th scope="col">${
    PAPER.columnWho[language]
  }</th><th scope="col">${ACT.columnDeadline[language]}</th></tr></thead>
${shown.map(
  (finding, index) =>
    html`<tbody><tr data-cause="${finding.code}"><td class="row number">${index + 1}</td><td class="wrap">${causeCell(
      texts[index]?.title ?? finding.title,
      texts[index]?.remedy ?? null,
    )}</td><td>${addresseeText(finding, language)}</td><td class="deadline"><span class="write"></span></td></tr></tbody>
`,
)}
</table>`;
}

interface CauseTexts {
  readonly title: string;
  readonly remedy: string | null;
}

/** Cut so that all causes stay within the room: the remedies of the last ones give way first, titles only then. */
function fittingTexts(shown: readonly Finding[], room: number): readonly CauseTexts[] {
  const wanted = shown.reduce((sum, { title }) => sum + linesOf(title.slice(0, TITLE_MAX)), 0);
  const tight = wanted + shown.length > room;
  const lines = shown.map(({ remedy }) => Math.min(linesOf(remedy ?? ''), REMEDY_LINES_MAX));
  const titles = tight ? shown.length : wanted;
  let excess = titles + lines.reduce((sum, count) => sum + count, 0) - room;
  const kept = lines
    .toReversed()
    .map((count) => {
      const cut = Math.max(0, Math.min(excess, count - 1));
      excess -= cut;
      return count - cut;
    })
    .toReversed();
  return shown.map(({ title, remedy }, index) => ({
    title: clip(title, tight ? TITLE_LINE : TITLE_MAX),
    remedy: remedy === null ? null : clip(remedy, (kept[index] ?? 1) * LINE_CHARACTERS),
  }));
}

function linesOf(text: string): number {
  return Math.ceil(text.length / LINE_CHARACTERS);
}

/** Only waivers that still cover something unproven. */
export function actWaivers(
  { coverage, findings }: ActInput,
  site: Site,
  requirements: ReadonlyMap<string, Requirement>,
  clock: Clock,
): Markup {
  const waivers = waiversOf(coverage);
  if (waivers.length === 0) return NOTHING;
  const { language } = clock;
  const shown = shownWaivers(coverage, findings);
  return html`<h2>${ACT.waived[language]}${more(waivers.length - shown.length, language)}</h2>
<table class="rows waivers"><colgroup><col class="what"><col><col class="by"></colgroup>
${shown.map(
  (waiver) =>
    html`<tbody><tr><td class="wrap">${clip(waivedWhat(waiver, site, requirements, clock), WHAT_MAX)}</td><td class="wrap">${clip(
      waiver.reason,
      REASON_MAX,
    )}</td><td class="wrap">${waivedOn({ ...waiver, by: clip(waiver.by, BY_MAX) }, clock)}</td></tr></tbody>`,
)}
</table>`;
}

function shownWaivers(coverage: Coverage, findings: readonly Finding[]): readonly Waiver[] {
  return waiversOf(coverage).slice(0, findings.length >= MANY_CAUSES ? WAIVERS_MAX.many : WAIVERS_MAX.few);
}

/** In the heading, where it takes no line of the page. */
function more(count: number, language: Clock['language']): Markup {
  if (count <= 0) return NOTHING;
  return html` <small>${fillText(ACT.more[language], { count })}</small>`;
}
