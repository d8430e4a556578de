/** The list of sick devices at the end of the paper: one line for each device, under what was seen of it. */
import type { CheckResult } from '../contract/check.ts';
import { VERDICT_LABELS, type VerdictSign } from '../contract/labels.ts';
import { describeSeen, portSignOf } from '../contract/seen.ts';
import type { Site } from '../contract/site.ts';
import type { Language } from '../contract/words.ts';
import { portsText, targetName } from './check-text.ts';
import { groupBy } from './group-by.ts';
import { html, type Markup, NOTHING } from './markup.ts';
import { PAPER } from './paper-texts.ts';
import { goesToAppendix, type Row } from './rows.ts';
import { portSvg, verdictSvg } from './sign-svg.ts';
import { deviceCount } from './site-lines.ts';

interface Sick {
  readonly result: CheckResult;
  readonly sign: VerdictSign;
}

/** Devices of which the same was seen stand together, so that it need not be said of each. */
interface Ward {
  /** The checks of one of them stand for those of all. */
  readonly example: readonly Sick[];
  readonly devices: readonly CheckResult[];
}

/** Names the devices of every note that was too long for its row. */
export function appendix(rows: readonly Row[], site: Site, language: Language): Markup {
  const sick = rows.flatMap((row) =>
    row.notes
      .filter(goesToAppendix)
      .flatMap((note) => note.results.map((result) => ({ result, sign: note.sign }))),
  );
  if (sick.length === 0) return NOTHING;
  const locations = new Map(site.devices.map((device) => [device.id, device.location]));
  const body = wardsOf(sick, language).map(({ example, devices }) => {
    const ports = portsText(example.map(({ result }) => result));
    return html`<tbody class="ward"><tr><td colspan="4">${wardHead(example, devices.length, language)}</td></tr></tbody>
${devices.map(
  (
    result,
  ) => html`<tbody class="device"><tr><td class="name">${targetName(result, site)}</td><td class="name">${
    locations.get(result.to.id) ?? ''
  }</td><td class="number">${result.to.host}</td><td class="number">${ports}</td></tr></tbody>
`,
)}`;
  });
  return html`<section class="appendix"><h2>${PAPER.appendix[language]}</h2>
<table class="rows">
<colgroup><col class="device"><col class="location"><col class="address"><col class="ports"></colgroup>
<thead><tr><th scope="col">${PAPER.columnDevice[language]}</th><th scope="col">${PAPER.columnLocation[language]}</th><th scope="col">${PAPER.columnAddress[language]}</th><th scope="col">${PAPER.columnPorts[language]}</th></tr></thead>
${body}</table></section>`;
}

/** The most numerous first. */
function wardsOf(sick: readonly Sick[], language: Language): readonly Ward[] {
  const devices = groupBy(sick, ({ result }) => `${result.to.id}\n${result.to.host}`);
  const alike = groupBy([...devices.values()], (checks) =>
    JSON.stringify(
      checks.map(({ result, sign }) => [
        result.port,
        result.transport,
        sign,
        portSignOf(result),
        describeSeen(result, language),
      ]),
    ),
  );
  return [...alike.values()]
    .flatMap((group) => {
      const example = group[0];
      const members = group.flatMap((checks) => checks[0]?.result ?? []);
      return example === undefined ? [] : [{ example, devices: members }];
    })
    .sort((a, b) => b.devices.length - a.devices.length);
}

/** «299 МФУ: 80, 443/tcp: фильтруется, тишина; не пройдено», each state and verdict with its sign. */
function wardHead(example: readonly Sick[], count: number, language: Language): Markup {
  const seen = groupBy(example, ({ result, sign }) => `${sign}\n${describeSeen(result, language)}`);
  const parts = [...seen.values()].flatMap((group) => {
    const first = group[0];
    if (first === undefined) return [];
    const ports = portsText(group.map(({ result }) => result));
    return [
      html`<span class="seen-part">${portSvg(portSignOf(first.result))}${ports}: ${describeSeen(
        first.result,
        language,
      )} <span class="nowrap">${verdictSvg(first.sign)} ${VERDICT_LABELS[first.sign][language]}</span></span>`,
    ];
  });
  return html`<b>${deviceCount(count, language)}</b> ${parts}`;
}
