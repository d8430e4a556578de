/** Watch the checks, open what failed, stop or not; afterwards repeat, or go on to paper. */
import { Button } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { type ReactElement, useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Requirement } from '../../../src/contract/catalogue.ts';
import type { PlannedCheck } from '../../../src/contract/check.ts';
import { FailureNotice } from '../../failure-notice.tsx';
import { useLanguage } from '../../i18n/i18n.ts';
import { LoadingBars } from '../../ui/loading-bars.tsx';
import { Announcer } from './announcer.tsx';
import { CausesPanel } from './causes-panel.tsx';
import { CheckList } from './check-list.tsx';
import { ChecksChips } from './checks-chips.tsx';
import { ChecksFoot } from './checks-foot.tsx';
import { ChecksHead } from './checks-head.tsx';
import { buildItems } from './items.ts';
import { isBusy, type ResultsStore } from './results-store.ts';
import { countProbes, countRows } from './row-sign.ts';
import type { RowVisit } from './row-visit.ts';
import { groupChecks } from './rows.ts';
import { useFindings } from './use-findings.ts';
import './results.css';
import './check-list.css';

const NO_RESULTS = { results: new Map(), running: new Set<string>() } as const;

interface ChecksScreenProps {
  readonly store: ResultsStore;
  readonly siteId: string;
  readonly requirements: readonly Requirement[];
  /** Null while no visit is there to keep notes in. */
  readonly visit: RowVisit | null;
  readonly onWhere: () => void;
  readonly onPaper: () => void;
  readonly onNext: () => void;
  readonly onRequest: () => void;
}

export function ChecksScreen(props: ChecksScreenProps): ReactElement {
  const { store, siteId, requirements, visit, onWhere, onPaper, onRequest } = props;
  const { t } = useTranslation();
  const language = useLanguage();
  const state = useStore(store);
  const { checks, results, running, site, narrowing, folded, opened } = state;
  const [causesShown, setCausesShown] = useState(false);

  const known = state.run?.catalogue.requirements ?? requirements;
  const titles = useMemo(
    () => new Map(known.map(({ id, title }) => [id, title[language]])),
    [known, language],
  );
  const titleOf = useCallback(
    (check: PlannedCheck) => titles.get(check.requirement) ?? check.requirement,
    [titles],
  );
  const groups = useMemo(() => (site === null ? [] : groupChecks(checks, site)), [checks, site]);
  const sources = useMemo(() => ({ results, running }), [results, running]);
  const counts = useMemo(() => countRows({ checks, ...sources }), [checks, sources]);
  // Only a chip looks at the results: without one the list stays the same while they come.
  const narrowedBy = narrowing.chip === 'all' ? NO_RESULTS : sources;
  const items = useMemo(
    () => buildItems({ groups, folded, opened, narrowing, sources: narrowedBy, titleOf }),
    [groups, folded, opened, narrowing, narrowedBy, titleOf],
  );
  const findings = useFindings(state, language);
  const busy = isBusy(state);
  const probes = useMemo(() => countProbes({ checks, ...sources }), [checks, sources]);

  const { cancel, again, narrow } = state;
  useHotkeys([['Escape', () => void cancel()]]);
  const repeatable = visit !== null && !visit.readOnly;
  const repeatOne = useMemo(
    () => (busy || !repeatable ? null : (id: string) => void again([id])),
    [busy, repeatable, again],
  );

  const elsewhere = site !== null && site.id !== siteId;
  if (elsewhere || (state.status === 'empty' && state.failure === null)) {
    return (
      <div className="empty-state">
        <h1>{t('results.empty.title')}</h1>
        <p>{t('results.empty.text')}</p>
        <Button variant="filled" onClick={onWhere}>
          {t('results.empty.action')}
        </Button>
      </div>
    );
  }
  return (
    <div className="checks" data-causes={causesShown}>
      <ChecksHead state={state} counts={counts} probes={probes} />
      <div className="checks-body">
        <div className="checks-main">
          <ChecksChips
            counts={counts}
            total={checks.length}
            narrowing={narrowing}
            causes={findings.length}
            causesShown={causesShown}
            onNarrow={narrow}
            onToggleCauses={() => setCausesShown((shown) => !shown)}
          />
          {state.failure === null ? null : (
            <div className="checks-failure">
              <FailureNotice
                title={t(`results.failedTo.${state.failure.action}`)}
                error={state.failure.error}
              />
            </div>
          )}
          {state.status === 'starting' && checks.length === 0 ? (
            <LoadingBars label={t('results.starting')} />
          ) : (
            <CheckList
              items={items}
              sources={sources}
              titleOf={titleOf}
              onToggleRow={state.toggleRow}
              onToggleGroup={state.toggleGroup}
              onRepeat={repeatOne}
              visit={visit}
            />
          )}
          {items.length === 0 && checks.length > 0 ? (
            <div className="empty-state">
              <p>{t('results.nothingMatches')}</p>
              <Button onClick={() => narrow({ chip: 'all', only: null, query: '' })}>
                {t('results.clear')}
              </Button>
            </div>
          ) : null}
        </div>
        <CausesPanel
          findings={findings}
          controls={state.controls}
          going={busy}
          chosen={narrowing.only}
          onChoose={(finding) => narrow({ chip: 'all', query: '', only: new Set(finding.checks) })}
          onRequest={onRequest}
        />
      </div>
      <ChecksFoot state={state} repeatable={repeatable} onPaper={onPaper} onNext={props.onNext} />
      <Announcer state={state} counts={counts} probes={probes} titleOf={titleOf} />
    </div>
  );
}
