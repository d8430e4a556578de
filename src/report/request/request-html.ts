/** The printable request: what a network administrator needs on one page, and ready rules behind it. */
import requestStyles from '../../../assets/print/request.css?raw';
import type { FirewallRequest } from '../../contract/firewall-request.ts';
import { counted } from '../../contract/plural.ts';
import { DEMO_SITE_ID } from '../../contract/site.ts';
import type { Language } from '../../contract/words.ts';
import { fact, WRITE } from '../checklist-head.ts';
import { fillText } from '../fill.ts';
import { footMarginBoxes } from '../footer.ts';
import { html, type Markup, raw } from '../markup.ts';
import { type Clock, shortDate } from '../moments.ts';
import { pageDocument } from '../page-frame.ts';
import { PAPER } from '../paper-texts.ts';
import type { RequestPaperInput } from '../report-input.ts';
import { siteLine } from '../site-lines.ts';
import { ciscoRules } from './cisco.ts';
import { evidenceOf } from './evidence.ts';
import { nftablesLines, nftablesRules } from './nftables.ts';
import { leaveList, refusals, requestSignatures, retestSteps } from './request-end.ts';
import { rulesTable } from './request-rows.ts';
import { LINES, REQUEST_TEXTS } from './request-texts.ts';
import type { RuleInput } from './rule-ways.ts';
import { windowsRules } from './windows.ts';

/** Longer than this the rules stand in the appendix alone, so that the page stays one page. */
const NFT_LINES_MAX = 6;
/** Longer than this they are a file and no paper. */
const CODE_MAX = { lines: 150, characters: 12_000 } as const;

/** One self-contained HTML document for A4. */
export function requestHtml(input: RequestPaperInput): string {
  const { request, language } = input;
  const clock: Clock = { language, timeZone: input.timeZone };
  const demo = request.site.id === DEMO_SITE_ID;
  const content = html`<main class="request">
<h1>${REQUEST_TEXTS.title[language]}</h1>
<p class="subtitle">${fillText(REQUEST_TEXTS.audience[language], { site: audience(request) })}</p>
${demo ? html`<p class="notice">${PAPER.demoNotice[language]}</p>` : null}
${factsPart(input, clock)}
${request.rows.length === 0 ? html`<p class="notice">${REQUEST_TEXTS.none[language]}</p>` : rulesPart(input, clock)}
${leaveList(input)}
${request.rows.length === 0 ? null : html`${retestSteps(input)}${refusals(input)}`}
${requestSignatures(input)}
${request.rows.length === 0 ? null : appendix(input)}
</main>`;
  return pageDocument({
    clock,
    documentNumber: request.number,
    title: REQUEST_TEXTS.title[language],
    datedAt: request.createdAt,
    demo,
    kind: 'filled',
    styles: requestStyles + (input.pageFoot === 'margin-boxes' ? footMarginBoxes(input) : ''),
    content,
  });
}

/** What the rules are written from. */
export function ruleInputOf({ request, catalogue, language, runs }: RequestPaperInput): RuleInput {
  const { addresses } = evidenceOf(runs);
  return { request, requirements: catalogue.requirements, language, addresses };
}

function audience({ site }: FirewallRequest): string {
  return [site.customer, site.name].filter((part) => part.trim() !== '').join(', ');
}

function factsPart({ request, site, runs, language }: RequestPaperInput, clock: Clock): Markup {
  const wanted = request.rows.filter(({ state }) => state !== 'refused');
  const temporary = wanted.filter(({ permanent }) => !permanent).length;
  const more =
    temporary === 0 ? '' : `, ${fillText(REQUEST_TEXTS.temporaryCount[language], { count: temporary })}`;
  const named = runs.filter(({ id }) => request.runIds.includes(id));
  const checked = named.map((run) => {
    const addresses = run.place.localAddress ?? run.place.addresses.join(', ');
    return fillText(REQUEST_TEXTS.checkedFrom[language], {
      date: shortDate(run.startedAt, clock),
      addresses,
    });
  });
  const author = [request.requester, request.company].filter((part) => part.trim() !== '').join(', ');
  const revision = fillText(REQUEST_TEXTS.revision[language], { revision: request.catalogue.revision });
  return html`<dl class="facts">
${fact(REQUEST_TEXTS.requester[language], author === '' ? WRITE : html`${author}`)}
${fact(REQUEST_TEXTS.basis[language], html`${revision}`)}
${fact(REQUEST_TEXTS.checked[language], html`${checked.length === 0 ? REQUEST_TEXTS.notChecked[language] : [...new Set(checked)].join('; ')}`)}
${fact(REQUEST_TEXTS.needed[language], html`<b>${wanted.length}</b>${more}`)}
${fact(PAPER.site[language], siteLine(site))}
${fact(PAPER.fromCustomer[language], WRITE)}
</dl>`;
}

function rulesPart(input: RequestPaperInput, clock: Clock): Markup {
  const { language } = input;
  const lines = nftablesLines(ruleInputOf(input));
  const short = lines.length > 0 && lines.length <= NFT_LINES_MAX && lines.join('').length < 1500;
  return html`<h2>${REQUEST_TEXTS.rules[language]}</h2>
${rulesTable(input, clock)}
<p class="remark">${REQUEST_TEXTS.replies[language]}</p>
${short ? html`<h2>${REQUEST_TEXTS.nftables[language]}</h2>${code(lines.join('\n'))}` : null}`;
}

function appendix(input: RequestPaperInput): Markup {
  const { language } = input;
  const rules = ruleInputOf(input);
  return html`<section class="appendix"><h2>${REQUEST_TEXTS.further[language]}</h2>
<h2>${REQUEST_TEXTS.nftables[language]}</h2>${codeOrNote(nftablesRules(rules), language)}
<h2>${REQUEST_TEXTS.windows[language]}</h2>${codeOrNote(windowsRules(rules), language)}
<h2>${REQUEST_TEXTS.cisco[language]}</h2>${codeOrNote(ciscoRules(rules), language)}</section>`;
}

function codeOrNote(text: string, language: Language): Markup {
  const lines = text.trimEnd().split('\n').length;
  if (lines <= CODE_MAX.lines && text.length <= CODE_MAX.characters) return code(text);
  const words = { lines: counted(lines, LINES, language) };
  return html`<p>${fillText(REQUEST_TEXTS.tooLong[language], words)}</p>`;
}

/** Lines are cleaned one by one: a line break is what keeps a rule from the next one. */
function code(text: string): Markup {
  const lines = text.trimEnd().split(/\r?\n/);
  const marked = lines.map((line, index) => {
    const indent = /^ */.exec(line)?.[0] ?? '';
    return html`${index === 0 ? null : raw('\n')}${raw(indent)}${line}`;
  });
  return html`<pre class="code">${marked}</pre>`;
}
