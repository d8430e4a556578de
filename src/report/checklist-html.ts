/** The checklist of finished runs as one self-contained HTML document for A4. */

import type { CheckResult } from '../contract/check.ts';
import { type Collation, collateRuns } from '../contract/collate.ts';
import type { VerdictSign } from '../contract/labels.ts';
import { DEMO_SITE_ID } from '../contract/site.ts';
import type { PortState } from '../contract/words.ts';
import { ACT } from './act-texts.ts';
import { appendix } from './appendix.ts';
import { hasSeveralTargets } from './check-text.ts';
import { causesSection } from './checklist-causes.ts';
import { controlsNote, signatures } from './checklist-end.ts';
import { factsTable, legend, readinessBox } from './checklist-head.ts';
import { rowsTable } from './checklist-rows.ts';
import { coverageSection } from './coverage-section.ts';
import { documentNumber } from './document-number.ts';
import { fillMarkup, fillText } from './fill.ts';
import { footMarginBoxes } from './footer.ts';
import { manualSection } from './manual-section.ts';
import { html, joinMarkup, type Markup } from './markup.ts';
import type { Clock } from './moments.ts';
import { pageDocument } from './page-frame.ts';
import { PAPER } from './paper-texts.ts';
import { qrBlock } from './qr.ts';
import type { ChecklistInput } from './report-input.ts';
import { foldRows, type Row, type RowContext } from './rows.ts';
import { type SectionOrigin, sectionOrigin } from './section-origin.ts';
import { groupBySection, SECTION_PLACES, SECTION_TITLES, type SectionId } from './sections.ts';
import { deviceCount } from './site-lines.ts';

interface Section {
  readonly id: SectionId;
  readonly origin: string;
  readonly rows: readonly Row[];
  readonly namesTarget: boolean;
}

/** Throws a RangeError for no runs and for runs of different sites or stages. */
export function checklistHtml(input: ChecklistInput): string {
  const collation = collateRuns(input.runs);
  const clock: Clock = { language: input.language, timeZone: input.timeZone };
  const sections = sectionsOf(collation, input, clock);
  const rows = sections.flatMap((section) => section.rows);
  const signs = new Set<VerdictSign>(rows.map((row) => row.sign));
  const states = new Set<PortState | 'not-probed'>(rows.flatMap((row) => row.seen.map((line) => line.state)));
  const { language } = input;
  const { newest } = collation;
  const demo = newest.site.id === DEMO_SITE_ID;
  const content = html`<main>
<h1>${PAPER.title[language]}</h1>
<p class="subtitle">${fillText(PAPER.filled[language], { revision: newest.catalogue.revision })}</p>
${demo ? html`<p class="notice">${PAPER.demoNotice[language]}</p>` : null}
${factsTable(collation, input)}
${readinessBox(input.coverage, collation, clock)}
${legend(signs, states, language)}
${causesSection(input.findings, language)}
${sections.map((section, index) => sectionPart(section, index, sections.length, collation, clock))}
${visitParts(input, collation, sections.length + 1, clock)}
<div class="end">${controlsNote(collation.contributing, language)}${outdatedNote(collation, clock)}
${signatures({
  input,
  caption: ACT.signatureStamp[language],
  clock,
  aside: qrBlock(documentNumber(input, collation.first), input.digest, language),
})}
${closingLine(input, collation)}</div>
${appendix(rows, newest.profile, language)}
</main>`;
  return pageDocument({
    clock,
    documentNumber: documentNumber(input, collation.first),
    datedAt: collation.first.startedAt,
    demo,
    kind: 'filled',
    logo: input.logo ?? null,
    styles: input.pageFoot === 'margin-boxes' ? footMarginBoxes(input) : '',
    content,
  });
}

function sectionsOf(collation: Collation, input: ChecklistInput, clock: Clock): readonly Section[] {
  const order = [...collation.requirements.keys()];
  const { language } = clock;
  const marks = marksOf(input);
  let previous: SectionOrigin['only'] = null;
  return groupBySection(collation.entries, (entry) => entry.result).map(({ id, members }) => {
    const entries = members.toSorted(
      (a, b) => order.indexOf(a.result.requirement) - order.indexOf(b.result.requirement),
    );
    const origin = sectionOrigin(id, entries, previous, clock);
    previous = origin.only;
    const rows = foldRows(entries, {
      ...marks,
      language,
      visited: collation.contributing.some((run) => run.viewpoint === SECTION_PLACES[id]),
      manyDevices: (count, all) =>
        all
          ? deviceCount(count, language)
          : `${deviceCount(count, language)} (${PAPER.inAppendix[language]})`,
    });
    return {
      id,
      origin: origin.text,
      rows,
      namesTarget: hasSeveralTargets(entries.map((entry) => entry.result)),
    };
  });
}

/** What people have said about a row. */
function marksOf({ coverage, visit }: ChecklistInput): Pick<RowContext, 'waiverOf' | 'remarkOf'> {
  const keyOf = ({ id, to }: Pick<CheckResult, 'id' | 'to'>) => `${id}\n${to.host}`;
  const waivers = new Map(
    coverage.cells.flatMap(({ check, waiver }) => (waiver === null ? [] : [[keyOf(check), waiver] as const])),
  );
  const remarks = new Map((visit?.notes ?? []).map((note) => [note.checkId, note]));
  return {
    waiverOf: (result) => waivers.get(keyOf(result)) ?? null,
    remarkOf: ({ id }) => remarks.get(id) ?? null,
  };
}

/** Coverage and manual items, numbered on from the sections of rows. */
function visitParts(input: ChecklistInput, collation: Collation, from: number, clock: Clock): Markup | null {
  const { visit, language, coverage, manualItems } = input;
  if (visit === null) return null;
  return html`${coverageSection({
    coverage,
    requirements: collation.requirements,
    title: `${from}. ${PAPER.coverage[language]}`,
    datedAt: collation.first.startedAt,
    clock,
  })}
${manualSection(manualItems, visit, `${from + 1}. ${PAPER.manual[language]}`, language)}`;
}

function sectionPart(
  section: Section,
  index: number,
  total: number,
  collation: Collation,
  clock: Clock,
): Markup {
  const { language } = clock;
  const title = `${index + 1}. ${SECTION_TITLES[section.id][language]}`;
  return html`<section class="${index === total - 1 ? 'last' : 'part'}" data-section="${section.id}">
<h2>${title} <small>${section.origin}</small></h2>
${rowsTable(section.rows, {
  section: section.id,
  site: collation.newest.profile,
  requirements: collation.requirements,
  language,
  clock,
  namesTarget: section.namesTarget,
})}
</section>
`;
}

function outdatedNote(collation: Collation, clock: Clock): Markup | null {
  if (collation.outdated === 0) return null;
  const text = fillText(PAPER.outdated[clock.language], { count: collation.outdated });
  return html`<p class="controls">${text}</p>`;
}

function closingLine(input: ChecklistInput, collation: Collation): Markup {
  const ids = input.runs.map((run) => html`<span class="nowrap">${run.id}</span>`);
  return html`<p class="closing">${fillMarkup(PAPER.closing[input.language], {
    number: html`${documentNumber(input, collation.first)}`,
    runs: joinMarkup(ids, html`, `),
    digest: html`${input.digest}`,
  })}</p>`;
}
