/** Loading a profile from a file that a person chose, dropped on the icon or named on the command line. */
import { basename } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Catalogue } from '../src/contract/catalogue.ts';
import { readSite } from '../src/contract/problems.ts';
import { SITE_MAX_BYTES, type Site } from '../src/contract/site.ts';
import type { Language, LocalText } from '../src/contract/words.ts';
import { checkAgainstCatalogue } from '../src/requirements/check-site.ts';
import { isDemo } from './demo-host.ts';
import type { Dialogs } from './dialogs.ts';
import { BridgeFailure } from './failure.ts';
import { readChosenFile } from './read-chosen-file.ts';
import type { SiteStore } from './store/site-store.ts';

export interface Importer {
  readonly sites: SiteStore;
  readonly dialogs: Pick<Dialogs, 'askKnownSite'>;
  readonly catalogues: () => readonly Catalogue[];
  readonly language: () => Language;
  readonly newId: () => string;
}

/**
 * Reads, checks and saves the profile. Null where the person chose to leave the present one as it is.
 * Throws a `BridgeFailure`: `invalid-file` with one problem a line, or `storage`.
 */
export async function importSite(path: string, importer: Importer): Promise<Site | null> {
  const bytes = await readChosenFile(path, SITE_MAX_BYTES);
  const { site, isKept } = await importSiteText(bytes.toString('utf8'), basename(path), importer);
  return isKept ? null : site;
}

export interface ImportedSite {
  readonly site: Site;
  /** The person chose to leave the present profile as it is: `site` is that one. */
  readonly isKept: boolean;
}

/** As `importSite`, from a text that is there already; `file` is the name that problems begin with. */
export async function importSiteText(text: string, file: string, importer: Importer): Promise<ImportedSite> {
  const { sites, dialogs } = importer;
  const taken = async (site: Site) => ({ site: await sites.save(site), isKept: false });
  const read = readProfile(text, file, importer);
  if (isDemo(read.id)) return taken(await beside(read, importer));
  const present = await sites.find(read.id);
  if (present === null) return taken(read);
  if (isDeepStrictEqual(present, read)) return { site: present, isKept: false };
  switch (await dialogs.askKnownSite(present)) {
    case 'replace':
      return taken(read);
    case 'keep-both':
      return taken(await beside(read, importer));
    case 'cancel':
      return { site: present, isKept: true };
  }
}

function readProfile(text: string, file: string, { language, catalogues }: Importer): Site {
  const reading = readSite(text, file, language());
  const problems = reading.ok
    ? problemsWithCatalogue(reading.value, catalogues(), file, language())
    : reading.problems;
  if (reading.ok && problems.length === 0) return reading.value;
  throw invalidFile(problems.slice(0, MOST_PROBLEMS).join('\n'));
}

const MOST_PROBLEMS = 8;

/** As the command line does: an override of a requirement that nobody has would be passed over without a word. */
function problemsWithCatalogue(
  site: Site,
  catalogues: readonly Catalogue[],
  file: string,
  language: Language,
): readonly string[] {
  const catalogue = catalogues.find(({ id }) => id === site.catalogue);
  return catalogue === undefined ? [] : checkAgainstCatalogue(site, catalogue, file, language).problems;
}

/** The same profile under an id and a name of its own. */
export async function beside(site: Site, { sites, newId }: Pick<Importer, 'sites' | 'newId'>): Promise<Site> {
  const names = new Set((await sites.list()).map(({ name }) => name));
  let name = site.name;
  for (let number = 2; names.has(name); number += 1) name = `${site.name} (${number})`;
  return { ...site, id: newId(), name };
}

/** The problem is already in the language of the settings. */
function invalidFile(problem: string): BridgeFailure {
  const text: LocalText = { ru: problem, en: problem };
  return new BridgeFailure('invalid-file', text);
}
