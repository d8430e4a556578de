/** Site profiles and files: import from a dialog or a dropped text, export, a copy, a table of devices. */
import { basename } from 'node:path';
import type { Site } from '../../src/contract/site.ts';
import type { Language, LocalText } from '../../src/contract/words.ts';
import { decodeText } from '../decode-text.ts';
import type { DemoHost } from '../demo-host.ts';
import type { Dialogs } from '../dialogs.ts';
import { safeFileName } from '../file-name.ts';
import { beside, type Importer, importSite, importSiteText } from '../import-site.ts';
import { readChosenFile } from '../read-chosen-file.ts';
import { SHARED_FILE_MODE, writeFileAtomically } from '../store/atomic-file.ts';
import { formatDocument } from '../store/document.ts';
import type { Handlers } from './handlers.ts';
import { knownSite } from './site-handlers.ts';

export interface SiteFileHandlerOptions extends Importer {
  readonly demo: DemoHost;
  readonly dialogs: Dialogs;
}

type SiteFileChannel =
  | 'sites:import'
  | 'sites:import-text'
  | 'sites:export'
  | 'sites:duplicate'
  | 'sites:read-devices';

/** Ten thousand devices with long names take about two MiB. */
const DEVICES_MAX_BYTES = 8 * 1024 * 1024;
const LONGEST_NAME = 500;

export function createSiteFileHandlers(options: SiteFileHandlerOptions): Pick<Handlers, SiteFileChannel> {
  const { sites, dialogs, language } = options;
  return {
    async 'sites:import'() {
      const path = await dialogs.chooseFile('profile');
      if (path === null) return null;
      const site = await importSite(path, options);
      return site === null ? null : { site };
    },
    async 'sites:import-text'({ name, text }) {
      const { site } = await importSiteText(text, name, options);
      return { site };
    },
    async 'sites:export'({ id }) {
      const site = await knownSite(id, options);
      const path = await dialogs.chooseTarget(`${safeFileName(site.name, site.id)}.site.json`, 'json');
      if (path === null) return null;
      await writeFileAtomically(path, formatDocument(site), SHARED_FILE_MODE);
      return { path };
    },
    async 'sites:duplicate'({ id }) {
      const site = await knownSite(id, options);
      return sites.save(await beside({ ...site, name: copyName(site, language()) }, options));
    },
    async 'sites:read-devices'() {
      const path = await dialogs.chooseFile('devices');
      if (path === null) return null;
      const bytes = await readChosenFile(path, DEVICES_MAX_BYTES);
      return { name: basename(path), text: decodeText(bytes) };
    },
  };
}

/** «Головной офис (копия)»; a name too long for that is cut, not the word. */
function copyName({ name }: Site, language: Language): string {
  const ending = ` (${COPY[language]})`;
  return `${name.slice(0, LONGEST_NAME - ending.length - NUMBER_LENGTH)}${ending}`;
}

/** Room for the number that a second copy gets. */
const NUMBER_LENGTH = 8;
const COPY: LocalText = { ru: 'копия', en: 'copy' };
