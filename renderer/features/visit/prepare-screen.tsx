/** Before the visit: the stage, what to bring and what to ask for, and the paper to hand out in good time. */
import { Button, Checkbox, SegmentedControl } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconArrowRight, IconClipboardCheck, IconWall } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { STAGE_LABELS } from '../../../src/contract/labels.ts';
import { STAGES, type Stage } from '../../../src/contract/words.ts';
import { useLanguage } from '../../i18n/i18n.ts';
import { type PreparationLine, preparationOf } from './preparation.ts';
import { isOpenVisit, type VisitStore } from './visit-store.ts';
import './prepare.css';

interface PrepareScreenProps {
  readonly store: VisitStore;
  readonly onNext: () => void;
  readonly onBlank: () => void;
  readonly onRequest: () => void;
}

const ICON = { size: 16, stroke: 1.75, 'aria-hidden': true } as const;

export function PrepareScreen({
  store,
  onNext,
  onBlank,
  onRequest,
}: PrepareScreenProps): ReactElement | null {
  const { t } = useTranslation();
  const language = useLanguage();
  const { site, visit, change } = useStore(store);
  useHotkeys([['mod+Enter', onNext]], []);
  if (site === null || visit === null) return null;
  const { stage, prepared } = visit;
  const readOnly = !isOpenVisit(visit);
  const groups = preparationOf(site, stage);
  const lines = groups.flatMap((group) => group.lines);
  const done = lines.filter(({ id }) => prepared.includes(id)).length;

  function toggle(id: PreparationLine): void {
    change({
      prepared: prepared.includes(id) ? prepared.filter((entry) => entry !== id) : [...prepared, id],
    });
  }

  return (
    <div className="prepare">
      <div className="prepare-body">
        <div className="prepare-title">
          <div>
            <h1>{t('prepare.title')}</h1>
            <p className="prepare-why">{t('prepare.why')}</p>
          </div>
          <div className="prepare-stage">
            <span id="prepare-stage">{t('prepare.stage')}</span>
            <SegmentedControl
              aria-labelledby="prepare-stage"
              value={stage}
              disabled={readOnly}
              data={STAGES.map((entry) => ({ value: entry, label: STAGE_LABELS[entry][language] }))}
              onChange={(entry) => change({ stage: entry as Stage })}
            />
          </div>
        </div>
        <p className="prepare-stage-hint">{t(`prepare.stageHint.${stage}`)}</p>
        <div className="prepare-columns">
          {groups.map((group) => (
            <section key={group.id} className="prepare-group" aria-labelledby={`prepare-${group.id}`}>
              <h2 id={`prepare-${group.id}`}>{t(`prepare.groups.${group.id}`)}</h2>
              <ul>
                {group.lines.map(({ id, values }) => (
                  <li key={id}>
                    <Checkbox
                      checked={prepared.includes(id)}
                      disabled={readOnly}
                      label={t(`prepare.lines.${id}.title`)}
                      description={t(`prepare.lines.${id}.text`, values)}
                      onChange={() => toggle(id)}
                    />
                  </li>
                ))}
              </ul>
            </section>
          ))}
          <section className="prepare-group prepare-paper" aria-labelledby="prepare-paper">
            <h2 id="prepare-paper">{t('prepare.paper')}</h2>
            <Button leftSection={<IconClipboardCheck {...ICON} />} onClick={onBlank}>
              {t('prepare.blank')}
            </Button>
            <p className="prepare-hint">{t('prepare.paperHint')}</p>
            {stage === 'before-install' ? (
              <>
                <Button leftSection={<IconWall {...ICON} />} onClick={onRequest}>
                  {t('prepare.request')}
                </Button>
                <p className="prepare-hint">{t('prepare.requestHint')}</p>
              </>
            ) : null}
          </section>
        </div>
      </div>
      <footer className="visit-foot">
        <span className="numbers" role="status">
          {t('prepare.ticked', { done, total: lines.length })}
        </span>
        <span className="visit-foot-space" />
        <Button
          variant="filled"
          rightSection={<IconArrowRight {...ICON} />}
          aria-keyshortcuts="Control+Enter"
          onClick={onNext}
        >
          {t('prepare.next')}
        </Button>
      </footer>
    </div>
  );
}
