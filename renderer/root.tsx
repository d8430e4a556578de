/** The providers around the window: theme, language, short messages. */
import { type MantineColorSchemeManager, MantineProvider } from '@mantine/core';
import { useColorScheme } from '@mantine/hooks';
import { Notifications } from '@mantine/notifications';
import type { i18n } from 'i18next';
import { type ReactElement, useEffect } from 'react';
import { I18nextProvider } from 'react-i18next';
import { useStore } from 'zustand';
import { App } from './app.tsx';
import type { Stores } from './stores.ts';
import { cssVariablesResolver, theme } from './theme.ts';

/** The theme is kept in the settings of the main process, never in the page's storage. */
const NO_STORAGE: MantineColorSchemeManager = {
  get: (fallback) => fallback,
  set: () => {},
  subscribe: () => {},
  unsubscribe: () => {},
  clear: () => {},
};

export function Root({ stores, texts }: { readonly stores: Stores; readonly texts: i18n }): ReactElement {
  const { language, theme: chosen, density } = useStore(stores.session, (state) => state.settings);
  const system = useColorScheme('light', { getInitialValueInEffect: false });
  const scheme = chosen === 'system' ? system : chosen;
  useEffect(() => {
    void texts.changeLanguage(language);
  }, [texts, language]);
  useEffect(() => {
    document.documentElement.dataset.density = density;
  }, [density]);
  return (
    <I18nextProvider i18n={texts}>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={cssVariablesResolver}
        colorSchemeManager={NO_STORAGE}
        forceColorScheme={scheme}
      >
        <Notifications position="bottom-left" limit={3} />
        <App stores={stores} dark={scheme === 'dark'} />
      </MantineProvider>
    </I18nextProvider>
  );
}
