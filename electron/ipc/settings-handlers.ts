/** Saving the settings, and what follows from them at once: the theme of the system parts, the menu's language. */
import type { Settings } from '../../src/contract/settings.ts';
import type { SettingsStore } from '../store/settings-store.ts';
import type { Handlers } from './handlers.ts';

export interface SettingsHandlerOptions {
  readonly store: SettingsStore;
  readonly onChange: (settings: Settings) => void;
}

export function createSettingsHandlers({
  store,
  onChange,
}: SettingsHandlerOptions): Pick<Handlers, 'settings:save'> {
  return {
    async 'settings:save'({ settings }) {
      const saved = await store.save(settings);
      onChange(saved);
      return saved;
    },
  };
}
