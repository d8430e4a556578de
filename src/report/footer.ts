/** The foot of every page, as a template for a PDF printer (Chromium's `footerTemplate`). */
import { collateRuns } from './collate.ts';
import { blankNumber, documentNumber } from './document-number.ts';
import { fillMarkup, fillText } from './fill.ts';
import { FOOT_FONTS } from './fonts.ts';
import { html, type Markup, raw } from './markup.ts';
import { type Clock, dateAndTime, shortDate } from './moments.ts';
import { PAPER } from './paper-texts.ts';
import type { BlankInput, ReportInput } from './report-input.ts';

/** More runs than this are only counted in the foot; the closing line of the document names them all. */
const RUN_IDS_MAX = 4;

/** Millimetres of A4 that the foot is made for; the bottom margin must hold it. */
export const PAGE_MARGINS_MM = { top: 12, right: 14, bottom: 21, left: 16 } as const;

/** Two lines: document, site and runs; tool, catalogue and digest (12 + 4 digits); page and time on the right. */
export function footerTemplate(input: ReportInput | BlankInput): string {
  return 'runs' in input ? runsFooter(input) : blankFooter(input);
}

function runsFooter(input: ReportInput): string {
  const { newest, first } = collateRuns(input.runs);
  const { language } = input;
  const clock: Clock = { language, timeZone: input.timeZone };
  const ids = input.runs.map((run) => run.id.slice(0, 8));
  const hidden = ids.length - RUN_IDS_MAX;
  const listed = [...ids.slice(0, RUN_IDS_MAX), ...(hidden > 0 ? [`+${hidden}`] : [])].join(', ');
  return foot({
    clock,
    documentNumber: documentNumber(input, first),
    siteId: newest.site.id,
    about: fillText(PAPER.footRuns[language], { ids: listed }),
    toolVersion: newest.tool.version,
    revision: newest.catalogue.revision,
    updated: newest.catalogue.updated,
    digest: input.digest,
    made: dateAndTime(input.printedAt, clock),
  });
}

function blankFooter(input: BlankInput): string {
  const { language } = input;
  const clock: Clock = { language, timeZone: input.timeZone };
  return foot({
    clock,
    documentNumber: blankNumber(input.site, language),
    siteId: input.site.id,
    about: PAPER.footBlank[language],
    toolVersion: input.toolVersion,
    revision: input.catalogue.revision,
    updated: input.catalogue.source.updated,
    digest: null,
    made: shortDate(input.printedAt, clock),
  });
}

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

function foot(line: Foot): string {
  const { language } = line.clock;
  const first = [
    line.documentNumber,
    fillText(PAPER.footSite[language], { id: line.siteId.slice(0, 8) }),
    line.about,
  ].join(' · ');
  const second = [
    fillText(PAPER.footTool[language], {
      version: line.toolVersion,
      revision: line.revision,
      updated: shortDate(line.updated, { language, timeZone: 'UTC' }),
    }),
    ...(line.digest === null ? [] : [`SHA-256 ${shortDigest(line.digest)}`]),
  ].join(' · ');
  const page = fillMarkup(PAPER.footPage[language], {
    page: raw('<span class="pageNumber"></span>'),
    pages: raw('<span class="totalPages"></span>'),
  });
  return frame(
    html`<div>${first}<br>${second}</div><div style="white-space:nowrap;text-align:left">${page}<br>${fillText(
      PAPER.footMade[language],
      { time: line.made },
    )}</div>`,
  );
}

function frame(content: Markup): string {
  const { left, right } = PAGE_MARGINS_MM;
  return html`<style>${raw(FOOT_FONTS)}</style><div style="box-sizing:border-box;width:100%;margin:0 ${right}mm 0 ${left}mm;padding-top:3pt;border-top:0.5pt solid #999;display:flex;justify-content:space-between;gap:12pt;font:400 7pt/9pt Inter,sans-serif;color:#444">${content}</div>`
    .markup;
}

/** «5d41402abc4b…e0c9»: enough to compare by eye. */
function shortDigest(digest: string): string {
  return digest.length <= 16 ? digest : `${digest.slice(0, 12)}…${digest.slice(-4)}`;
}
