/** Site profiles, one file each: `sites/<id>.site.json`; deleted ones wait in `deleted/`. */
import { mkdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { SITE_FORMAT, SITE_MAX_BYTES, SITE_VERSION, type Site, siteSchema } from '../../src/contract/site.ts';
import type { LocalText } from '../../src/contract/words.ts';
import { BridgeFailure, errnoOf } from '../failure.ts';
import { writeFileAtomically } from './atomic-file.ts';
import { type DocumentKind, formatDocument, readDocument } from './document.ts';
import { filesIn } from './folder.ts';
import { readKept } from './kept-document.ts';
import { createKeyedQueue } from './queue.ts';
import type { SetAside } from './set-aside.ts';
import { writeFailure } from './storage-failure.ts';

const SUFFIX = '.site.json';

const SITE_KIND: DocumentKind<Site> = {
  format: SITE_FORMAT,
  version: SITE_VERSION,
  schema: siteSchema,
  migrations: [],
  maxBytes: SITE_MAX_BYTES,
};

export interface SiteStore {
  /** Every readable profile, by name; what cannot be read is set aside. */
  readonly list: () => Promise<readonly Site[]>;
  /** Null where there is none, or none that can be read. */
  readonly find: (id: string) => Promise<Site | null>;
  readonly save: (site: Site) => Promise<Site>;
  /** Moves the profile away; `restore` brings it back. */
  readonly remove: (id: string) => Promise<void>;
  readonly restore: (id: string) => Promise<Site>;
}

export function createSiteStore(userData: string, setAside: SetAside, now: () => Date): SiteStore {
  const folder = join(userData, 'sites');
  const deletedFolder = join(userData, 'deleted');
  const queue = createKeyedQueue();
  const pathOf = (id: string) => join(folder, `${id}${SUFFIX}`);

  const read = (id: string) =>
    readKept({
      path: pathOf(id),
      kind: SITE_KIND,
      setAside,
      belongs: (site) => site.id === id,
      otherName: OTHER_NAME,
    });

  /** What lies under this name may be worth more than what is being saved. */
  async function makeRoom(path: string): Promise<void> {
    const present = await readDocument(path, SITE_KIND);
    if (present.state === 'corrupt') await setAside.move(path, present.problem);
    if (present.state !== 'foreign') return;
    throw new BridgeFailure('storage', {
      ru: `Профиль не записан поверх ${path}. ${present.problem.ru}`,
      en: `The profile was not written over ${path}. ${present.problem.en}`,
    });
  }

  return {
    async list() {
      const sites: Site[] = [];
      for (const name of await filesIn(folder)) {
        if (!name.endsWith(SUFFIX)) continue;
        const id = name.slice(0, -SUFFIX.length);
        const site = await queue.run(id, () => read(id));
        if (site !== null) sites.push(site);
      }
      return sites.sort((one, other) => one.name.localeCompare(other.name, 'ru'));
    },
    find: (id) => queue.run(id, () => read(id)),
    save: (site) =>
      queue.run(site.id, async () => {
        await makeRoom(pathOf(site.id));
        await writeFileAtomically(pathOf(site.id), formatDocument(site));
        return site;
      }),
    remove: (id) =>
      queue.run(id, async () => {
        const stamp = now().toISOString().replace(/[:.]/g, '-');
        const target = join(deletedFolder, `${stamp}-${id}${SUFFIX}`);
        try {
          await mkdir(deletedFolder, { recursive: true });
          await rename(pathOf(id), target);
        } catch (error) {
          throw errnoOf(error) === 'ENOENT' ? siteNotFound() : writeFailure(target, error);
        }
      }),
    restore: (id) =>
      queue.run(id, async () => {
        const latest = (await filesIn(deletedFolder))
          .filter((name) => name.endsWith(`-${id}${SUFFIX}`))
          .sort()
          .at(-1);
        if (latest === undefined) throw siteNotFound();
        if ((await readDocument(pathOf(id), SITE_KIND)).state !== 'missing') {
          throw new BridgeFailure('invalid-argument', ALREADY_THERE);
        }
        try {
          await mkdir(folder, { recursive: true });
          await rename(join(deletedFolder, latest), pathOf(id));
        } catch (error) {
          throw writeFailure(pathOf(id), error);
        }
        const site = await read(id);
        if (site === null) throw siteNotFound();
        return site;
      }),
  };
}

export function siteNotFound(): BridgeFailure {
  return new BridgeFailure('not-found', {
    ru: 'Такого профиля площадки нет.',
    en: 'There is no such site profile.',
  });
}

const OTHER_NAME: LocalText = {
  ru: 'Имя файла и номер профиля (id) внутри не совпадают. Загрузите профиль через «Импорт».',
  en: 'The name of the file and the id inside differ. Load the profile with "Import".',
};

const ALREADY_THERE: LocalText = {
  ru: 'Профиль с этим номером уже есть в списке; восстановить поверх него нельзя.',
  en: 'A profile with this id is already in the list; it cannot be restored over it.',
};
