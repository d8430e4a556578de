/** The head of a filled checklist: who and where, whether the site is ready, and what the signs mean. */

import type { Collation } from '../contract/collate.ts';
import {
  PORT_STATE_LABELS,
  READINESS_LABELS,
  READINESS_SIGNS,
  SCHEME_LABELS,
  STAGE_LABELS,
  type VerdictSign,
  VIEWPOINT_LABELS,
  VIEWPOINT_ORIGINS,
} from '../contract/labels.ts';
import { pluralForm } from '../contract/plural.ts';
import type { Run } from '../contract/run.ts';
import { lowerFirst } from '../contract/sentence.ts';
import { type Language, PORT_STATES, type PortState, VIEWPOINTS } from '../contract/words.ts';
import { fillText } from './fill.ts';
import { html, type Markup, NOTHING } from './markup.ts';
import { type Clock, dateAndTime } from './moments.ts';
import { PAPER, SIGN_LEGEND, STATE_SIGNS, STATE_WORDS } from './paper-texts.ts';
import { countReadiness, type RequirementState } from './readiness.ts';
import { readinessSentence } from './readiness-sentence.ts';
import type { ReportInput } from './report-input.ts';
import { portSvg, verdictSvg } from './sign-svg.ts';
import { devicesLine, serversLine, siteLine } from './site-lines.ts';

/** The table of names; a name that is not known is a line to write on. */
export function factsTable(collation: Collation, input: ReportInput): Markup {
  const { language } = input;
  const { profile } = collation.newest;
  const stage = STAGE_LABELS[collation.newest.stage][language];
  const scheme = lowerFirst(SCHEME_LABELS[profile.scheme][language]);
  return html`<dl class="facts">
${fact(PAPER.customer[language], html`<b>${profile.customer}</b>`)}
${fact(PAPER.engineer[language], input.engineer.trim() === '' ? WRITE : html`${input.engineer}`)}
${fact(PAPER.site[language], siteLine(profile))}
${fact(PAPER.fromCustomer[language], WRITE)}
${fact(PAPER.servers[language], serversLine(profile))}
${fact(PAPER.stageAndScheme[language], html`${`${stage}, ${scheme}`}`)}
${fact(PAPER.devices[language], devicesLine(profile, language))}
${fact(PAPER.origin[language], html`${placesText(collation.contributing, language)}`)}
</dl>`;
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

const COUNTED_STATES: readonly RequirementState[] = ['proven', 'failed', 'remark', 'indirect', 'unproven'];

/** A word and a sentence, then the requirements counted by state; direct and indirect are never added. */
export function readinessBox(collation: Collation, clock: Clock): Markup {
  const { language } = clock;
  const count = countReadiness(collation.entries, collation.requirements.values());
  const counts = COUNTED_STATES.filter((state) => count.counts[state] > 0).map((state) => {
    const amount = count.counts[state];
    const word = pluralForm(amount, STATE_WORDS[state], language);
    return html`<span class="nowrap">${verdictSvg(STATE_SIGNS[state])}<b>${amount}</b> ${word}</span>`;
  });
  return html`<section class="readiness" data-readiness="${count.readiness}">
<div class="headline">${verdictSvg(READINESS_SIGNS[count.readiness])}<strong>${
    READINESS_LABELS[count.readiness][language]
  }</strong><p>${readinessSentence(count, language)}</p></div>
<div class="counts">${counts}</div>
${collation.contributing.map((run) => stoppedLine(run, clock))}
</section>`;
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
