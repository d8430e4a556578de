/** The engineer's settings: `settings.json`. Settings that cannot be read are set aside and the defaults taken. */
import { join } from 'node:path';
import {
  SETTINGS_FORMAT,
  type Settings,
  type SettingsChange,
  settingsSchema,
} from '../../src/contract/settings.ts';
import type { LocalText } from '../../src/contract/words.ts';
import { BridgeFailure } from '../failure.ts';
import { writeFileAtomically } from './atomic-file.ts';
import { type DocumentKind, formatDocument, readDocument } from './document.ts';
import { createKeyedQueue } from './queue.ts';
import type { SetAside } from './set-aside.ts';

const SETTINGS_VERSION = 1;

const SETTINGS_KIND: DocumentKind<Settings> = {
  format: SETTINGS_FORMAT,
  version: SETTINGS_VERSION,
  schema: settingsSchema,
  migrations: [],
  maxBytes: 1024 * 1024,
};

/** What the window may change, and what is chosen in dialogs of the main process. */
export type StoredChange = SettingsChange & Partial<Pick<Settings, 'logo' | 'reportsFolder'>>;

export interface SettingsStore {
  readonly current: () => Settings;
  /** Written first, then taken: a failed write leaves the settings as they were. */
  readonly save: (change: StoredChange) => Promise<Settings>;
}

export async function openSettingsStore(userData: string, setAside: SetAside): Promise<SettingsStore> {
  const path = join(userData, 'settings.json');
  const queue = createKeyedQueue();
  const reading = await readDocument(path, SETTINGS_KIND);
  let settings = reading.state === 'ok' ? reading.value : defaultSettings();
  let untouchable: LocalText | null = null;
  if (reading.state === 'corrupt') await setAside.move(path, reading.problem);
  if (reading.state === 'foreign') {
    untouchable = reading.problem;
    setAside.name(path, reading.problem);
  }

  return {
    current: () => settings,
    save: (change) =>
      queue.run(path, async () => {
        if (untouchable !== null) {
          throw new BridgeFailure('storage', {
            ru: `Настройки не записаны поверх ${path}. ${untouchable.ru}`,
            en: `The settings were not written over ${path}. ${untouchable.en}`,
          });
        }
        const next = settingsSchema.parse({ ...settings, ...withoutUndefined(change) });
        await writeFileAtomically(path, formatDocument(next));
        settings = next;
        return next;
      }),
  };
}

export function defaultSettings(): Settings {
  return settingsSchema.parse({ format: SETTINGS_FORMAT, version: SETTINGS_VERSION });
}

function withoutUndefined(change: StoredChange): StoredChange {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
}
