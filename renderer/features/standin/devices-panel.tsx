/** Which devices of the profile were heard, those still silent first, and what to do about them. */
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { VerdictSign } from '../../../src/contract/labels.ts';
import { fillTrapText, REFUSAL_REMEDY, SILENCE_REMEDY } from '../../../src/contract/trap-texts.ts';
import { type HeardDevice, hearingOf, type TrapTally } from '../../../src/contract/traps.ts';
import { useLanguage } from '../../i18n/i18n.ts';
import { VerdictMark } from '../../signs.tsx';

interface DevicesPanelProps {
  readonly tally: TrapTally;
  /** How many traps are shown in detail. */
  readonly kept: number;
  readonly ended: boolean;
  readonly port: number;
  readonly address: string | null;
}

const SHOWN = 200;
const ORDER = { silent: 0, refused: 1, heard: 2 } as const;

export function DevicesPanel({ tally, kept, ended, port, address }: DevicesPanelProps): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const { received, strangers, unreadable } = tally;
  const devices = [...tally.devices].sort((one, other) => ORDER[hearingOf(one)] - ORDER[hearingOf(other)]);
  const states = new Set(devices.map(hearingOf));
  const heard = devices.filter((device) => hearingOf(device) === 'heard').length;
  const params = { host: address ?? t('traps.thisComputer'), port: String(port) };
  return (
    <aside className="trap-devices" aria-label={t('traps.devices')}>
      <h2>
        {t('traps.devices')} <span className="causes-count numbers">{`${heard}/${devices.length}`}</span>
      </h2>
      <ul>
        {devices.slice(0, SHOWN).map((device) => (
          <li key={device.id}>
            <VerdictMark sign={signOf(device)} />
            <span className="trap-device-texts">
              <span className="trap-device">{device.name}</span>
              <span className="trap-quiet numbers">{device.host}</span>
              <span className="trap-quiet">{stateText(device)}</span>
            </span>
          </li>
        ))}
        {devices.length > SHOWN ? (
          <li className="trap-quiet">{t('traps.more', { count: devices.length - SHOWN })}</li>
        ) : null}
        {devices.length === 0 ? <li className="trap-quiet">{t('traps.noDevices')}</li> : null}
      </ul>
      {ended && states.has('silent') ? (
        <p className="trap-remedy">{fillTrapText(SILENCE_REMEDY[language], params)}</p>
      ) : null}
      {states.has('refused') ? <p className="trap-remedy">{REFUSAL_REMEDY[language]}</p> : null}
      <p className="trap-counts numbers">
        {t('traps.counts', { received, strangers, unreadable })}
        {received > kept ? ` ${t('traps.kept', { kept })}` : ''}
      </p>
    </aside>
  );

  /** While it listens a silent device has not failed yet. */
  function signOf(device: HeardDevice): VerdictSign {
    const state = hearingOf(device);
    if (state === 'heard') return 'pass';
    if (state === 'refused') return 'warn';
    return ended ? 'fail' : 'queued';
  }

  function stateText(device: HeardDevice): string {
    const state = hearingOf(device);
    return t(`traps.states.${state}`, { count: state === 'heard' ? device.accepted : device.refused });
  }
}
