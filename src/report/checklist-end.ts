/** The end of the paper: whether the results can be trusted, and the signatures. */

import { counted, type PluralForms } from '../contract/plural.ts';
import type { Control, Run } from '../contract/run.ts';
import type { Signature, Visit } from '../contract/visit.ts';
import type { Language } from '../contract/words.ts';
import { clip } from './clip.ts';
import { fillText } from './fill.ts';
import { html, type Markup } from './markup.ts';
import { type Clock, dateAndTime } from './moments.ts';
import { PAPER } from './paper-texts.ts';

/** Longer ones would push the line off the page: a name or position of one line, a company of two. */
const PERSON_MAX = 40;
const COMPANY_MAX = 80;

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

export interface SignatureBlock {
  readonly input: { readonly engineer: string; readonly company: string; readonly visit?: Visit | null };
  /** What is written under the customer's line. */
  readonly caption: string;
  readonly clock: Clock;
  /** What stands to the right of both; nothing where null. */
  readonly aside: Markup | null;
}

/** Two signatures by hand: the engineer's and the customer's, with the names that the visit knows. */
export function signatures({ input, caption, clock, aside }: SignatureBlock): Markup {
  const { language } = clock;
  const signed = input.visit?.signatures;
  const engineer = { ...signed?.engineer, name: signed?.engineer.name.trim() || input.engineer };
  return html`<section class="${aside === null ? 'signatures' : 'signatures coded'}">
<div><div class="person"><b>${PAPER.engineerSignature[language]}</b>${personLines(engineer, clock)}${textLine(input.company, COMPANY_MAX)}</div>${line(PAPER.signature[language], language)}</div>
<div><div class="person"><b>${PAPER.customerSignature[language]}</b>${personLines(signed?.customer ?? {}, clock)}</div>${line(
    caption,
    language,
  )}</div>
${aside}
</section>`;
}

/** Name and position; when the person signed in the program, where that was not left to the pen. */
function personLines(
  { name = '', position = '', at = null, onPaper = true }: Partial<Signature>,
  clock: Clock,
) {
  const when =
    at === null || onPaper
      ? null
      : html`<div class="signed">${fillText(PAPER.signedAt[clock.language], { when: dateAndTime(at, clock) })}</div>`;
  return html`${textLine(name, PERSON_MAX)}${textLine(position, PERSON_MAX)}${when}`;
}

function textLine(text: string, max: number): Markup | null {
  return text.trim() === '' ? null : html`<div>${clip(text.trim(), max)}</div>`;
}

function line(caption: string, language: Language): Markup {
  return html`<div class="line"><span>${caption}</span><span>${PAPER.date[language]}</span></div>`;
}
