/** What every printed document shares: the self-contained page, and the bar that repeats on each sheet. */
import headStyles from '../../assets/print/head.css?raw';
import pageStyles from '../../assets/print/page.css?raw';
import rowStyles from '../../assets/print/rows.css?raw';
import { fillMarkup, fillText } from './fill.ts';
import { DOCUMENT_FONTS } from './fonts.ts';
import { html, type Markup, raw } from './markup.ts';
import { type Clock, longDate } from './moments.ts';
import { PAPER } from './paper-texts.ts';
import { MARK } from './sign-svg.ts';

export interface Frame {
  readonly clock: Clock;
  readonly documentNumber: string;
  /** What the document is called, for the title of its window; a checklist where absent. */
  readonly title?: string;
  /** ISO time from which the document counts. */
  readonly datedAt: string;
  readonly demo: boolean;
  readonly kind: 'filled' | 'blank';
  /** `data:` URL of the company's logo; none where absent or null. */
  readonly logo?: string | null;
  /** Style sheet of this document alone. */
  readonly styles: string;
  readonly content: Markup;
}

/** A complete HTML document with styles and fonts inside; it asks the network for nothing. */
export function pageDocument(frame: Frame): string {
  const { language } = frame.clock;
  const policy = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:";
  const page = html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width">
<title>${frame.title ?? PAPER.title[language]} ${frame.documentNumber}</title>
<style>${raw(DOCUMENT_FONTS)}
${raw(pageStyles + headStyles + rowStyles + frame.styles)}</style>
</head>
<body class="${frame.kind}">
<table class="sheet" role="presentation">
<thead><tr><td>${bar(frame)}</td></tr></thead>
<tbody><tr><td>${frame.content}</td></tr></tbody>
</table>
</body>
</html>
`;
  return page.markup;
}

function bar(frame: Frame): Markup {
  const { language } = frame.clock;
  const number = html`<b class="nowrap">${frame.documentNumber}</b>`;
  const date = fillText(PAPER.dated[language], { date: longDate(frame.datedAt, frame.clock) });
  return html`<div class="bar">${MARK}<span class="product">${PAPER.product[language]}</span>${
    frame.demo ? html`<span class="demo">${PAPER.demo[language]}</span>` : null
  }${logoOf(frame)}<span class="document">${fillMarkup('{sign} {number} {date}', {
    sign: html`${PAPER.numberSign[language]}`,
    number,
    date: html`${date}`,
  })}</span></div>`;
}

/** The schema of the settings lets nothing but a `data:` URL of a picture through. */
function logoOf({ logo }: Frame): Markup | null {
  return logo === undefined || logo === null ? null : html`<img class="logo" src="${logo}" alt="">`;
}
