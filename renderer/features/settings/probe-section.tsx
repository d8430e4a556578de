/** What a new site begins with: how long to wait, how often to try, how much at once. */
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Settings } from '../../../src/contract/settings.ts';
import { PROBE_LIMITS } from '../../../src/contract/site.ts';
import { SettingOutcome } from './setting-outcome.tsx';
import { SettingText } from './setting-text.tsx';
import type { SettingsStore } from './settings-store.ts';

interface ProbeSectionProps {
  readonly store: SettingsStore;
  readonly settings: Settings;
}

const LIMITS = ['timeoutMs', 'attempts', 'concurrency'] as const;

export function ProbeSection({ store, settings }: ProbeSectionProps): ReactElement {
  const { t } = useTranslation();
  const { change } = store.getState();
  return (
    <section className="settings-section" aria-label={t('settings.probe')}>
      <h2>{t('settings.probe')}</h2>
      <p className="setting-hint">{t('settings.probeHint')}</p>
      <div className="settings-three">
        {LIMITS.map((limit) => {
          const { min, max } = PROBE_LIMITS[limit];
          return (
            <SettingText
              key={limit}
              label={t(`settings.${limit}`)}
              hint={t('settings.between', { min, max })}
              numeric
              value={String(settings.probe[limit])}
              problemOf={(text) => {
                const fits = /^\d+$/.test(text) && Number(text) >= min && Number(text) <= max;
                return fits ? null : t('settings.needNumber', { min, max });
              }}
              onSave={(text) => void change('probe', { probe: { ...settings.probe, [limit]: Number(text) } })}
            />
          );
        })}
      </div>
      <SettingOutcome store={store} place="probe" />
    </section>
  );
}
