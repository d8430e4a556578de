/** Which place the laptop takes, and through which interface. */
import { Button, SegmentedControl, Switch } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconEar } from '@tabler/icons-react';
import { type ReactElement, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Catalogue } from '../../../src/contract/catalogue.ts';
import { STAGE_LABELS } from '../../../src/contract/labels.ts';
import type { Site } from '../../../src/contract/site.ts';
import { hasMeasured } from '../../../src/contract/standing-runs.ts';
import type { Visit } from '../../../src/contract/visit.ts';
import { STAGES, type Stage, VIEWPOINTS } from '../../../src/contract/words.ts';
import { FailureNotice } from '../../failure-notice.tsx';
import { useLanguage } from '../../i18n/i18n.ts';
import { Kbd } from '../../ui/kbd.tsx';
import { InterfaceTable } from './interface-table.tsx';
import { MisfitNotice } from './misfit-notice.tsx';
import { placeAnswer } from './place-answer.ts';
import { PlaceCard } from './place-card.tsx';
import type { PlaceStore } from './place-store.ts';
import { placeWarnings } from './place-warnings.ts';
import { PlaceWarningsNotice } from './place-warnings-notice.tsx';
import { provesOf } from './proves.ts';
import type { VisitStore } from './visit-store.ts';
import './visit.css';

interface WhereScreenProps {
  readonly visits: VisitStore;
  readonly places: PlaceStore;
  readonly catalogue: Catalogue | null;
  readonly running: boolean;
  readonly onBegin: () => void;
  readonly onListen: () => void;
}

export function WhereScreen(props: WhereScreenProps): ReactElement | null {
  const { site, visit } = useStore(props.visits);
  if (site === null || visit === null) return null;
  return <Where key={visit.id} {...props} site={site} visit={visit} />;
}

interface WhereProps extends WhereScreenProps {
  readonly site: Site;
  readonly visit: Visit;
}

function Where({
  visits,
  places,
  catalogue,
  running,
  site,
  visit,
  onBegin,
  onListen,
}: WhereProps): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const { runs, demo, change, addPlaceReason } = useStore(visits);
  const { place, plans, failure, ...choose } = useStore(places);
  const { viewpoint, localAddress } = visit;
  useEffect(() => {
    void places.getState().open();
  }, [places]);

  const answer = placeAnswer(visit, site, place, demo);
  const undecided = answer !== null && answer.reason === null;
  const proves = provesOf(plans[viewpoint] ?? [], viewpoint, ({ requirement }) => requirement);
  const obstacle = obstacleOf();

  function obstacleOf(): string | null {
    if (visit.closedAt !== null) return t('visit.closed.noRuns');
    if (running) return t('visit.running');
    if (undecided) return t('visit.decideAddress');
    if (plans[viewpoint] !== undefined && proves.direct + proves.indirect === 0)
      return t('visit.nothingToProbe');
    return null;
  }

  const ready = obstacle === null && plans[viewpoint] !== undefined;
  useHotkeys([['mod+Enter', () => ready && onBegin()]], []);

  return (
    <div className="where">
      {/* Of a closed visit everything inside is disabled, and the keyboard must still scroll it. */}
      <div className="where-body" {...(visit.closedAt === null ? {} : { tabIndex: 0 })}>
        <div className="where-title">
          <div>
            <h1>{t('visit.title')}</h1>
            <p className="where-why">{t('visit.why')}</p>
          </div>
          <div className="where-stage">
            <span id="stage-label">{t('visit.stage')}</span>
            <SegmentedControl
              aria-labelledby="stage-label"
              value={visit.stage}
              disabled={visit.closedAt !== null}
              data={STAGES.map((stage) => ({ value: stage, label: STAGE_LABELS[stage][language] }))}
              onChange={(stage) => void choose.chooseStage(stage as Stage)}
            />
          </div>
        </div>
        {failure === null ? null : (
          <FailureNotice title={t(`visit.failedTo.${failure.action}`)} error={failure.error} />
        )}
        <fieldset className="where-fields" disabled={visit.closedAt !== null}>
          <div className="place-cards" role="radiogroup" aria-label={t('visit.places')}>
            {VIEWPOINTS.map((entry) => (
              <PlaceCard
                key={entry}
                viewpoint={entry}
                site={site}
                catalogue={catalogue}
                checks={plans[entry] ?? []}
                lastRun={runs.find((run) => run.viewpoint === entry && hasMeasured(run)) ?? null}
                chosen={entry === viewpoint}
                onChoose={() => change({ viewpoint: entry })}
              />
            ))}
          </div>
          <div className="where-lower">
            <InterfaceTable
              place={place}
              site={site}
              viewpoint={viewpoint}
              localAddress={localAddress}
              onChoose={(address) => void choose.chooseAddress(address)}
              onRefresh={() => void choose.refresh()}
            />
            <div className="where-side">
              {answer === null ? null : (
                <MisfitNotice
                  key={`${viewpoint} ${answer.misfit.addresses[0]}`}
                  viewpoint={viewpoint}
                  answer={answer}
                  onChange={(better) => change({ viewpoint: better })}
                  onRefresh={() => void choose.refresh()}
                  onReason={(reason) =>
                    addPlaceReason({ viewpoint, address: answer.misfit.addresses[0] ?? null, reason })
                  }
                />
              )}
              {demo ? null : <PlaceWarningsNotice warnings={placeWarnings(place, localAddress)} />}
              <Switch
                label={t('visit.indirect')}
                description={t('visit.indirectHint')}
                checked={visit.indirect}
                onChange={(event) => void choose.chooseIndirect(event.currentTarget.checked)}
              />
            </div>
          </div>
        </fieldset>
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
