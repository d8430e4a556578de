/** What stands on paper: who checks, for which company, its logo, and the folder that papers are saved to. */
import { Button } from '@mantine/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Settings } from '../../../src/contract/settings.ts';
import { SettingOutcome } from './setting-outcome.tsx';
import { SettingText } from './setting-text.tsx';
import type { SettingsStore } from './settings-store.ts';

interface PaperSectionProps {
  readonly store: SettingsStore;
  readonly settings: Settings;
}

const MAX_NAME = 200;

export function PaperSection({ store, settings }: PaperSectionProps): ReactElement {
  const { t } = useTranslation();
  const { busy, change, chooseLogo, chooseReportsFolder, clear } = useStore(store);
  return (
    <section className="settings-section" aria-label={t('settings.paper')}>
      <h2>{t('settings.paper')}</h2>
      <div className="settings-two">
        <div>
          <SettingText
            label={t('settings.engineer')}
            hint={t('settings.engineerHint')}
            maxLength={MAX_NAME}
            value={settings.engineer}
            onSave={(engineer) => void change('engineer', { engineer })}
          />
          <SettingOutcome store={store} place="engineer" />
        </div>
        <div>
          <SettingText
            label={t('settings.company')}
            hint={t('settings.companyHint')}
            maxLength={MAX_NAME}
            value={settings.company}
            onSave={(company) => void change('company', { company })}
          />
          <SettingOutcome store={store} place="company" />
        </div>
      </div>
      <div className="setting">
        <p className="setting-label">{t('settings.logo')}</p>
        <div className="setting-row">
          {settings.logo === null ? null : (
            <img className="settings-logo" src={settings.logo} alt={t('settings.logoNow')} />
          )}
          <Button className="small" disabled={busy !== null} onClick={() => void chooseLogo()}>
            {settings.logo === null ? t('settings.chooseLogo') : t('settings.changeLogo')}
          </Button>
          {settings.logo === null ? null : (
            <Button className="small" disabled={busy !== null} onClick={() => void clear('logo')}>
              {t('common.remove')}
            </Button>
          )}
          <SettingOutcome store={store} place="logo" />
        </div>
        <p className="setting-hint">{t('settings.logoHint')}</p>
      </div>
      <div className="setting">
        <p className="setting-label">{t('settings.folder')}</p>
        <p className="setting-path">{settings.reportsFolder ?? t('settings.folderNone')}</p>
        <div className="setting-row">
          <Button className="small" disabled={busy !== null} onClick={() => void chooseReportsFolder()}>
            {t('settings.chooseFolder')}
          </Button>
          {settings.reportsFolder === null ? null : (
            <Button className="small" disabled={busy !== null} onClick={() => void clear('reportsFolder')}>
              {t('settings.clearFolder')}
            </Button>
          )}
          <SettingOutcome store={store} place="reportsFolder" />
        </div>
      </div>
    </section>
  );
}
