/** What handlers may ask a person: a port, so that they run in Node without a window. */
import type { SavedFormat } from '../src/contract/channels.ts';
import type { Site } from '../src/contract/site.ts';

export type KnownSiteChoice = 'replace' | 'keep-both' | 'cancel';

/** What a file is chosen for: the dialog's title and the kinds of files it offers. */
export type ChosenFile = 'profile' | 'devices' | 'catalogue' | 'logo';

export interface Dialogs {
  /** Path of a file to read; null where the person closed the dialog. */
  readonly chooseFile: (what: ChosenFile) => Promise<string | null>;
  /** Paths of pictures; none where the person closed the dialog. */
  readonly choosePhotos: () => Promise<readonly string[]>;
  /** Path of a folder to save papers in; null where the person closed the dialog. */
  readonly chooseFolder: () => Promise<string | null>;
  /** Path to save to; null where the person closed the dialog. */
  readonly chooseTarget: (suggestedName: string, format: SavedFormat) => Promise<string | null>;
  /** A profile with the id of the loaded one is already there and differs from it. */
  readonly askKnownSite: (present: Site) => Promise<KnownSiteChoice>;
}
