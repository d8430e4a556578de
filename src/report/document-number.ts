/** Document numbers that need no counter: from the date of the first run and the beginning of its id. */
import type { Run } from '../contract/run.ts';
import type { Site } from '../contract/site.ts';
import type { Language } from '../contract/words.ts';
import { isoDate } from './moments.ts';
import { PAPER } from './paper-texts.ts';
import type { ActInput, ReportInput } from './report-input.ts';

/** «ЧЛ-2026-11-22-7c1e»; the same for the same runs, whenever it is printed. */
export function documentNumber(input: ReportInput, first: Run): string {
  if (input.documentNumber !== undefined) return input.documentNumber;
  const date = isoDate(first.startedAt, { language: input.language, timeZone: input.timeZone });
  return `${PAPER.numberPrefix[input.language]}-${date}-${first.id.slice(0, 4)}`;
}

/** «ЧЛ-бланк-0b7c2f4e». */
export function blankNumber(site: Site, language: Language): string {
  return `${PAPER.numberPrefix[language]}-${PAPER.blankWord[language]}-${site.id.slice(0, 8)}`;
}

/** «АКТ-2026-11-22-5d1f»: of the visit, whatever runs stand on it. */
export function actNumber({ visit, language, timeZone }: ActInput): string {
  const date = isoDate(visit.startedAt, { language, timeZone });
  return `${PAPER.actPrefix[language]}-${date}-${visit.id.slice(0, 4)}`;
}
