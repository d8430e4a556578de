/** Which place the laptop takes, and through which interface. */
import { Button, SegmentedControl, Switch } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconEar } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Catalogue } from '../../../src/contract/catalogue.ts';
import { STAGE_LABELS } from '../../../src/contract/labels.ts';
import { hasMeasured } from '../../../src/contract/standing-runs.ts';
import { STAGES, type Stage, VIEWPOINTS } from '../../../src/contract/words.ts';
import { FailureNotice } from '../../failure-notice.tsx';
import { useLanguage } from '../../i18n/i18n.ts';
import { Kbd } from '../../ui/kbd.tsx';
import { LoadingBars } from '../../ui/loading-bars.tsx';
import { InterfaceTable } from './interface-table.tsx';
import { misfitOf } from './looks-like.ts';
import { MisfitNotice } from './misfit-notice.tsx';
import { PlaceCard } from './place-card.tsx';
import { provesOf } from './proves.ts';
import type { VisitStore } from './visit-store.ts';
import './visit.css';

interface WhereScreenProps {
  readonly store: VisitStore;
  readonly catalogue: Catalogue | null;
  readonly running: boolean;
  readonly onBegin: () => void;
  readonly onListen: () => void;
}

export function WhereScreen({
  store,
  catalogue,
  running,
  onBegin,
  onListen,
}: WhereScreenProps): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const state = useStore(store);
  const { site, viewpoint, place, localAddress, plans } = state;

  // The demo lives on this computer, whatever its addresses are.
  const contradiction =
    site === null || state.demo || state.confirmed
      ? null
      : misfitOf(place?.interfaces ?? [], site, viewpoint, localAddress);
  const proves = provesOf(plans[viewpoint] ?? [], viewpoint, ({ requirement }) => requirement);
  const obstacle = obstacleOf();

  function obstacleOf(): string | null {
    if (running) return t('visit.running');
    if (contradiction !== null) return t('visit.decideAddress');
    if (plans[viewpoint] !== undefined && proves.direct + proves.indirect === 0)
      return t('visit.nothingToProbe');
    return null;
  }

  const ready = obstacle === null && plans[viewpoint] !== undefined;
  useHotkeys([['mod+Enter', () => ready && onBegin()]], []);

  return (
    <div className="where">
      <div className="where-body">
        <div className="where-title">
          <div>
            <h1>{t('visit.title')}</h1>
            <p className="where-why">{t('visit.why')}</p>
          </div>
          <div className="where-stage">
            <span id="stage-label">{t('visit.stage')}</span>
            <SegmentedControl
              aria-labelledby="stage-label"
              value={state.stage}
              data={STAGES.map((stage) => ({ value: stage, label: STAGE_LABELS[stage][language] }))}
              onChange={(stage) => void state.chooseStage(stage as Stage)}
            />
          </div>
        </div>
        {state.failure === null ? null : (
          <FailureNotice title={t(`visit.failedTo.${state.failure.action}`)} error={state.failure.error} />
        )}
        {site === null ? (
          state.failure === null ? (
            <LoadingBars label={t('common.loading')} />
          ) : null
        ) : (
          <>
            <div className="place-cards" role="radiogroup" aria-label={t('visit.places')}>
              {VIEWPOINTS.map((entry) => (
                <PlaceCard
                  key={entry}
                  viewpoint={entry}
                  site={site}
                  catalogue={catalogue}
                  checks={plans[entry] ?? []}
                  lastRun={state.runs.find((run) => run.viewpoint === entry && hasMeasured(run)) ?? null}
                  chosen={entry === viewpoint}
                  onChoose={() => state.chooseViewpoint(entry)}
                />
              ))}
            </div>
            <div className="where-lower">
              <InterfaceTable
                place={place}
                site={site}
                viewpoint={viewpoint}
                localAddress={localAddress}
                onChoose={(address) => void state.chooseAddress(address)}
                onRefresh={() => void state.refreshPlace()}
              />
              <div className="where-side">
                {contradiction === null ? null : (
                  <MisfitNotice
                    viewpoint={viewpoint}
                    misfit={contradiction}
                    onChange={state.chooseViewpoint}
                    onRefresh={() => void state.refreshPlace()}
                    onConfirm={state.confirm}
                  />
                )}
                <Switch
                  label={t('visit.indirect')}
                  description={t('visit.indirectHint')}
                  checked={state.indirect}
                  onChange={(event) => void state.chooseIndirect(event.currentTarget.checked)}
                />
              </div>
            </div>
          </>
        )}
      </div>
      <footer className="visit-foot">
        <span className="numbers">
          {plans[viewpoint] === undefined
            ? ''
            : t('visit.fromHere', {
                direct: proves.direct,
                indirect: proves.indirect,
                elsewhere: proves.elsewhere,
              })}
        </span>
        <span className="visit-foot-space" />
        {viewpoint === 'server' ? (
          <Button
            leftSection={<IconEar size={16} stroke={1.75} aria-hidden />}
            title={t('traps.openHint')}
            onClick={onListen}
          >
            {t('traps.open')}
          </Button>
        ) : null}
        <span className="visit-obstacle" id="begin-obstacle">
          {obstacle ?? ''}
        </span>
        <Button
          variant="filled"
          disabled={!ready}
          aria-describedby="begin-obstacle"
          aria-keyshortcuts="Control+Enter"
          rightSection={
            <span aria-hidden className="begin-keys">
              <Kbd>Ctrl</Kbd> <Kbd>Enter</Kbd>
            </span>
          }
          onClick={onBegin}
        >
          {t('visit.begin')}
        </Button>
      </footer>
    </div>
  );
}
