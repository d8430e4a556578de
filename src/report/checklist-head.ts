/** The head of a filled checklist: who and where, whether the site is ready, and what the signs mean. */

import type { Collation } from '../contract/collate.ts';
import type { Coverage } from '../contract/coverage.ts';
import {
  PORT_STATE_LABELS,
  SCHEME_LABELS,
  STAGE_LABELS,
  type VerdictSign,
  VIEWPOINT_LABELS,
  VIEWPOINT_ORIGINS,
} from '../contract/labels.ts';
import type { Run } from '../contract/run.ts';
import { lowerFirst } from '../contract/sentence.ts';
import { type Language, PORT_STATES, type PortState, VIEWPOINTS } from '../contract/words.ts';
import { fillText } from './fill.ts';
import { html, type Markup, NOTHING } from './markup.ts';
import { type Clock, dateAndTime } from './moments.ts';
import { PAPER, SIGN_LEGEND } from './paper-texts.ts';
import { verdictBox } from './readiness-box.ts';
import { readinessSentence } from './readiness-sentence.ts';
import type { ChecklistInput } from './report-input.ts';
import { portSvg, verdictSvg } from './sign-svg.ts';
import { devicesLine, serversLine, siteLine } from './site-lines.ts';

/** The table of names; a name that is not known is a line to write on. */
export function factsTable(collation: Collation, input: ChecklistInput): Markup {
  const { language } = input;
  const { profile } = collation.newest;
  const stage = STAGE_LABELS[collation.newest.stage][language];
  const scheme = lowerFirst(SCHEME_LABELS[profile.scheme][language]);
  return html`<dl class="facts">
${fact(PAPER.customer[language], html`<b>${profile.customer}</b>`)}
${fact(PAPER.engineer[language], named(input.visit?.signatures.engineer.name.trim() || input.engineer))}
${fact(PAPER.site[language], siteLine(profile))}
${fact(PAPER.fromCustomer[language], named(input.visit?.signatures.customer.name ?? ''))}
${fact(PAPER.servers[language], serversLine(profile))}
${fact(PAPER.stageAndScheme[language], html`${`${stage}, ${scheme}`}`)}
${fact(PAPER.devices[language], devicesLine(profile, language))}
${fact(PAPER.origin[language], html`${placesText(collation.contributing, language)}`)}
</dl>`;
}

function named(name: string): Markup {
  return name.trim() === '' ? WRITE : html`${name}`;
}

/** Empty line to write on by hand. */
export const WRITE: Markup = html`<span class="write"></span>`;

export function fact(name: string, value: Markup): Markup {
  return html`<div><dt>${name}</dt><dd>${value}</dd></div>`;
}

function placesText(runs: readonly Run[], language: Language): string {
  const places = VIEWPOINTS.filter((viewpoint) => runs.some((run) => run.viewpoint === viewpoint));
  const names = places.map((place, index) => {
    const label = VIEWPOINT_LABELS[place][language];
    return index === 0 ? label : lowerFirst(label);
  });
  const share =
    places.length === VIEWPOINTS.length
      ? PAPER.allPlaces[language]
      : fillText(PAPER.placesOf[language], { count: places.length });
  return `${names.join(', ')}: ${share}`;
}

/** A word and a sentence, then the requirements counted by state. */
export function readinessBox(coverage: Coverage, collation: Collation, clock: Clock): Markup {
  const sentence = readinessSentence(coverage, clock.language);
  return verdictBox(
    coverage,
    sentence,
    clock.language,
    html`${collation.contributing.map((run) => stoppedLine(run, clock))}`,
  );
}

function stoppedLine(run: Run, clock: Clock): Markup {
  if (!run.interrupted) return NOTHING;
  const { language } = clock;
  const left = run.checks.filter((check) => check.reason.code === 'interrupted').length;
  const done = run.checks.filter((check) => check.attempts > 0).length;
  const head = fillText(PAPER.stopped[language], { done, planned: done + left });
  const where = `${VIEWPOINT_ORIGINS[run.viewpoint][language]}, ${dateAndTime(run.startedAt, clock)}`;
  return html`<p class="stopped"><b>${head}</b> (${where}), ${PAPER.stoppedRest[language]}</p>`;
}

/** Only the signs that stand on this paper. */
export function legend(
  signs: ReadonlySet<VerdictSign>,
  states: ReadonlySet<PortState | 'not-probed'>,
  language: Language,
): Markup {
  const verdicts = Object.entries(SIGN_LEGEND).flatMap(([sign, text]) =>
    signs.has(sign as VerdictSign)
      ? [html`<span class="nowrap">${verdictSvg(sign as VerdictSign)}${text[language]}</span>`]
      : [],
  );
  const ports = [...PORT_STATES, 'not-probed' as const]
    .filter((state) => states.has(state))
    .map((state) => html`<span class="nowrap">${portSvg(state)}${PORT_STATE_LABELS[state][language]}</span>`);
  return html`<div class="legend">${verdicts}${ports}</div>`;
}
