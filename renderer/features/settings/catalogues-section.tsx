/** The requirement catalogues: the one that came with the program, and those added on this computer. */
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Catalogue } from '../../../src/contract/catalogue.ts';
import { formatDate } from '../../format.ts';
import { useLanguage } from '../../i18n/i18n.ts';
import { SettingOutcome } from './setting-outcome.tsx';
import type { SettingsStore } from './settings-store.ts';

interface CataloguesSectionProps {
  readonly store: SettingsStore;
  readonly catalogues: readonly Catalogue[];
  readonly added: readonly string[];
}

export function CataloguesSection({ store, catalogues, added }: CataloguesSectionProps): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const { busy, addCatalogue, removeCatalogue } = useStore(store);
  return (
    <section className="settings-section" aria-label={t('settings.catalogues')}>
      <h2>{t('settings.catalogues')}</h2>
      <p className="setting-hint">{t('settings.cataloguesHint')}</p>
      <ul className="settings-catalogues">
        {catalogues.map(({ id, revision, source, requirements }) => (
          <li key={id}>
            <div>
              <p>
                <strong>{id}</strong>, {t('settings.revision', { revision })}
                {', '}
                {t('settings.requirements', { count: requirements.length })}
              </p>
              <p className="setting-hint">
                {source.title[language]},{' '}
                {t('settings.updated', { date: formatDate(source.updated, language) })}
              </p>
            </div>
            {added.includes(id) ? (
              <Button
                className="small"
                disabled={busy !== null}
                aria-label={t('settings.removeCatalogue', { id })}
                onClick={() => void removeCatalogue(id)}
              >
                {t('common.remove')}
              </Button>
            ) : (
              <span className="setting-hint">{t('settings.builtIn')}</span>
            )}
          </li>
        ))}
      </ul>
      <div className="setting-row">
        <Button
          className="small"
          disabled={busy !== null}
          leftSection={<IconPlus size={16} stroke={1.75} aria-hidden />}
          onClick={() => void addCatalogue()}
        >
          {t('settings.addCatalogue')}
        </Button>
        <SettingOutcome store={store} place="catalogues" />
      </div>
    </section>
  );
}
