/** What no probe can see, as a person found it. */
import type { ManualItem } from '../contract/catalogue.ts';
import type { ManualAnswer, Visit } from '../contract/visit.ts';
import type { Language } from '../contract/words.ts';
import { fillText } from './fill.ts';
import { html, type Markup, NOTHING } from './markup.ts';
import { MANUAL_WORDS, PAPER } from './paper-texts.ts';
import { TICKED_BOX } from './sign-svg.ts';

/** A line for each item; those that nobody has looked at keep an empty box. Nothing where the catalogue has none. */
export function manualSection(
  items: readonly ManualItem[],
  visit: Pick<Visit, 'manual'>,
  title: string,
  language: Language,
): Markup {
  if (items.length === 0) return NOTHING;
  const answers = new Map(visit.manual.map((answer) => [answer.itemId, answer]));
  return html`<section class="manual-part"><h2>${title}</h2>
<table class="rows manual"><colgroup><col class="row"><col class="tick"><col><col class="answer"></colgroup>
${items.map((item, index) => itemRow(item, index, answers.get(item.id) ?? null, language))}
</table></section>`;
}

function itemRow(item: ManualItem, index: number, answer: ManualAnswer | null, language: Language): Markup {
  const box = answer?.state === 'done' ? TICKED_BOX : html`<span class="box"></span>`;
  return html`<tbody><tr data-manual="${item.id}" data-state="${answer?.state ?? 'unseen'}"><td class="row number">${index + 1}</td><td>${box}</td><td class="wrap">${
    item.title[language]
  }</td><td class="wrap">${answer === null ? PAPER.manualUnseen[language] : answerText(answer, language)}</td></tr></tbody>
`;
}

function answerText({ state, note, saidBy, photos }: ManualAnswer, language: Language): string {
  const parts = [
    MANUAL_WORDS[state][language],
    note.trim(),
    saidBy.trim() === '' ? '' : fillText(PAPER.saidBy[language], { who: saidBy }),
    photos.length === 0 ? '' : fillText(PAPER.photoCount[language], { count: photos.length }),
  ];
  return parts.filter((part) => part !== '').join('; ');
}
