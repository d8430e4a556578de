/** The foot of every page: as a template for a PDF printer, or as margin boxes that the page draws itself. */

import { collateRuns } from '../contract/collate.ts';
import type { Language } from '../contract/words.ts';
import { actNumber, blankNumber, documentNumber } from './document-number.ts';
import { fillMarkup, fillText } from './fill.ts';
import { FOOT_FONTS } from './fonts.ts';
import { cleanText, html, raw } from './markup.ts';
import { type Clock, dateAndTime, shortDate } from './moments.ts';
import { PAPER } from './paper-texts.ts';
import type { ActInput, BlankInput, ReportInput, RequestPaperInput } from './report-input.ts';

/** More runs than this are only counted in the foot; the closing line of the document names them all. */
const RUN_IDS_MAX = 4;

/** Margins of the A4 page in millimetres: binder side left, the foot in the bottom one. */
export const PAGE_MARGINS_MM = { top: 12, right: 14, bottom: 21, left: 16 } as const;

/** Of an act the checklist's runs stand under the act's own number. */
type FootedInput = ReportInput | ActInput | BlankInput | RequestPaperInput;

interface Foot {
  readonly clock: Clock;
  readonly documentNumber: string;
  readonly siteId: string;
  readonly about: string;
  readonly toolVersion: string;
  readonly revision: string;
  /** ISO date of the catalogue. */
  readonly updated: string;
  readonly digest: string | null;
  readonly made: string;
}

/**
 * Chromium's `footerTemplate`: document, site and runs; tool, catalogue and digest (12 + 4 digits); page and time on
 * the right. Throws as `collateRuns` does.
 */
export function footerTemplate(input: FootedInput): string {
  const foot = footOf(input);
  const { language } = foot.clock;
  const [first, second] = footLines(foot);
  const page = fillMarkup(PAPER.footPage[language], {
    page: raw('<span class="pageNumber"></span>'),
    pages: raw('<span class="totalPages"></span>'),
  });
  const { left, right } = PAGE_MARGINS_MM;
  return html`<style>${raw(FOOT_FONTS)}</style><div style="box-sizing:border-box;width:100%;margin:0 ${right}mm 0 ${left}mm;padding-top:3pt;border-top:0.5pt solid #999;display:flex;justify-content:space-between;gap:12pt;font:400 7pt/9pt Inter,sans-serif;color:#444"><div>${first}<br>${second}</div><div style="white-space:nowrap;text-align:left">${page}<br>${madeLine(foot)}</div></div>`
    .markup;
}

/** The same foot as a style sheet; browsers draw it since Chromium 131, older ones leave it out. */
export function footMarginBoxes(input: FootedInput): string {
  const foot = footOf(input);
  const [first, second] = footLines(foot);
  const page = fillText(cssText(PAPER.footPage[foot.clock.language]), {
    page: '" counter(page) "',
    pages: '" counter(pages) "',
  });
  const look =
    'font:400 7pt/9pt Inter,sans-serif;color:#444;white-space:pre;vertical-align:top;border-top:0.5pt solid #999;padding-top:3pt;margin-top:5mm';
  return `@page{@bottom-left{content:${cssText(first)} "\\A " ${cssText(second)};text-align:left;width:78%;${look}}@bottom-right{content:${page} "\\A " ${cssText(madeLine(foot))};text-align:left;width:22%;${look}}}`;
}

function footOf(input: FootedInput): Foot {
  if ('request' in input) return requestFoot(input);
  if ('requestNumbers' in input) return { ...runsFoot(input), documentNumber: actNumber(input) };
  return 'runs' in input ? runsFoot(input) : blankFoot(input);
}

function runsFoot(input: ReportInput): Foot {
  const { newest, first } = collateRuns(input.runs);
  const clock: Clock = { language: input.language, timeZone: input.timeZone };
  return {
    clock,
    documentNumber: documentNumber(input, first),
    siteId: newest.site.id,
    about: runsText(
      input.runs.map(({ id }) => id),
      input.language,
    ),
    toolVersion: newest.tool.version,
    revision: newest.catalogue.revision,
    updated: newest.catalogue.updated,
    digest: input.digest,
    made: dateAndTime(input.printedAt, clock),
  };
}

/** Of a request for the whole table there are no results. */
function requestFoot(input: RequestPaperInput): Foot {
  const { request, language } = input;
  const clock: Clock = { language, timeZone: input.timeZone };
  return {
    clock,
    documentNumber: request.number,
    siteId: request.site.id,
    about: request.runIds.length === 0 ? PAPER.footTable[language] : runsText(request.runIds, language),
    toolVersion: input.toolVersion,
    revision: request.catalogue.revision,
    updated: request.catalogue.updated,
    digest: input.digest,
    made: dateAndTime(input.printedAt, clock),
  };
}

function runsText(runIds: readonly string[], language: Language): string {
  const ids = runIds.map((id) => id.slice(0, 8));
  const hidden = ids.length - RUN_IDS_MAX;
  const listed = [...ids.slice(0, RUN_IDS_MAX), ...(hidden > 0 ? [`+${hidden}`] : [])].join(', ');
  return fillText(PAPER.footRuns[language], { ids: listed });
}

function blankFoot(input: BlankInput): Foot {
  const clock: Clock = { language: input.language, timeZone: input.timeZone };
  return {
    clock,
    documentNumber: blankNumber(input.site, input.language),
    siteId: input.site.id,
    about: PAPER.footBlank[input.language],
    toolVersion: input.toolVersion,
    revision: input.catalogue.revision,
    updated: input.catalogue.source.updated,
    digest: null,
    made: shortDate(input.printedAt, clock),
  };
}

function footLines(foot: Foot): readonly [string, string] {
  const { language } = foot.clock;
  const site = fillText(PAPER.footSite[language], { id: foot.siteId.slice(0, 8) });
  const tool = fillText(PAPER.footTool[language], {
    version: foot.toolVersion,
    revision: foot.revision,
    updated: shortDate(foot.updated, { language, timeZone: 'UTC' }),
  });
  const digest = foot.digest === null ? [] : [`SHA-256 ${shortDigest(foot.digest)}`];
  return [[foot.documentNumber, site, foot.about].join(' · '), [tool, ...digest].join(' · ')];
}

function madeLine(foot: Foot): string {
  return fillText(PAPER.footMade[foot.clock.language], { time: foot.made });
}

/** «5d41402abc4b…e0c9»: enough to compare by eye. */
function shortDigest(digest: string): string {
  return digest.length <= 16 ? digest : `${digest.slice(0, 12)}…${digest.slice(-4)}`;
}

/** A CSS string (CSS Syntax, 4.3.5) that cannot end its style element either. */
function cssText(text: string): string {
  const escaped = cleanText(text).replace(
    /[\\"<>&]/g,
    (character) => `\\${character.charCodeAt(0).toString(16)} `,
  );
  return `"${escaped}"`;
}
