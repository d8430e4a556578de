/** How long something is, in the two largest units that a person would name. */
import type { LocalText } from '../../contract/words.ts';
import { inEachLanguage } from './host-words.ts';

const UNITS = [
  { ms: 365 * 86_400_000, ru: 'г.', en: 'y' },
  { ms: 86_400_000, ru: 'сут', en: 'd' },
  { ms: 3_600_000, ru: 'ч', en: 'h' },
  { ms: 60_000, ru: 'мин', en: 'min' },
  { ms: 1000, ru: 'с', en: 's' },
] as const;

/** «3 ч 12 мин»; of anything shorter than a second «0 с». */
export function durationText(durationMs: number): LocalText {
  const first = UNITS.findIndex(({ ms }) => durationMs >= ms);
  const units = first === -1 ? UNITS.slice(-1) : UNITS.slice(first, first + 2);
  return inEachLanguage((language) => {
    const smallestMs = units.at(-1)?.ms ?? 1;
    let rest = Math.round(durationMs / smallestMs) * smallestMs;
    const parts = units.flatMap((unit) => {
      const count = Math.floor(rest / unit.ms);
      rest -= count * unit.ms;
      return count > 0 || units.length === 1 ? [`${count}\u00A0${unit[language]}`] : [];
    });
    return parts.join(' ');
  });
}
