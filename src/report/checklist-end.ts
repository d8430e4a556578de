/** The end of the paper: whether the results can be trusted, long lists, signatures, and what the paper is made of. */

import type { Requirement } from '../contract/catalogue.ts';
import { VERDICT_LABELS } from '../contract/labels.ts';
import type { Control, Run } from '../contract/run.ts';
import { describeSeen, portSignOf } from '../contract/seen.ts';
import type { Site } from '../contract/site.ts';
import type { Language } from '../contract/words.ts';
import { portText, targetName } from './check-text.ts';
import { fillText } from './fill.ts';
import { html, type Markup, NOTHING } from './markup.ts';
import { PAPER } from './paper-texts.ts';
import { counted, type PluralForms } from './plural.ts';
import { goesToAppendix, type Row } from './rows.ts';
import { portSvg, verdictSvg } from './sign-svg.ts';

const HOSTS: PluralForms = {
  ru: { one: 'узел', few: 'узла', many: 'узлов' },
  en: { one: 'host', other: 'hosts' },
};

/** One sentence where the decoy ports stayed shut, a box with the hosts where one opened. */
export function controlsNote(runs: readonly Run[], language: Language): Markup {
  const controls = runs.flatMap((run) => run.controls);
  if (controls.length === 0) return html`<p class="controls">${PAPER.controlsNone[language]}</p>`;
  const failed = targetsOf(controls, 'fail', ({ target, port }) => `${target}:${port}`);
  const unknown = targetsOf(controls, 'error', ({ target }) => target);
  const held = targetsOf(controls, 'pass', ({ target }) => target);
  const sentences: Markup[] = [];
  if (failed.length > 0) {
    const text = fillText(PAPER.controlsFailed[language], { targets: failed.join(', ') });
    sentences.push(html`<div class="notice" data-control="fail">${text}</div>`);
  } else if (held.length > 0) {
    const hosts = counted(held.length, HOSTS, language);
    sentences.push(html`<p class="controls">${fillText(PAPER.controlsHeld[language], { hosts })}</p>`);
  }
  if (unknown.length > 0) {
    const text = fillText(PAPER.controlsUnknown[language], { hosts: unknown.join(', ') });
    sentences.push(html`<p class="controls">${text}</p>`);
  }
  return html`${sentences}`;
}

function targetsOf(
  controls: readonly Control[],
  outcome: Control['outcome'],
  nameOf: (control: Control) => string,
): readonly string[] {
  return [...new Set(controls.filter((control) => control.outcome === outcome).map(nameOf))];
}

interface AppendixContext {
  readonly site: Site;
  readonly requirements: ReadonlyMap<string, Requirement>;
  readonly language: Language;
}

/** Names the devices of every note that was too long for its row. */
export function appendix(rows: readonly Row[], context: AppendixContext): Markup {
  const { language, site } = context;
  const lines = rows.flatMap((row) =>
    row.notes
      .filter(goesToAppendix)
      .flatMap((note) => note.results.map((result) => ({ result, sign: note.sign }))),
  );
  if (lines.length === 0) return NOTHING;
  const body = lines.map(({ result, sign }) => {
    const requirement = context.requirements.get(result.requirement);
    const location = site.devices.find((device) => device.id === result.to.id)?.location ?? '';
    return html`<tbody><tr><td class="row number">${requirement?.row ?? '–'}</td><td class="port number">${portText(
      result,
    )}</td><td class="requirement">${targetName(result, site)}</td><td class="requirement">${location}</td><td class="number">${
      result.to.host
    }</td><td class="seen"><div>${portSvg(portSignOf(result))}${describeSeen(result, language)}</div></td><td><div class="verdict">${verdictSvg(
      sign,
    )}${VERDICT_LABELS[sign][language]}</div></td></tr></tbody>
`;
  });
  return html`<section class="appendix"><h2>${PAPER.appendix[language]}</h2>
<table class="rows">
<colgroup><col class="row"><col class="port"><col class="device"><col class="location"><col class="address"><col class="seen"><col class="verdict"></colgroup>
<thead><tr><th scope="col">${PAPER.columnRow[language]}</th><th scope="col">${PAPER.columnPort[language]}</th><th scope="col">${PAPER.columnDevice[language]}</th><th scope="col">${PAPER.columnLocation[language]}</th><th scope="col">${PAPER.columnAddress[language]}</th><th scope="col">${PAPER.columnSeen[language]}</th><th scope="col">${PAPER.columnVerdict[language]}</th></tr></thead>
${body}</table></section>`;
}

export interface Signer {
  readonly engineer: string;
  readonly company: string;
}

/** Two signatures by hand: the engineer's and the customer's. */
export function signatures(signer: Signer, language: Language): Markup {
  const company = signer.company.trim() === '' ? null : html`<div>${signer.company}</div>`;
  const name = signer.engineer.trim() === '' ? null : html`<div>${signer.engineer}</div>`;
  return html`<section class="signatures">
<div><div class="person"><b>${PAPER.engineerSignature[language]}</b>${name}${company}</div>${line(PAPER.signature[language], language)}</div>
<div><div class="person"><b>${PAPER.customerSignature[language]}</b></div>${line(
    `${PAPER.signature[language]}, ${PAPER.signedName[language]}`,
    language,
  )}</div>
</section>`;
}

function line(caption: string, language: Language): Markup {
  return html`<div class="line"><span>${caption}</span><span>${PAPER.date[language]}</span></div>`;
}
