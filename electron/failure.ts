/** A failure that a person is told about: a code for programs and one sentence in each language. */
import type { BridgeError } from '../src/contract/bridge.ts';
import type { Language, LocalText } from '../src/contract/words.ts';

export class BridgeFailure extends Error {
  override readonly name = 'BridgeFailure';
  readonly code: BridgeError['code'];
  readonly text: LocalText;

  constructor(code: BridgeError['code'], text: LocalText, options?: ErrorOptions) {
    super(text.en, options);
    this.code = code;
    this.text = text;
  }
}

/** Any thrown value as the error of a reply; an unknown one becomes `internal`, without its details. */
export function toBridgeError(thrown: unknown, language: Language): BridgeError {
  if (thrown instanceof BridgeFailure) return { code: thrown.code, message: thrown.text[language] };
  return { code: 'internal', message: INTERNAL[language] };
}

const INTERNAL: LocalText = {
  ru: 'Внутренняя ошибка программы; подробности записаны в журнал.',
  en: 'An internal error of the program; the details are in its log.',
};

/** The errno name of a failed system call (`ENOSPC`), or null where the error is of another kind. */
export function errnoOf(thrown: unknown): string | null {
  if (!(thrown instanceof Error) || !('code' in thrown)) return null;
  return typeof thrown.code === 'string' ? thrown.code : null;
}
