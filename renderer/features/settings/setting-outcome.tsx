/** What became of a change, in the place where it was made. */
import { IconCheck } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { SettingsPlace, SettingsStore } from './settings-store.ts';

interface SettingOutcomeProps {
  readonly store: SettingsStore;
  readonly place: SettingsPlace;
}

export function SettingOutcome({ store, place }: SettingOutcomeProps): ReactElement {
  const { t } = useTranslation();
  const told = useStore(store, (state) => (state.outcome?.place === place ? state.outcome.outcome : null));
  if (told?.kind === 'failed') {
    return (
      <p className="setting-failed" role="alert">
        {told.message}
      </p>
    );
  }
  return (
    <p className="setting-saved" role="status">
      {told === null ? null : (
        <>
          <IconCheck size={14} stroke={2} aria-hidden />
          {told.kind === 'copied'
            ? t('settings.outcomes.copied', { count: told.lines })
            : t(`settings.outcomes.${told.kind}`)}
        </>
      )}
    </p>
  );
}
