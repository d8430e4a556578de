/** The settings of this laptop; every change is saved at once and says so in its place. */
import { Button } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconArrowLeft } from '@tabler/icons-react';
import { type ReactElement, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { SessionStore } from '../../session.ts';
import { AboutSection } from './about-section.tsx';
import { CataloguesSection } from './catalogues-section.tsx';
import { LookSection } from './look-section.tsx';
import { PaperSection } from './paper-section.tsx';
import { ProbeSection } from './probe-section.tsx';
import type { SettingsStore } from './settings-store.ts';
import './settings.css';

interface SettingsScreenProps {
  readonly store: SettingsStore;
  readonly session: SessionStore;
  /** Back to where the person came from. */
  readonly onBack: () => void;
}

export function SettingsScreen({ store, session, onBack }: SettingsScreenProps): ReactElement {
  const { t } = useTranslation();
  const { settings, catalogues, addedCatalogues, logFile, version } = useStore(session);
  useEffect(() => () => store.getState().leave(), [store]);
  useHotkeys([['Escape', onBack]]);
  return (
    <main className="settings">
      <div className="settings-body">
        <div className="settings-head">
          <h1>{t('settings.title')}</h1>
          <Button
            className="small"
            leftSection={<IconArrowLeft size={16} stroke={1.75} aria-hidden />}
            aria-keyshortcuts="Escape"
            onClick={onBack}
          >
            {t('settings.back')}
          </Button>
        </div>
        <PaperSection store={store} settings={settings} />
        <LookSection store={store} settings={settings} />
        <ProbeSection store={store} settings={settings} />
        <CataloguesSection store={store} catalogues={catalogues} added={addedCatalogues} />
        <AboutSection store={store} logFile={logFile} version={version} />
      </div>
    </main>
  );
}
