/** Numbers, times and dates as a person of this language reads them. */
import type { Language } from '../src/contract/words.ts';

const LOCALES: Readonly<Record<Language, string>> = { ru: 'ru-RU', en: 'en-GB' };

/** `2,1 мс`, `38 мс`, `4,0 с`. */
export function formatDuration(milliseconds: number, language: Language): string {
  const [small, large] = language === 'ru' ? ['мс', 'с'] : ['ms', 's'];
  if (milliseconds >= 1000) return `${decimal(milliseconds / 1000, 1, language)}\u00a0${large}`;
  return `${decimal(milliseconds, milliseconds < 10 ? 1 : 0, language)}\u00a0${small}`;
}

function decimal(value: number, digits: number, language: Language): string {
  return new Intl.NumberFormat(LOCALES[language], {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(value);
}

/** `0:41` from seconds. */
export function formatClock(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}

/** `22 ноября`, with the year where it is not this one. */
export function formatDay(iso: string, language: Language, now: Date = new Date()): string {
  const date = new Date(iso);
  const options: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'long' };
  if (date.getFullYear() !== now.getFullYear()) options.year = 'numeric';
  return new Intl.DateTimeFormat(LOCALES[language], options).format(date);
}

/** `10:12`. */
export function formatTime(iso: string, language: Language): string {
  return new Intl.DateTimeFormat(LOCALES[language], { hour: '2-digit', minute: '2-digit' }).format(
    new Date(iso),
  );
}

/** `22 ноября, 10:12`. */
export function formatMoment(iso: string, language: Language): string {
  return `${formatDay(iso, language)}, ${formatTime(iso, language)}`;
}

/** `10:12` where it was today, else the day in short: `17 нояб.`. */
export function formatWhen(iso: string, language: Language, now: Date = new Date()): string {
  const date = new Date(iso);
  if (date.toDateString() === now.toDateString()) return formatTime(iso, language);
  return new Intl.DateTimeFormat(LOCALES[language], { day: 'numeric', month: 'short' }).format(date);
}

/** `22.11.2026`, for certificates. */
export function formatDate(iso: string, language: Language): string {
  return new Intl.DateTimeFormat(LOCALES[language], {
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
  }).format(new Date(iso));
}

/** `10:12:03`, for what arrives. */
export function formatExactTime(iso: string, language: Language): string {
  return new Intl.DateTimeFormat(LOCALES[language], { timeStyle: 'medium' }).format(new Date(iso));
}
