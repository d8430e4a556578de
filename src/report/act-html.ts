/** The act of a visit: one A4 page to be signed, as one self-contained HTML document. */
import actStyles from '../../assets/print/act.css?raw';
import { type Collation, collateRuns } from '../contract/collate.ts';
import { SCHEME_LABELS, STAGE_LABELS } from '../contract/labels.ts';
import { lowerFirst } from '../contract/sentence.ts';
import { DEMO_SITE_ID, type Site } from '../contract/site.ts';
import type { Language } from '../contract/words.ts';
import { actCauses, actWaivers } from './act-causes.ts';
import { placesTable } from './act-places.ts';
import { ACT } from './act-texts.ts';
import { signatures } from './checklist-end.ts';
import { clip } from './clip.ts';
import { actNumber, documentNumber } from './document-number.ts';
import { fillMarkup, fillText } from './fill.ts';
import { footMarginBoxes } from './footer.ts';
import { html, joinMarkup, type Markup, NOTHING } from './markup.ts';
import { type Clock, dateAndTime, longDate, timeOfDay } from './moments.ts';
import { pageDocument } from './page-frame.ts';
import { PAPER } from './paper-texts.ts';
import { qrBlock } from './qr.ts';
import { verdictBox } from './readiness-box.ts';
import { readinessFact } from './readiness-sentence.ts';
import type { ActInput } from './report-input.ts';
import { deviceCount } from './site-lines.ts';

/** More servers than this are only counted. */
const SERVERS_MAX = 2;
const SERVER_MAX = 60;
const SITE_MAX = 130;
const REQUESTS_MAX = 3;

/** Exactly one page; longer lists and texts are cut, and the checklist has them whole. Throws as `collateRuns` does. */
export function actHtml(input: ActInput): string {
  const collation = collateRuns(input.runs);
  const { language, coverage } = input;
  const { newest } = collation;
  const clock: Clock = { language, timeZone: input.timeZone };
  const number = actNumber(input);
  const demo = newest.site.id === DEMO_SITE_ID;
  const content = html`<main class="act">
<h1>${ACT.title[language]}</h1>
<p class="subtitle">${clip(siteText(newest.profile), SITE_MAX)}</p>
${demo ? html`<p class="notice">${PAPER.demoNotice[language]}</p>` : null}
${introduction(collation, clock)}
${verdictBox(coverage, readinessFact(coverage, language), language, NOTHING)}
${placesTable(coverage.cells, collation.contributing, clock)}
${actCauses(input, clock)}
${actWaivers(input, newest.profile, collation.requirements, clock)}
${attachments(input, collation)}
<div class="end">${signatures({ input, caption: ACT.signatureStamp[language], clock, aside: qrBlock(number, input.digest, language) })}</div>
</main>`;
  return pageDocument({
    clock,
    documentNumber: number,
    title: ACT.title[language],
    datedAt: input.visit.startedAt,
    demo,
    kind: 'filled',
    logo: input.logo ?? null,
    styles: actStyles + (input.pageFoot === 'margin-boxes' ? footMarginBoxes(input) : ''),
    content,
  });
}

function siteText({ customer, name, address }: Site): string {
  const who = [customer, name].filter((part) => part.trim() !== '').join(', ');
  return address.trim() === '' ? who : `${who}. ${address}`;
}

function introduction({ contributing, first, newest }: Collation, clock: Clock): Markup {
  const { language } = clock;
  const { profile } = newest;
  const start = contributing[0]?.startedAt ?? first.startedAt;
  const end =
    contributing
      .map(({ finishedAt }) => finishedAt)
      .toSorted()
      .at(-1) ?? newest.finishedAt;
  const oneDay = longDate(start, clock) === longDate(end, clock);
  const common = {
    servers: serversText(profile, language),
    devices:
      profile.devices.length === 0 ? ACT.noDevices[language] : deviceCount(profile.devices.length, language),
  };
  const when = oneDay
    ? fillText(ACT.introOneDay[language], {
        ...common,
        date: longDate(start, clock),
        from: timeOfDay(start, clock),
        to: timeOfDay(end, clock),
      })
    : fillText(ACT.introDays[language], {
        ...common,
        from: dateAndTime(start, clock),
        to: dateAndTime(end, clock),
      });
  const basis = fillText(ACT.basis[language], {
    stage: lowerFirst(STAGE_LABELS[newest.stage][language]),
    scheme: lowerFirst(SCHEME_LABELS[profile.scheme][language]),
    revision: newest.catalogue.revision,
  });
  return html`<p class="intro">${when} ${basis}</p>`;
}

function serversText({ servers }: Site, language: Language): string {
  if (servers.length > SERVERS_MAX) return fillText(ACT.serverCount[language], { count: servers.length });
  return servers
    .map(({ name, host }) =>
      name.trim() === '' || name === host ? host : `${clip(name, SERVER_MAX)} (${host})`,
    )
    .join(', ');
}

/** The papers that belong to the act, and room for the day of the next visit where something is open. */
function attachments(input: ActInput, collation: Collation): Markup {
  const { language, requestNumbers, coverage } = input;
  const requests = requestNumbers.slice(0, REQUESTS_MAX);
  const numbers = [
    fillText(ACT.checklist[language], { number: documentNumber(input, collation.first) }),
    ...(requests.length === 0 ? [] : [fillText(ACT.request[language], { numbers: requests.join(', ') })]),
  ].map((text) => html`${text}`);
  const again =
    coverage.readiness === 'ready' ? null : html`<p>${ACT.again[language]} <span class="fill"></span></p>`;
  return html`<div class="attachments"><p>${fillMarkup(ACT.attachments[language], {
    list: joinMarkup(numbers, html`, `),
  })}</p>${again}</div>`;
}
