/** The settings, and what follows from them at once: the theme of the system parts, the menu's language. */
import { LOGO_MAX_CHARACTERS, type Settings } from '../../src/contract/settings.ts';
import type { Dialogs } from '../dialogs.ts';
import { dataUrl, readPicture } from '../picture.ts';
import type { SettingsStore } from '../store/settings-store.ts';
import type { Handlers } from './handlers.ts';

export interface SettingsHandlerOptions {
  readonly store: SettingsStore;
  readonly dialogs: Dialogs;
  readonly onChange: (settings: Settings) => void;
}

type SettingsChannel =
  | 'settings:save'
  | 'settings:choose-logo'
  | 'settings:choose-reports-folder'
  | 'settings:clear';

/** Four characters for three bytes, and the head of the URL. */
const LOGO_MAX_BYTES = Math.min(200 * 1024, Math.floor(((LOGO_MAX_CHARACTERS - 30) * 3) / 4));

export function createSettingsHandlers(options: SettingsHandlerOptions): Pick<Handlers, SettingsChannel> {
  const { store, dialogs, onChange } = options;

  async function save(change: Parameters<SettingsStore['save']>[0]): Promise<Settings> {
    const saved = await store.save(change);
    onChange(saved);
    return saved;
  }

  return {
    'settings:save': ({ settings }) => save(settings),
    async 'settings:choose-logo'() {
      const path = await dialogs.chooseFile('logo');
      return path === null ? null : save({ logo: dataUrl(await readPicture(path, LOGO_MAX_BYTES)) });
    },
    async 'settings:choose-reports-folder'() {
      const reportsFolder = await dialogs.chooseFolder();
      return reportsFolder === null ? null : save({ reportsFolder });
    },
    'settings:clear': ({ what }) => save({ [what]: null }),
  };
}
