/** One piece of paper before it is shown, printed or saved: its page, its name, and the forms it can be saved in. */
import type { SavedFormat } from '../../src/contract/channels.ts';
import type { Language, LocalText } from '../../src/contract/words.ts';

export interface Sheet {
  /** Throws a `BridgeFailure` where no page can be made of it. `self-footed`: the page draws its own foot. */
  readonly html: (foot: 'none' | 'self-footed') => string;
  /** The foot of a PDF, as Chromium's template wants it. */
  readonly footer: () => string;
  /** Without the extension; safe on every system. */
  readonly fileName: string;
  /** What it can be saved as besides the page itself. */
  readonly data: Readonly<Partial<Record<Exclude<SavedFormat, 'pdf' | 'html'>, () => string>>>;
}

/** What stands on every paper whatever its kind. */
export interface SheetCommon {
  readonly language: Language;
  readonly engineer: string;
  readonly company: string;
  readonly logo: string | null;
  readonly printedAt: string;
}

/** The options of a page that draws its own foot; nothing where something else draws it. */
export function footOption(foot: 'none' | 'self-footed'): { readonly pageFoot?: 'margin-boxes' } {
  return foot === 'self-footed' ? { pageFoot: 'margin-boxes' } : {};
}

export const NOT_IN_THIS_FORMAT: LocalText = {
  ru: 'Этот документ в таком виде не сохраняется.',
  en: 'This document is not saved in that form.',
};
