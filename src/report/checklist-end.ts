/** The end of the paper: whether the results can be trusted, and the signatures. */

import { counted, type PluralForms } from '../contract/plural.ts';
import type { Control, Run } from '../contract/run.ts';
import type { Language } from '../contract/words.ts';
import { fillText } from './fill.ts';
import { html, type Markup } from './markup.ts';
import { PAPER } from './paper-texts.ts';

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
