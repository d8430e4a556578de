/** The catalogues of requirements on this computer: built-in ones, and those added, `catalogues/<id>.json`. */
import { readdirSync, readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Catalogue } from '../../src/contract/catalogue.ts';
import type { Language } from '../../src/contract/words.ts';
import { BUILT_IN_CATALOGUES, parseCatalogue } from '../../src/requirements/load.ts';
import { renameOver } from '../../src/run/rename-over.ts';
import { BridgeFailure, errnoOf } from '../failure.ts';
import { writeFileAtomically } from './atomic-file.ts';
import type { SetAside } from './set-aside.ts';
import { writeFailure } from './storage-failure.ts';

export const CATALOGUE_MAX_BYTES = 4 * 1024 * 1024;

export interface CatalogueStore {
  /** Built-in ones first. */
  readonly all: () => readonly Catalogue[];
  readonly addedIds: () => readonly string[];
  /** Of one with the same id the new one takes the place. Throws `invalid-file`, the file's name first. */
  readonly add: (text: string, file: string, language: Language) => Promise<Catalogue>;
  /** Moves it away. Throws `not-found` for one that is not there or is built in. */
  readonly remove: (id: string) => Promise<void>;
}

export interface CatalogueStoreOptions {
  readonly userData: string;
  readonly setAside: SetAside;
  readonly now: () => Date;
}

/** Reads the few files at once: plans and papers need them from the first question on. */
export function openCatalogueStore({ userData, setAside, now }: CatalogueStoreOptions): CatalogueStore {
  const folder = join(userData, 'catalogues');
  const deletedFolder = join(userData, 'deleted');
  const pathOf = (id: string) => join(folder, `${id}.json`);
  const added = new Map(readAdded(folder, setAside).map((catalogue) => [catalogue.id, catalogue]));

  return {
    all: () => [...BUILT_IN_CATALOGUES, ...added.values()],
    addedIds: () => [...added.keys()],
    async add(text, file, language) {
      const parsed = parseCatalogue(text, file, language);
      if (!parsed.ok) throw invalidFile(parsed.problems.slice(0, MOST_PROBLEMS).join('\n'));
      const catalogue = parsed.value;
      if (BUILT_IN_CATALOGUES.some(({ id }) => id === catalogue.id))
        throw invalidFile(builtIn(file, catalogue.id)[language]);
      await writeFileAtomically(pathOf(catalogue.id), `${JSON.stringify(catalogue, null, 2)}\n`);
      added.set(catalogue.id, catalogue);
      return catalogue;
    },
    async remove(id) {
      if (!added.has(id)) throw notFound(id);
      const stamp = now().toISOString().replace(/[:.]/g, '-');
      const target = join(deletedFolder, `${stamp}-${id}.catalogue.json`);
      try {
        await mkdir(deletedFolder, { recursive: true });
        await renameOver(pathOf(id), target);
      } catch (error) {
        if (errnoOf(error) !== 'ENOENT') throw writeFailure(target, error);
      }
      added.delete(id);
    },
  };
}

const MOST_PROBLEMS = 8;

function readAdded(folder: string, setAside: SetAside): readonly Catalogue[] {
  const catalogues: Catalogue[] = [];
  for (const name of namesIn(folder)) {
    const path = join(folder, name);
    const [ru, en] = (['ru', 'en'] as const).map((language) => readOne(path, name, language));
    if (ru?.ok === true) catalogues.push(ru.value);
    else if (ru !== undefined && en?.ok === false) {
      void setAside.move(path, { ru: ru.problems[0] ?? name, en: en.problems[0] ?? name });
    }
  }
  return catalogues;
}

function readOne(path: string, name: string, language: Language) {
  try {
    return parseCatalogue(readFileSync(path, 'utf8'), name, language);
  } catch (error) {
    return { ok: false, problems: [`${name}: ${errnoOf(error) ?? 'EIO'}`] } as const;
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).filter((name) => name.endsWith('.json') && !name.startsWith('.'));
  } catch {
    return [];
  }
}

/** The problem is already in the language of the settings. */
function invalidFile(problem: string): BridgeFailure {
  return new BridgeFailure('invalid-file', { ru: problem, en: problem });
}

function builtIn(file: string, id: string) {
  return {
    ru: `${file}: каталог «${id}» встроен в программу, заменить его нельзя. Дайте файлу другой id.`,
    en: `${file}: the catalogue "${id}" is part of the program and cannot be replaced. Give the file another id.`,
  };
}

function notFound(id: string): BridgeFailure {
  return new BridgeFailure('not-found', {
    ru: `Добавленного каталога «${id}» нет.`,
    en: `There is no added catalogue "${id}".`,
  });
}
