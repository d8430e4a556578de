/** Which items of the catalogue a person looks at on this site. */
import type { Catalogue, ManualItem } from '../../../src/contract/catalogue.ts';
import type { Site } from '../../../src/contract/site.ts';

export function manualItemsOf(
  catalogue: Catalogue | null,
  { scheme }: Pick<Site, 'scheme'>,
): readonly ManualItem[] {
  return (catalogue?.manual ?? []).filter(({ schemes }) => schemes.includes(scheme));
}
