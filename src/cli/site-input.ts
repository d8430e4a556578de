/** A site profile from a file, with the catalogue that belongs to it; or one line for each thing wrong with it. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Catalogue } from '../contract/catalogue.ts';
import { readSite } from '../contract/problems.ts';
import type { Site } from '../contract/site.ts';
import type { Language } from '../contract/words.ts';
import { catalogueOf, checkAgainstCatalogue } from '../requirements/check-site.ts';
import { findCatalogue, parseCatalogue } from '../requirements/load.ts';
import { readText } from './files.ts';
import { UsageError } from './io.ts';

export interface SiteInput {
  readonly site: Site;
  readonly catalogue: Catalogue;
  /** Lines about what will not be checked; the profile is usable all the same. */
  readonly warnings: readonly string[];
}

export async function loadSite(file: string, language: Language): Promise<SiteInput> {
  const read = readSite(await readText(file, 'site', language), file, language);
  if (!read.ok) throw new UsageError(read.problems);
  const site = read.value;
  const catalogue = catalogueOf(site, file, language, await cataloguesBeside(site, file, language));
  if (!catalogue.ok) throw new UsageError(catalogue.problems);
  const { problems, warnings } = checkAgainstCatalogue(site, catalogue.value, file, language);
  if (problems.length > 0) throw new UsageError(problems);
  return { site, catalogue: catalogue.value, warnings };
}

/** Another catalogue is another file of the same schema: it stands beside the profile, under the name the profile uses. */
async function cataloguesBeside(
  site: Site,
  siteFile: string,
  language: Language,
): Promise<readonly Catalogue[]> {
  const file = join(dirname(siteFile), `${site.catalogue}.json`);
  if (findCatalogue(site.catalogue) !== null || !existsSync(file)) return [];
  const read = parseCatalogue(await readText(file, 'catalogue', language), file, language);
  if (!read.ok) throw new UsageError(read.problems);
  return [read.value];
}
