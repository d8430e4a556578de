/** What handlers may ask a person: a port, so that they run in Node without a window. */
import type { SavedFormat } from '../src/contract/channels.ts';
import type { Site } from '../src/contract/site.ts';

export type KnownSiteChoice = 'replace' | 'keep-both' | 'cancel';

export interface Dialogs {
  /** Path of a profile to load; null where the person closed the dialog. */
  readonly chooseProfile: () => Promise<string | null>;
  /** Path to save to; null where the person closed the dialog. */
  readonly chooseTarget: (suggestedName: string, format: SavedFormat) => Promise<string | null>;
  /** A profile with the id of the loaded one is already there and differs from it. */
  readonly askKnownSite: (present: Site) => Promise<KnownSiteChoice>;
}
