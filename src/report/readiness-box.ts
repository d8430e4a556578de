/** The framed word on paper: ready or not, and the requirements by state. */
import type { Coverage, CoverageState } from '../contract/coverage.ts';
import { READINESS_LABELS, READINESS_SIGNS } from '../contract/labels.ts';
import type { Language } from '../contract/words.ts';
import { html, type Markup } from './markup.ts';
import { STATE_SIGNS, STATE_WORDS } from './paper-texts.ts';
import { verdictSvg } from './sign-svg.ts';

const COUNTED_STATES: readonly CoverageState[] = [
  'proven',
  'failed',
  'remark',
  'fail-indirect',
  'indirect',
  'not-seen',
  'waived',
];

/** Direct and indirect are never added into one number; `below` stands under the counts. */
export function verdictBox(
  { readiness, requirementCounts }: Coverage,
  sentence: string,
  language: Language,
  below: Markup,
): Markup {
  const counts = COUNTED_STATES.filter((state) => requirementCounts[state] > 0).map(
    (state) =>
      html`<span class="nowrap">${verdictSvg(STATE_SIGNS[state])}<b>${requirementCounts[state]}</b> ${STATE_WORDS[state][language]}</span>`,
  );
  return html`<section class="readiness" data-readiness="${readiness}">
<div class="headline">${verdictSvg(READINESS_SIGNS[readiness])}<strong>${
    READINESS_LABELS[readiness][language]
  }</strong><p>${sentence}</p></div>
<div class="counts">${counts}</div>
${below}
</section>`;
}
