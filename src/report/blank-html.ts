/** The checklist before any run: boxes and lines to fill in by hand, as one self-contained HTML document. */

import { STAGE_LABELS } from '../contract/labels.ts';
import { lowerFirst } from '../contract/sentence.ts';
import { DEMO_SITE_ID } from '../contract/site.ts';
import { STAGES } from '../contract/words.ts';
import { blankTable } from './blank-rows.ts';
import { hasSeveralTargets } from './check-text.ts';
import { signatures } from './checklist-end.ts';
import { fact, WRITE } from './checklist-head.ts';
import { blankNumber } from './document-number.ts';
import { fillText } from './fill.ts';
import { footMarginBoxes } from './footer.ts';
import { html, type Markup, NOTHING } from './markup.ts';
import { pageDocument } from './page-frame.ts';
import { PAPER } from './paper-texts.ts';
import type { BlankInput } from './report-input.ts';
import { groupBySection, SECTION_TITLES } from './sections.ts';
import { devicesLine, serversLine, siteLine } from './site-lines.ts';

/** Every flow of the plan has its line; devices of one requirement share one where there are more than three. */
export function blankChecklistHtml(input: BlankInput): string {
  const { language, site } = input;
  const sections = groupBySection(input.checks, (check) => check);
  const content = html`<main>
<h1>${PAPER.title[language]}</h1>
<p class="subtitle">${fillText(PAPER.blank[language], { revision: input.catalogue.revision })}</p>
${factsTable(input)}
<p class="rule">${PAPER.yesRule[language]}</p>
${sections.map(
  (
    { id, members },
    index,
  ) => html`<section class="${index === sections.length - 1 ? 'last' : 'part'}" data-section="${id}">
<h2>${`${index + 1}. ${SECTION_TITLES[id][language]}`} <small>${PAPER.laptopAddress[language]} <span class="fill"></span> ${PAPER.time[language]} <span class="fill short"></span></small></h2>
${blankTable(members, {
  section: id,
  site,
  requirements: input.catalogue.requirements,
  language,
  namesTarget: hasSeveralTargets(members),
})}
</section>
`,
)}
<div class="end">${signatures({
    input,
    caption: `${PAPER.signature[language]}, ${PAPER.signedName[language]}`,
    clock: { language, timeZone: input.timeZone },
    aside: null,
  })}</div>
</main>`;
  return pageDocument({
    clock: { language, timeZone: input.timeZone },
    documentNumber: blankNumber(site, language),
    datedAt: input.printedAt,
    demo: site.id === DEMO_SITE_ID,
    kind: 'blank',
    logo: input.logo ?? null,
    styles: input.pageFoot === 'margin-boxes' ? footMarginBoxes(input) : '',
    content,
  });
}

function factsTable(input: BlankInput): Markup {
  const { language, site } = input;
  const stages = STAGES.map(
    (stage) =>
      html`<span class="nowrap"><span class="box"></span> ${lowerFirst(STAGE_LABELS[stage][language])}</span>`,
  );
  return html`<dl class="facts">
${fact(PAPER.customer[language], site.customer.trim() === '' ? WRITE : html`<b>${site.customer}</b>`)}
${fact(PAPER.engineer[language], input.engineer.trim() === '' ? WRITE : html`${input.engineer}`)}
${fact(PAPER.site[language], siteLine(site))}
${fact(PAPER.fromCustomer[language], WRITE)}
${fact(PAPER.servers[language], serversLine(site))}
${fact(PAPER.dateAndTime[language], WRITE)}
${fact(PAPER.devices[language], devicesLine(site, language))}
${fact(PAPER.stage[language], html`<span class="stages">${stages}</span>`)}
</dl>${site.id === DEMO_SITE_ID ? html`<p class="notice">${PAPER.demoBlank[language]}</p>` : NOTHING}`;
}
