/** For support: the log file, which never holds a secret, and the version. */
import { Button } from '@mantine/core';
import { IconCopy, IconFolderOpen } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { SettingOutcome } from './setting-outcome.tsx';
import type { SettingsStore } from './settings-store.ts';

interface AboutSectionProps {
  readonly store: SettingsStore;
  readonly logFile: string;
  readonly version: string;
}

const ICON = { size: 16, stroke: 1.75, 'aria-hidden': true } as const;

export function AboutSection({ store, logFile, version }: AboutSectionProps): ReactElement {
  const { t } = useTranslation();
  const { busy, showLog, copyLog } = useStore(store);
  return (
    <section className="settings-section" aria-label={t('settings.support')}>
      <h2>{t('settings.support')}</h2>
      <div className="setting">
        <p className="setting-label">{t('settings.log')}</p>
        <p className="setting-path">{logFile}</p>
        <div className="setting-row">
          <Button
            className="small"
            leftSection={<IconFolderOpen {...ICON} />}
            disabled={busy !== null}
            onClick={() => void showLog()}
          >
            {t('settings.showLog')}
          </Button>
          <Button
            className="small"
            leftSection={<IconCopy {...ICON} />}
            disabled={busy !== null}
            onClick={() => void copyLog()}
          >
            {t('settings.copyLog')}
          </Button>
          <SettingOutcome store={store} place="log" />
        </div>
        <p className="setting-hint">{t('settings.logHint')}</p>
      </div>
      <p className="settings-version numbers">{t('settings.about', { version })}</p>
    </section>
  );
}
