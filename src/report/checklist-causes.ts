/** The causes on the checklist: what has to be put right, by whom, before the rows that show it. */
import type { Finding } from '../contract/run.ts';
import type { Language } from '../contract/words.ts';
import { addresseeText, causeCell, severitySvg } from './cause-rows.ts';
import { fillText } from './fill.ts';
import { html, type Markup, NOTHING } from './markup.ts';
import { PAPER } from './paper-texts.ts';

/** A paper of one customer has fewer; more would hide the rows. */
const CAUSES_MAX = 20;

/** Nothing where there is no cause. */
export function causesSection(findings: readonly Finding[], language: Language): Markup {
  if (findings.length === 0) return NOTHING;
  const shown = findings.slice(0, CAUSES_MAX);
  const more = findings.length - shown.length;
  return html`<section class="causes-part"><h2>${PAPER.causes[language]}</h2>
<table class="rows causes">
<colgroup><col class="row"><col><col class="who"></colgroup>
<thead><tr><th scope="col">${PAPER.columnRow[language]}</th><th scope="col">${PAPER.columnCause[language]}</th><th scope="col">${PAPER.columnWho[language]}</th></tr></thead>
${shown.map(
  (finding, index) =>
    html`<tbody><tr data-cause="${finding.code}"><td class="row number">${index + 1}</td><td class="wrap">${severitySvg(
      finding,
    )} ${causeCell(finding.title, finding.remedy)}</td><td>${addresseeText(finding, language)}</td></tr></tbody>
`,
)}
</table>${more > 0 ? html`<p class="controls">${fillText(PAPER.moreCauses[language], { count: more })}</p>` : null}
</section>`;
}
