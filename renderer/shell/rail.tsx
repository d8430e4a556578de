/** The steps of a visit, and below them the places: where one has been and when. */
import { IconCheck } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { RunSummary } from '../../src/contract/bridge.ts';
import { VIEWPOINT_LABELS } from '../../src/contract/labels.ts';
import type { VisitStep } from '../../src/contract/visit.ts';
import { VIEWPOINTS, type Viewpoint } from '../../src/contract/words.ts';
import { formatWhen } from '../format.ts';
import { useLanguage } from '../i18n/i18n.ts';
import { PlaceIcon } from '../signs.tsx';
import './rail.css';

export interface RailStep {
  readonly step: VisitStep;
  readonly title: string;
  readonly hint: string;
  readonly done: boolean;
}

interface RailProps {
  readonly title: string;
  readonly subtitle: string;
  readonly steps: readonly RailStep[];
  /** Null while it is not known where the visit was left. */
  readonly current: VisitStep | null;
  readonly runs: readonly RunSummary[];
  /** The place of the run that goes on. */
  readonly now: Viewpoint | null;
  readonly onStep: (step: VisitStep) => void;
  readonly onRun: (run: RunSummary) => void;
}

export function Rail(props: RailProps): ReactElement {
  const { steps, current, runs, now, onStep, onRun } = props;
  const { t } = useTranslation();
  const language = useLanguage();

  return (
    <nav className="rail" aria-label={t('common.steps')}>
      <div className="rail-head">
        <p className="rail-title">{props.title}</p>
        <p className="rail-subtitle">{props.subtitle}</p>
      </div>
      <ol className="rail-steps">
        {steps.map(({ step, title, hint, done }, index) => (
          <li key={step}>
            <button
              type="button"
              className="rail-step"
              {...(step === current ? { 'aria-current': 'step' as const } : {})}
              onClick={() => onStep(step)}
            >
              <span className="rail-number" data-done={done && step !== current} aria-hidden>
                {done && step !== current ? <IconCheck size={14} stroke={2.25} /> : index + 1}
              </span>
              <span className="rail-texts">
                <span className="rail-name">{title}</span>
                <span className="rail-hint numbers">{hint}</span>
              </span>
            </button>
          </li>
        ))}
      </ol>
      <section className="rail-places" aria-label={t('common.places')}>
        <h2>{t('common.places')}</h2>
        {VIEWPOINTS.map((viewpoint) => {
          const run = runs.find((candidate) => candidate.viewpoint === viewpoint);
          const texts = (
            <>
              <PlaceIcon viewpoint={viewpoint} />
              <span className="rail-place-name">{VIEWPOINT_LABELS[viewpoint][language]}</span>
              <span className="rail-place-when numbers">
                {now === viewpoint
                  ? t('common.placeNow')
                  : run === undefined
                    ? t('common.placeNever')
                    : formatWhen(run.finishedAt, language)}
              </span>
            </>
          );
          return run === undefined || now !== null ? (
            <p key={viewpoint} className="rail-place" data-now={now === viewpoint}>
              {texts}
            </p>
          ) : (
            <button key={viewpoint} type="button" className="rail-place" onClick={() => onRun(run)}>
              {texts}
            </button>
          );
        })}
      </section>
    </nav>
  );
}
