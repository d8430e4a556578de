/** In the place of the server: listen for a given time, watch the traps arrive, see which devices stay silent. */
import { Button, SegmentedControl } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconArrowLeft, IconEar, IconSquare } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Site } from '../../../src/contract/site.ts';
import { hearingOf } from '../../../src/contract/traps.ts';
import { FailureNotice } from '../../failure-notice.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Countdown } from './countdown.tsx';
import { DevicesPanel } from './devices-panel.tsx';
import { TrapTable } from './trap-table.tsx';
import { isListening, type TrapsStore } from './traps-store.ts';
import './traps.css';

interface TrapsScreenProps {
  readonly store: TrapsStore;
  readonly siteId: string;
  /** Null: every address of this computer. */
  readonly address: string | null;
  readonly devices: Site['devices'];
  readonly onBack: () => void;
}

const MINUTES = [1, 2, 5, 15] as const;
const ICON = { size: 16, stroke: 1.75, 'aria-hidden': true } as const;

export function TrapsScreen({ store, siteId, address, devices, onBack }: TrapsScreenProps): ReactElement {
  const { t } = useTranslation();
  const state = useStore(store);
  const { status, failure, seconds } = state;
  const busy = isListening(state);
  const mine = state.siteId === siteId;
  const traps = mine ? state.traps : [];
  const tally = mine ? state.tally : null;
  const heard = tally?.devices.filter((device) => hearingOf(device) === 'heard').length ?? 0;

  function start(): void {
    if (!busy) void state.start(siteId, address);
  }
  useHotkeys([
    ['mod+Enter', start],
    ['Escape', () => void state.stop()],
  ]);

  return (
    <div className="traps">
      <div className="traps-head">
        <h1>{t('traps.title')}</h1>
        <span className="fact-tag numbers">
          <IconEar {...ICON} />
          {mine && busy && state.port !== null
            ? `${whereText(state.addresses[0] ?? null)} · ${state.port}/udp`
            : whereText(address)}
        </span>
        <span className="traps-space" />
        {mine && state.endsAtMs !== null ? <Countdown endsAtMs={state.endsAtMs} /> : null}
        {busy ? (
          <Button
            leftSection={<IconSquare {...ICON} />}
            disabled={status !== 'listening'}
            aria-keyshortcuts="Escape"
            onClick={() => void state.stop()}
          >
            {status === 'stopping' ? t('traps.stopping') : t('traps.stop')}
          </Button>
        ) : null}
      </div>
      <div className="traps-body">
        <div className="traps-main">
          {busy && !mine ? (
            <div className="traps-notice">
              <Notice tone="warn" title={t('traps.otherSite.title')}>
                <p>{t('traps.otherSite.text')}</p>
              </Notice>
            </div>
          ) : null}
          {mine && failure !== null ? (
            <div className="traps-notice">
              <FailureNotice title={t(`traps.failedTo.${failure.action}`)} error={failure.error} />
            </div>
          ) : null}
          {traps.length > 0 ? <TrapTable traps={traps} devices={devices} /> : null}
          {traps.length === 0 && failure === null ? (
            <div className="traps-empty">
              <p>
                {t(
                  mine && busy ? 'traps.waiting' : mine && status === 'done' ? 'traps.nothing' : 'traps.how',
                )}
              </p>
            </div>
          ) : null}
        </div>
        {tally === null || state.port === null ? null : (
          <DevicesPanel tally={tally} kept={traps.length} ended={!busy} port={state.port} address={address} />
        )}
      </div>
      <footer className="visit-foot">
        <Button leftSection={<IconArrowLeft {...ICON} />} onClick={onBack}>
          {t('traps.back')}
        </Button>
        <span className="visit-foot-space" />
        <span id="traps-duration">{t('traps.duration')}</span>
        <SegmentedControl
          aria-labelledby="traps-duration"
          disabled={busy}
          value={String(seconds)}
          data={MINUTES.map((minutes) => ({
            value: String(minutes * 60),
            label: t('traps.minutes', { minutes }),
          }))}
          onChange={(value) => state.chooseSeconds(Number(value))}
        />
        <Button
          variant="filled"
          disabled={busy}
          aria-keyshortcuts="Control+Enter"
          leftSection={<IconEar {...ICON} />}
          onClick={start}
        >
          {t(traps.length > 0 || status === 'done' ? 'traps.again' : 'traps.start')}
        </Button>
      </footer>
      <div className="visually-hidden" role="status" aria-live="polite">
        {tally === null || tally.received === 0
          ? ''
          : t('traps.announce', { heard, total: tally.devices.length })}
      </div>
    </div>
  );

  function whereText(where: string | null): string {
    return where === null || where === '0.0.0.0' || where === '::' ? t('traps.everyAddress') : where;
  }
}
