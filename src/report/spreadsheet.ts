/**
 * A table for a spreadsheet: RFC 4180 with a byte order mark, CRLF, and the list separator that Excel expects in the
 * language: a semicolon in Russian, where the comma is the decimal sign, a comma in English.
 */
import type { Language } from '../contract/words.ts';
import { cleanText } from './markup.ts';

export type Cell = string | number | null;

const BYTE_ORDER_MARK = '\uFEFF';
const SEPARATORS: Readonly<Record<Language, string>> = { ru: ';', en: ',' };
/** What a spreadsheet would take for a formula. */
const FORMULA_START = /^[=+\-@\t\r]/;

/** Every cell is one line of visible text, and none of them is ever a formula. */
export function spreadsheetText(table: readonly (readonly Cell[])[], language: Language): string {
  const lines = table.map((row) => row.map((cell) => field(cell, language)).join(SEPARATORS[language]));
  return `${BYTE_ORDER_MARK}${lines.join('\r\n')}\r\n`;
}

function field(cell: Cell, language: Language): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return decimal(cell, language);
  const text = cleanText(cell);
  const guarded = FORMULA_START.test(text) ? `'${text}` : text;
  return /[";,\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}

/** At most three digits after the decimal sign of the language. */
function decimal(value: number, language: Language): string {
  const text = String(Math.round(value * 1000) / 1000);
  return language === 'ru' ? text.replace('.', ',') : text;
}
