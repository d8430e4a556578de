/** The shape of a cause's texts, and how its parameters come into them. */
import type { Addressee } from '../../contract/addressees.ts';
import type { Language, LocalText } from '../../contract/words.ts';

/**
 * Texts hold `{name}` places, filled from the cause's parameters. Whatever declines or counts is a parameter with a
 * text in each language (see words.ts), so that no sentence is put together from parts that do not agree.
 */
export interface CauseText {
  /** Short: what is wrong, with the port or address. At most about sixty characters. */
  readonly title: LocalText;
  /** What was seen and what it means, in whole sentences. */
  readonly explanation: LocalText;
  /** What to do, with which address and port, in whole sentences. */
  readonly remedy: LocalText;
  /** Who can do it, unless the cause says otherwise. */
  readonly addressee: Addressee;
}

export type CauseParams = Readonly<Record<string, string | number | LocalText>>;

/** A place without its parameter stays visible as `{name}`; a test forbids it. */
export function fillText(text: LocalText, params: CauseParams, language: Language): string {
  return text[language].replace(/\{(\w+)\}/g, (place, name: string) => {
    const value = Object.hasOwn(params, name) ? params[name] : undefined;
    if (value === undefined) return place;
    return typeof value === 'object' ? value[language] : String(value);
  });
}
