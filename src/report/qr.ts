/** The code on paper that leads back to the data: document number and the whole digest of the results. */
import { encode } from 'uqr';
import type { Language } from '../contract/words.ts';
import { html, type Markup, raw } from './markup.ts';
import { PAPER } from './paper-texts.ts';

/** Four modules of white around it (ISO/IEC 18004, 9.1). */
const QUIET_ZONE = 4;

/** Level M; black on white, 20 mm by the style sheet. What it says stands beside it in words. */
export function qrBlock(documentNumber: string, digest: string, language: Language): Markup {
  return html`<div class="qr">${qrSvg(`${documentNumber} SHA-256 ${digest}`)}<span>${PAPER.qr[language]}</span></div>`;
}

/** One path of runs of dark modules, so that no hairline shows between them. */
export function qrSvg(text: string): Markup {
  const { data, size } = encode(text, { ecc: 'M', border: QUIET_ZONE });
  const path = data
    .flatMap((row, y) => darkRuns(row).map(({ start, length }) => `M${start} ${y}h${length}v1h-${length}z`))
    .join('');
  return raw(
    `<svg class="qr-code" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges" aria-hidden="true"><path d="${path}" fill="#000"/></svg>`,
  );
}

function darkRuns(row: readonly boolean[]): readonly { readonly start: number; readonly length: number }[] {
  const runs: { start: number; length: number }[] = [];
  row.forEach((dark, x) => {
    const last = runs.at(-1);
    if (!dark) return;
    if (last !== undefined && last.start + last.length === x) last.length += 1;
    else runs.push({ start: x, length: 1 });
  });
  return runs;
}
