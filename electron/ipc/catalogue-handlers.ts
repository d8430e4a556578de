/** Catalogues of requirements: one is added from a file, or removed while no site needs it. */
import { basename } from 'node:path';
import type { Language } from '../../src/contract/words.ts';
import { decodeText } from '../decode-text.ts';
import type { Dialogs } from '../dialogs.ts';
import { BridgeFailure } from '../failure.ts';
import { readChosenFile } from '../read-chosen-file.ts';
import { CATALOGUE_MAX_BYTES, type CatalogueStore } from '../store/catalogue-store.ts';
import type { SiteStore } from '../store/site-store.ts';
import type { Handlers } from './handlers.ts';

export interface CatalogueHandlerOptions {
  readonly store: CatalogueStore;
  readonly sites: SiteStore;
  readonly dialogs: Dialogs;
  readonly language: () => Language;
}

export function createCatalogueHandlers(
  options: CatalogueHandlerOptions,
): Pick<Handlers, 'catalogues:add' | 'catalogues:remove'> {
  const { store, sites, dialogs, language } = options;
  return {
    async 'catalogues:add'() {
      const path = await dialogs.chooseFile('catalogue');
      if (path === null) return null;
      const text = decodeText(await readChosenFile(path, CATALOGUE_MAX_BYTES));
      return store.add(text, basename(path), language());
    },
    async 'catalogues:remove'({ id }) {
      const users = (await sites.list()).filter(({ catalogue }) => catalogue === id).map(({ name }) => name);
      if (users.length > 0) throw inUse(users);
      await store.remove(id);
      return { id };
    },
  };
}

function inUse(names: readonly string[]): BridgeFailure {
  const shown = names.slice(0, 5).join('», «');
  const more = names.length > 5 ? ', …' : '';
  return new BridgeFailure('invalid-argument', {
    ru: `Каталог нужен площадкам: «${shown}»${more}. Сначала выберите для них другой.`,
    en: `The catalogue is needed by these sites: «${shown}»${more}. Choose another one for them first.`,
  });
}
