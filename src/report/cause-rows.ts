/** The table of causes on paper: what is wrong, what to do, and who can. */
import { ADDRESSEE_LABELS } from '../contract/addressees.ts';
import type { Finding } from '../contract/run.ts';
import type { Language } from '../contract/words.ts';
import { withArrows } from './fill.ts';
import { html, type Markup } from './markup.ts';
import { verdictSvg } from './sign-svg.ts';

/** The person who can do something about it; a dash in documents that do not say. */
export function addresseeText({ addressee }: Finding, language: Language): string {
  return addressee === undefined ? '–' : ADDRESSEE_LABELS[addressee][language];
}

/** Title and remedy in one cell. */
export function causeCell(title: string, remedy: string | null): Markup {
  return html`<b>${withArrows(title)}</b>${remedy === null || remedy === '' ? null : html`<small>${withArrows(remedy)}</small>`}`;
}

export function severitySvg({ severity }: Finding): Markup {
  return verdictSvg(severity);
}
