/** Loading a profile from a file that a person chose, dropped on the icon or named on the command line. */
import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { readSite, tooBig } from '../src/contract/problems.ts';
import type { Site } from '../src/contract/site.ts';
import type { Language, LocalText } from '../src/contract/words.ts';
import { checkAgainstCatalogue } from '../src/requirements/check-site.ts';
import { findCatalogue } from '../src/requirements/load.ts';
import { isDemo } from './demo-host.ts';
import type { Dialogs } from './dialogs.ts';
import { BridgeFailure } from './failure.ts';
import type { SiteStore } from './store/site-store.ts';
import { readProblem } from './store/storage-failure.ts';

export interface Importer {
  readonly sites: SiteStore;
  readonly dialogs: Pick<Dialogs, 'askKnownSite'>;
  readonly language: () => Language;
  readonly newId: () => string;
}

/**
 * Reads, checks and saves the profile. Null where the person chose to leave the present one as it is.
 * Throws a `BridgeFailure`: `invalid-file` with one problem a line, or `storage`.
 */
export async function importSite(path: string, importer: Importer): Promise<Site | null> {
  const { sites, dialogs, newId } = importer;
  const read = await readProfile(path, importer.language());
  if (isDemo(read.id)) return sites.save(await beside(read, importer));
  const present = await sites.find(read.id);
  if (present === null) return sites.save(read);
  if (isDeepStrictEqual(present, read)) return present;
  switch (await dialogs.askKnownSite(present)) {
    case 'replace':
      return sites.save(read);
    case 'keep-both':
      return sites.save(await beside(read, { sites, newId }));
    case 'cancel':
      return null;
  }
}

async function readProfile(path: string, language: Language): Promise<Site> {
  const file = basename(path);
  const text = await readLimited(path, language);
  const reading = readSite(text, file, language);
  const problems = reading.ok ? problemsWithCatalogue(reading.value, file, language) : reading.problems;
  if (reading.ok && problems.length === 0) return reading.value;
  throw invalidFile(problems.slice(0, MOST_PROBLEMS).join('\n'));
}

const MOST_PROBLEMS = 8;

/** As the command line does: an override of a requirement that nobody has would be passed over without a word. */
function problemsWithCatalogue(site: Site, file: string, language: Language): readonly string[] {
  const catalogue = findCatalogue(site.catalogue);
  return catalogue === null ? [] : checkAgainstCatalogue(site, catalogue, file, language).problems;
}

/** The size is asked of the opened file, so that it cannot change between the question and the reading. */
async function readLimited(path: string, language: Language): Promise<string> {
  let file: Awaited<ReturnType<typeof open>> | null = null;
  try {
    file = await open(path, 'r');
    const { size } = await file.stat();
    const problem = tooBig(basename(path), size, language);
    if (problem !== null) throw invalidFile(problem);
    return await file.readFile('utf8');
  } catch (error) {
    if (error instanceof BridgeFailure) throw error;
    const problem = readProblem(error);
    throw new BridgeFailure(
      'invalid-file',
      { ru: `${basename(path)}. ${problem.ru}`, en: `${basename(path)}. ${problem.en}` },
      { cause: error },
    );
  } finally {
    await file?.close();
  }
}

/** The same profile under an id and a name of its own. */
async function beside(site: Site, { sites, newId }: Pick<Importer, 'sites' | 'newId'>): Promise<Site> {
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
