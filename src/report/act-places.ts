/** The act's table of places: from where was looked, what that proved, and what is still open. */
import { COVERAGE_STATES, type CoverageCell, type CoverageState } from '../contract/coverage.ts';
import { VIEWPOINT_LABELS } from '../contract/labels.ts';
import type { Run } from '../contract/run.ts';
import { VIEWPOINTS } from '../contract/words.ts';
import { ACT } from './act-texts.ts';
import { clip } from './clip.ts';
import { fillText } from './fill.ts';
import { html, joinMarkup, type Markup } from './markup.ts';
import { type Clock, timeOfDay } from './moments.ts';
import { STATE_SIGNS, STATE_WORDS } from './paper-texts.ts';
import { verdictSvg } from './sign-svg.ts';

const ADDRESS_MAX = 34;

/** A row for each place, and one for what only the server itself can prove. */
export function placesTable(cells: readonly CoverageCell[], runs: readonly Run[], clock: Clock): Markup {
  const { language } = clock;
  const required = cells.filter(({ check }) => check.required);
  const inside = required.filter(({ check }) => check.inside);
  const outside = required.filter(({ check }) => !check.inside);
  const places = VIEWPOINTS.map((place) => {
    const here = outside.filter((cell) => cell.place === place);
    const visits = runs.filter(({ viewpoint }) => viewpoint === place);
    return placeRow(VIEWPOINT_LABELS[place][language], here, visits, clock);
  });
  return html`<h2>${ACT.places[language]}</h2>
<table class="rows places">
<colgroup><col class="place"><col class="laptop"><col class="time"><col class="share"><col></colgroup>
<thead><tr><th scope="col">${ACT.columnPlace[language]}</th><th scope="col">${ACT.columnAddress[language]}</th><th scope="col">${
    ACT.columnTime[language]
  }</th><th scope="col">${ACT.columnProven[language]}</th><th scope="col">${ACT.columnUnproven[language]}</th></tr></thead>
${places}${inside.length === 0 ? null : placeRow(ACT.inside[language], inside, insideRuns(inside, runs), clock)}
</table>`;
}

/** Runs that stood on the server itself: nothing else proves what stays inside. */
function insideRuns(cells: readonly CoverageCell[], runs: readonly Run[]): readonly Run[] {
  const seen = new Set(
    cells.flatMap(({ result, seen }) => (result?.proof === 'direct' && seen !== null ? [seen.runId] : [])),
  );
  return runs.filter(({ id }) => seen.has(id));
}

function placeRow(label: string, cells: readonly CoverageCell[], runs: readonly Run[], clock: Clock): Markup {
  const { language } = clock;
  const proven = cells.filter(({ state }) => state === 'proven').length;
  const taken = runs.length > 0;
  const addresses = [...new Set(runs.map(addressOf).filter((address) => address !== ''))].join(', ');
  const newest = runs.at(-1);
  return html`<tbody><tr data-place="${label}"><td>${label}</td><td class="number">${
    taken ? clip(addresses, ADDRESS_MAX) : html`<span class="faint">${ACT.notTaken[language]}</span>`
  }</td><td class="number">${newest === undefined ? '' : timeOfDay(newest.startedAt, clock)}</td><td class="number">${fillText(
    ACT.share[language],
    { count: proven, all: cells.length },
  )}</td><td>${unproven(cells, clock)}</td></tr></tbody>`;
}

/** With the network where the run knows it: «10.77.10.57/24». */
function addressOf({ place }: Run): string {
  const address = place.localAddress ?? place.addresses[0] ?? '';
  const bits = place.networks?.length === 1 ? place.networks[0]?.split('/')[1] : undefined;
  return bits === undefined || address === '' ? address : `${address}/${bits}`;
}

function unproven(cells: readonly CoverageCell[], { language }: Clock): Markup {
  const counts = COVERAGE_STATES.filter((state) => state !== 'proven').flatMap((state) => {
    const count = cells.filter((cell) => cell.state === state).length;
    return count === 0 ? [] : [countOf(state, count, language)];
  });
  return joinMarkup(counts, html` `);
}

function countOf(state: CoverageState, count: number, language: Clock['language']): Markup {
  return html`<span class="nowrap count">${verdictSvg(STATE_SIGNS[state])}${count} ${STATE_WORDS[state][language]}</span>`;
}
