/** What stands on the paper: kind, runs, language, and whose name. */
import { Checkbox, SegmentedControl } from '@mantine/core';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RunSummary } from '../../../src/contract/bridge.ts';
import { STAGE_LABELS, VIEWPOINT_LABELS } from '../../../src/contract/labels.ts';
import { standingRuns } from '../../../src/contract/standing-runs.ts';
import type { Language } from '../../../src/contract/words.ts';
import { formatMoment } from '../../format.ts';
import { useLanguage } from '../../i18n/i18n.ts';
import type { PaperKind, ReportState } from './report-store.ts';

interface ReportOptionsProps {
  readonly state: ReportState;
  /** Whose name stands on this paper. */
  readonly engineer: string;
  readonly onOpenSettings: () => void;
}

export function ReportOptions({ state, engineer, onOpenSettings }: ReportOptionsProps): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const [showsOlder, setShowsOlder] = useState(false);
  const latest = standingRuns(state.runs);
  const older = state.runs.filter((run) => !latest.includes(run));
  const hasRuns = state.runs.length > 0;
  return (
    <aside className="report-options" aria-label={t('report.options')}>
      <h1>{t('report.title')}</h1>
      <div>
        <p className="report-label" id="report-kind">
          {t('report.kind')}
        </p>
        <SegmentedControl
          fullWidth
          aria-labelledby="report-kind"
          value={state.kind}
          data={[
            { value: 'runs', label: t('report.filled'), disabled: !hasRuns },
            { value: 'act', label: t('report.act'), disabled: !hasRuns || state.visitId === null },
            { value: 'blank', label: t('report.blank') },
          ]}
          onChange={(kind) => void state.chooseKind(kind as PaperKind)}
        />
        {state.kind === 'blank' ? (
          <p className="report-hint">{hasRuns ? t('report.blankHint') : t('report.noRuns')}</p>
        ) : null}
        {state.kind === 'act' ? <p className="report-hint">{t('report.actHint')}</p> : null}
      </div>
      {state.kind === 'blank' ? null : (
        <fieldset className="report-runs">
          <legend className="report-label">{t('report.runs')}</legend>
          {latest.map((run) => (
            <RunBox key={run.id} run={run} state={state} />
          ))}
          {older.length === 0 ? null : showsOlder ? (
            older.map((run) => <RunBox key={run.id} run={run} state={state} />)
          ) : (
            <button type="button" className="link" onClick={() => setShowsOlder(true)}>
              {t('report.olderRuns', { count: older.length })}
            </button>
          )}
          <p className="report-hint" role="status">
            {state.narrowedTo === null
              ? ''
              : t('report.oneStage', { stage: STAGE_LABELS[state.narrowedTo][language] })}
          </p>
        </fieldset>
      )}
      <div>
        <p className="report-label" id="report-language">
          {t('report.language')}
        </p>
        <SegmentedControl
          fullWidth
          aria-labelledby="report-language"
          value={state.language}
          data={[
            { value: 'ru', label: t('report.russian') },
            { value: 'en', label: t('report.english') },
          ]}
          onChange={(language) => void state.chooseLanguage(language as Language)}
        />
      </div>
      <p className="report-hint">
        {engineer === '' ? (
          <>
            {t('report.noEngineer')}{' '}
            <button type="button" className="link" onClick={onOpenSettings}>
              {t('report.openSettings')}
            </button>
          </>
        ) : (
          t('report.names', { engineer })
        )}
      </p>
    </aside>
  );
}

function RunBox({ run, state }: { readonly run: RunSummary; readonly state: ReportState }): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const { pass, fail, warn } = run.summary;
  const counts = t('report.runCounts', { pass, fail, warn });
  return (
    <Checkbox
      checked={state.chosen.has(run.id)}
      label={t('report.runLabel', {
        place: VIEWPOINT_LABELS[run.viewpoint][language],
        when: formatMoment(run.finishedAt, language),
      })}
      description={`${STAGE_LABELS[run.stage][language]}: ${run.interrupted ? t('report.interrupted') : counts}`}
      onChange={() => void state.toggleRun(run.id)}
    />
  );
}
