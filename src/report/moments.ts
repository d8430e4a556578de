/** Dates and times as they stand on paper. */
import type { Language } from '../contract/words.ts';

/** How to write a time: in which language and in which IANA zone (the computer's own where undefined). */
export interface Clock {
  readonly language: Language;
  readonly timeZone: string | undefined;
}

const LOCALES: Readonly<Record<Language, string>> = { ru: 'ru-RU', en: 'en-GB' };

/** «22.11.2026» / “22 Nov 2026”. */
export function shortDate(iso: string, clock: Clock): string {
  const month = clock.language === 'ru' ? '2-digit' : 'short';
  const day = clock.language === 'ru' ? '2-digit' : 'numeric';
  return dateParts(iso, clock, { day, month, year: 'numeric' }).join(clock.language === 'ru' ? '.' : ' ');
}

/** «22 ноября 2026» / “22 November 2026”. */
export function longDate(iso: string, clock: Clock): string {
  return dateParts(iso, clock, { day: 'numeric', month: 'long', year: 'numeric' }).join('\u00A0');
}

/** «10:12», 24 hours. */
export function timeOfDay(iso: string, clock: Clock): string {
  return format(iso, clock, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
    .map((part) => part.value)
    .join('');
}

/** «22.11.2026, 10:12». */
export function dateAndTime(iso: string, clock: Clock): string {
  return `${shortDate(iso, clock)}, ${timeOfDay(iso, clock)}`;
}

/** «2026-11-22», for document numbers. */
export function isoDate(iso: string, clock: Clock): string {
  const [day, month, year] = dateParts(
    iso,
    { ...clock, language: 'ru' },
    {
      day: '2-digit',
      month: '2-digit',
      year: 'numeric',
    },
  );
  return `${year}-${month}-${day}`;
}

function dateParts(iso: string, clock: Clock, options: Intl.DateTimeFormatOptions): readonly string[] {
  const parts = format(iso, clock, options);
  return (['day', 'month', 'year'] as const).map(
    (type) => parts.find((part) => part.type === type)?.value ?? '',
  );
}

function format(
  iso: string,
  clock: Clock,
  options: Intl.DateTimeFormatOptions,
): readonly Intl.DateTimeFormatPart[] {
  const zone = clock.timeZone === undefined ? {} : { timeZone: clock.timeZone };
  return new Intl.DateTimeFormat(LOCALES[clock.language], { ...options, ...zone }).formatToParts(
    new Date(iso),
  );
}
