/** The number of a request: by the day it was made, counted from 01. */
import { isoDate } from '../moments.ts';

/** «ЗП-2026-11-22-01»: the first that is not taken; the same in every language, because people say it on the phone. */
export function requestNumber(
  createdAt: string,
  taken: readonly string[],
  timeZone: string | undefined,
): string {
  const day = isoDate(createdAt, { language: 'ru', timeZone });
  const numbers = new Set(taken);
  let ordinal = 1;
  while (numbers.has(numberText(day, ordinal))) ordinal += 1;
  return numberText(day, ordinal);
}

function numberText(day: string, ordinal: number): string {
  return `ЗП-${day}-${String(ordinal).padStart(2, '0')}`;
}
