/** Coverage on paper: every requirement against servers, devices and what lies outside, devices folded into one sign. */
import type { Requirement } from '../contract/catalogue.ts';
import { COVERAGE_STATES, type Coverage, type CoverageCell } from '../contract/coverage.ts';
import { VIEWPOINT_LABELS } from '../contract/labels.ts';
import { isExternalKind, type LocalText } from '../contract/words.ts';
import { fillText } from './fill.ts';
import { groupBy } from './group-by.ts';
import { html, type Markup } from './markup.ts';
import { type Clock, dateAndTime, shortDate, timeOfDay } from './moments.ts';
import { PAPER, STATE_SIGNS, STATE_WORDS } from './paper-texts.ts';
import { verdictSvg } from './sign-svg.ts';

const GROUPS: readonly { readonly title: LocalText; readonly has: (cell: CoverageCell) => boolean }[] = [
  {
    title: PAPER.columnServers,
    has: ({ check }) => check.to.role !== 'device' && !isExternalKind(check.to.role),
  },
  { title: PAPER.columnDevices, has: ({ check }) => check.to.role === 'device' },
  { title: PAPER.columnExternal, has: ({ check }) => isExternalKind(check.to.role) },
];

interface CoveragePart {
  readonly coverage: Coverage;
  readonly requirements: ReadonlyMap<string, Requirement>;
  readonly title: string;
  /** ISO time of the document. */
  readonly datedAt: string;
  readonly clock: Clock;
}

/** The worst state of each square, and of how many of its flows it is true. */
export function coverageSection({ coverage, requirements, title, datedAt, clock }: CoveragePart): Markup {
  const { cells } = coverage;
  const { language } = clock;
  const rows = [...groupBy(cells, ({ check }) => check.requirement)];
  return html`<section class="coverage-part"><h2>${title}</h2>
<table class="rows coverage"><colgroup><col class="row"><col><col class="square"><col class="square"><col class="outside"><col class="proof-at"></colgroup>
<thead><tr><th scope="col">${PAPER.columnRow[language]}</th><th scope="col">${PAPER.columnRequirement[language]}</th>${GROUPS.map(
    (group) => html`<th scope="col">${group.title[language]}</th>`,
  )}<th scope="col">${PAPER.columnLastProof[language]}</th></tr></thead>
${rows.map(([id, members]) => {
  const requirement = requirements.get(id);
  return html`<tbody><tr data-covered="${id}"><td class="row number">${requirement?.row ?? '–'}</td><td>${
    requirement?.title[language] ?? id
  }</td>${GROUPS.map((group) => html`<td>${square(members.filter(group.has), clock)}</td>`)}<td class="number">${newestProof(
    members,
    datedAt,
    clock,
  )}</td></tr></tbody>
`;
})}
</table></section>`;
}

function square(cells: readonly CoverageCell[], { language }: Clock): Markup {
  const state = COVERAGE_STATES.find((each) => cells.some((cell) => cell.state === each));
  if (state === undefined) return html`–`;
  const count = cells.filter((cell) => cell.state === state).length;
  const share = cells.length === 1 ? '' : ` ${fillText(PAPER.ofAll[language], { count, all: cells.length })}`;
  return html`<span class="nowrap">${verdictSvg(STATE_SIGNS[state])} ${`${STATE_WORDS[state][language]}${share}`}</span>`;
}

/** «Розетка МФУ, 10:41», with the day where it is not that of the document; a dash where nothing was proven directly. */
function newestProof(cells: readonly CoverageCell[], datedAt: string, clock: Clock): string {
  const proofs = cells.flatMap(({ seen, result }) =>
    seen !== null && result?.proof === 'direct' && result.verdict !== 'error' ? [seen] : [],
  );
  const newest = proofs.toSorted((one, other) => one.at.localeCompare(other.at)).at(-1);
  if (newest === undefined) return '–';
  const sameDay = shortDate(newest.at, clock) === shortDate(datedAt, clock);
  const when = sameDay ? timeOfDay(newest.at, clock) : dateAndTime(newest.at, clock);
  return `${VIEWPOINT_LABELS[newest.viewpoint][clock.language]}, ${when}`;
}
