/** How the window looks: language, theme, and how close the rows stand. */
import { SegmentedControl } from '@mantine/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import {
  DENSITIES,
  type Density,
  type Settings,
  THEMES,
  type Theme,
} from '../../../src/contract/settings.ts';
import type { Language } from '../../../src/contract/words.ts';
import { SettingOutcome } from './setting-outcome.tsx';
import type { SettingsStore } from './settings-store.ts';

interface LookSectionProps {
  readonly store: SettingsStore;
  readonly settings: Settings;
}

/** A language is always named in itself. */
const LANGUAGE_NAMES: readonly { readonly value: Language; readonly label: string }[] = [
  { value: 'ru', label: 'Русский' },
  { value: 'en', label: 'English' },
];

export function LookSection({ store, settings }: LookSectionProps): ReactElement {
  const { t } = useTranslation();
  const { change } = store.getState();
  return (
    <section className="settings-section" aria-label={t('settings.look')}>
      <h2>{t('settings.look')}</h2>
      <div className="setting">
        <p className="setting-label" id="settings-language">
          {t('common.language')}
        </p>
        <SegmentedControl
          aria-labelledby="settings-language"
          value={settings.language}
          data={[...LANGUAGE_NAMES]}
          onChange={(language) => void change('language', { language: language as Language })}
        />
        <SettingOutcome store={store} place="language" />
      </div>
      <div className="setting">
        <p className="setting-label" id="settings-theme">
          {t('settings.theme')}
        </p>
        <SegmentedControl
          aria-labelledby="settings-theme"
          value={settings.theme}
          data={THEMES.map((theme) => ({ value: theme, label: t(`settings.themes.${theme}`) }))}
          onChange={(theme) => void change('theme', { theme: theme as Theme })}
        />
        <SettingOutcome store={store} place="theme" />
      </div>
      <div className="setting">
        <p className="setting-label" id="settings-density">
          {t('settings.density')}
        </p>
        <SegmentedControl
          aria-labelledby="settings-density"
          value={settings.density}
          data={DENSITIES.map((density) => ({ value: density, label: t(`settings.densities.${density}`) }))}
          onChange={(density) => void change('density', { density: density as Density })}
        />
        <SettingOutcome store={store} place="density" />
      </div>
    </section>
  );
}
