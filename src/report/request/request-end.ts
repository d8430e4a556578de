/** What stands under the rules: what to leave alone, how to check again, room for refusals and signatures. */
import type { FirewallRequest, RequestRow } from '../../contract/firewall-request.ts';
import { VIEWPOINT_LABELS } from '../../contract/labels.ts';
import { counted } from '../../contract/plural.ts';
import { reasonMessage } from '../../contract/reasons.ts';
import { lowerFirst } from '../../contract/sentence.ts';
import { type Language, VIEWPOINTS, type Viewpoint } from '../../contract/words.ts';
import { portsText } from '../check-text.ts';
import { WRITE } from '../checklist-head.ts';
import { fillText } from '../fill.ts';
import { html, type Markup } from '../markup.ts';
import { qrBlock } from '../qr.ts';
import type { RequestPaperInput } from '../report-input.ts';
import { type LeaveAlone, leaveAlone } from './leave-alone.ts';
import { portWords } from './request-rows.ts';
import { CHECKS, REQUEST_TEXTS } from './request-texts.ts';
import { checksToRetest } from './retest.ts';

/** Nothing where no run is at hand to tell. */
export function leaveList({ request, runs, language }: RequestPaperInput): Markup | null {
  const seen = runs.filter(({ id }) => request.runIds.includes(id));
  const lines =
    request.basis === 'table'
      ? [REQUEST_TEXTS.leaveTable[language]]
      : leaveAlone(request, seen).map((item) => leaveLine(item, language));
  if (lines.length === 0) return null;
  return html`<h2>${REQUEST_TEXTS.leave[language]}</h2>
<ul>${lines.map((line) => html`<li>${line}</li>`)}</ul>`;
}

function leaveLine({ kind, place, results }: LeaveAlone, language: Language): string {
  const reason = results[0]?.reason;
  return fillText(REQUEST_TEXTS[kind][language], {
    place: VIEWPOINT_LABELS[place][language],
    ports: portsText(results),
    reason: reason === undefined ? '' : reasonMessage(reason.code, reason.params, language),
  });
}

export function retestSteps({ request, language }: RequestPaperInput): Markup {
  const places = VIEWPOINTS.flatMap((place) => {
    const count = checksToRetest(request, place).length;
    return count === 0 ? [] : [{ place, count }];
  });
  if (places.length === 0) return html``;
  const named = places.map(({ place }, index) => {
    const label = VIEWPOINT_LABELS[place][language];
    return index === 0 ? label : lowerFirst(label);
  });
  const all = places.reduce((sum, { count }) => sum + count, 0);
  const commands = places.map(
    ({ place }) =>
      `sitecheck run ${REQUEST_TEXTS.siteFile[language]} --from ${place} --only ${requirementsOf(request, place).join(',')}`,
  );
  const window = fillText(REQUEST_TEXTS.retestWindow[language], {
    places: named.join(', '),
    checks: counted(all, CHECKS, language),
  });
  const server = places.some(({ place }) => place === 'server')
    ? html`<li>${REQUEST_TEXTS.retestServer[language]}</li>`
    : null;
  return html`<h2>${REQUEST_TEXTS.retest[language]}</h2>
<ol><li>${window}</li>${server}<li>${REQUEST_TEXTS.retestCommand[language]}${commands.map(
    (command) => html`<pre class="code">${command}</pre>`,
  )}</li></ol>`;
}

function requirementsOf(request: FirewallRequest, place: Viewpoint): readonly string[] {
  return [...new Set(checksToRetest(request, place).map((id) => id.split(':', 1)[0] ?? id))];
}

/** What does not work without a row, and a line for the reason, or the reason itself. */
export function refusals({ request, catalogue, language }: RequestPaperInput): Markup {
  const purposes = (row: RequestRow) =>
    catalogue.requirements
      .filter(({ id }) => row.requirements.includes(id))
      .map(({ purpose }) => (language === 'ru' ? lowerFirst(purpose.ru) : purpose.en));
  return html`<h2>${REQUEST_TEXTS.refusal[language]}</h2>
<table class="refusals">${request.rows.map((row) => {
    const values = { ports: portWords(row), purposes: [...new Set(purposes(row))].join('; ') };
    return html`<tr><td class="row number">${row.number}</td><td class="consequence">${fillText(
      REQUEST_TEXTS.consequence[language],
      values,
    )}</td><td><small>${REQUEST_TEXTS.refusalReason[language]}</small>${row.refusal === '' ? WRITE : html`<div>${row.refusal}</div>`}</td></tr>
`;
  })}</table>`;
}

/** With the code that leads back to the request: its number and its whole digest. */
export function requestSignatures({ request, digest, language }: RequestPaperInput): Markup {
  const { requester, company, number } = request;
  const people = [
    { role: REQUEST_TEXTS.signRequester[language], name: [requester, company] },
    { role: REQUEST_TEXTS.signSecurity[language], name: [] },
    { role: REQUEST_TEXTS.signDone[language], name: [] },
  ];
  return html`<section class="signatures three">${people.map(
    ({ role, name }) =>
      html`<div><div class="person"><b>${role}</b>${name
        .filter((line) => line.trim() !== '')
        .map((line) => html`<div>${line}</div>`)}</div><div class="line"><span>${
        REQUEST_TEXTS.signature[language]
      }</span><span>${REQUEST_TEXTS.date[language]}</span></div></div>`,
  )}${qrBlock(number, digest, language)}</section>`;
}
