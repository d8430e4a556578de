/** The catalogues of requirements: those that come with the program, and any other file of the same schema. */
import printumR12 from '../../assets/requirements/printum-r12.json' with { type: 'json' };
import { type Catalogue, catalogueSchema } from '../contract/catalogue.ts';
import { type ReadResult, readDocument } from '../contract/problems.ts';
import type { Language } from '../contract/words.ts';

/** What a site profile may name in `catalogue` without anything being installed. */
export const BUILT_IN_CATALOGUES: readonly Catalogue[] = [catalogueSchema.parse(printumR12)];

/** The catalogue with this id, a built-in one first; null where there is none. */
export function findCatalogue(id: string, extra: readonly Catalogue[] = []): Catalogue | null {
  return [...BUILT_IN_CATALOGUES, ...extra].find((catalogue) => catalogue.id === id) ?? null;
}

/** Another catalogue from a file; problems are one line each and begin with the file's name. */
export function parseCatalogue(text: string, file: string, language: Language): ReadResult<Catalogue> {
  return readDocument({ schema: catalogueSchema, text, file, language });
}
