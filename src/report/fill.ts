/** Puts values into the `{name}` places of a text. */
import { html, joinMarkup, type Markup, sentencePart } from './markup.ts';
import { ARROW } from './sign-svg.ts';

type Values<T> = Readonly<Record<string, T>>;

/** Plain text in, plain text out; a place without a value stays visible. */
export function fillText(text: string, values: Values<string | number>): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
}

/** The text is escaped, the values stand as they are. */
export function fillMarkup(text: string, values: Values<Markup>): Markup {
  const parts = text.split(/\{(\w+)\}/);
  return html`${parts.map((part, index) => (index % 2 === 0 ? sentencePart(part) : (values[part] ?? html`{${part}}`)))}`;
}

/** Escaped text in which the arrow letter, missing from the fonts, is drawn. */
export function withArrows(text: string): Markup {
  return joinMarkup(text.split('→').map(sentencePart), ARROW);
}
