/** The result: ready or not, what to hand to whom, the site as a map, what changed, and the signatures that close it. */
import { Button } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { type KeyboardEvent, type ReactElement, useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BridgeError } from '../../../src/contract/bridge.ts';
import type { Requirement } from '../../../src/contract/catalogue.ts';
import type { Coverage, CoverageCell } from '../../../src/contract/coverage.ts';
import { READINESS_LABELS, VIEWPOINT_LABELS } from '../../../src/contract/labels.ts';
import type { Finding, Run } from '../../../src/contract/run.ts';
import type { Site } from '../../../src/contract/site.ts';
import type { Signature, Visit } from '../../../src/contract/visit.ts';
import type { Viewpoint } from '../../../src/contract/words.ts';
import { readinessFact } from '../../../src/report/readiness-sentence.ts';
import { isLeft } from '../../coverage-signs.ts';
import { FailureNotice } from '../../failure-notice.tsx';
import { formatMoment } from '../../format.ts';
import { useLanguage } from '../../i18n/i18n.ts';
import { CauseList } from './cause-list.tsx';
import { causesText } from './causes-text.ts';
import { comparePlaces } from './comparison.ts';
import { ComparisonList } from './comparison-list.tsx';
import { MapPane } from './map-pane.tsx';
import { OutcomeFoot } from './outcome-foot.tsx';
import { OutcomeHead } from './outcome-head.tsx';
import { type SignatureSide, Signatures } from './signatures.tsx';
import { useResultSentence } from './use-result-sentence.ts';
import './outcome.css';

export interface OutcomeScreenProps {
  readonly site: Site;
  readonly visit: Visit;
  readonly coverage: Coverage;
  readonly findings: readonly Finding[];
  readonly requirements: readonly Requirement[];
  /** What the result stands on, and for each place the newest complete run before the visit. */
  readonly runs: readonly Run[];
  readonly earlierRuns: readonly Run[];
  readonly older: readonly { readonly viewpoint: Viewpoint; readonly at: string }[];
  readonly engineer: string;
  readonly failure: BridgeError | null;
  readonly onRetry: () => void;
  readonly onChecks: (checkIds: readonly string[]) => void;
  readonly onRepeat: (cells: readonly CoverageCell[]) => void;
  readonly onRequest: () => void;
  readonly onAct: () => void;
  readonly onPrint: () => void;
  readonly onSignature: (side: SignatureSide, patch: Partial<Signature>) => void;
  readonly onSign: (name: string) => void;
}

const TABS = ['causes', 'comparison'] as const;
type Tab = (typeof TABS)[number];

export function OutcomeScreen(props: OutcomeScreenProps): ReactElement {
  const { site, visit, coverage, findings, requirements, runs, onChecks } = props;
  const { t } = useTranslation();
  const language = useLanguage();
  const [tab, setTab] = useState<Tab>('causes');
  const clipboard = useClipboard({ timeout: 2000 });
  const failed = useMemo(
    () => coverage.cells.filter(({ state }) => state === 'failed' || state === 'remark'),
    [coverage],
  );
  const sentence = useResultSentence(coverage, failed, site.probe);
  const titles = useMemo(
    () => new Map(requirements.map(({ id, title }) => [id, title[language]])),
    [requirements, language],
  );
  const titleOf = useCallback((requirement: string) => titles.get(requirement) ?? requirement, [titles]);
  const openCells = useCallback(
    (cells: readonly CoverageCell[]) => onChecks(cells.map(({ check }) => check.id)),
    [onChecks],
  );

  const { earlierRuns } = props;
  const places = useMemo(
    () => (tab === 'comparison' ? comparePlaces({ visit, coverage, runs, earlier: earlierRuns }) : []),
    [tab, visit, coverage, runs, earlierRuns],
  );

  function turnTab({ key }: KeyboardEvent): void {
    if (key !== 'ArrowLeft' && key !== 'ArrowRight') return;
    const next = tab === 'causes' ? 'comparison' : 'causes';
    setTab(next);
    document.getElementById(`outcome-tab-${next}`)?.focus();
  }

  function copy(): void {
    const when = formatMoment(visit.closedAt ?? visit.updatedAt, language);
    clipboard.copy(
      causesText(
        findings,
        {
          head: t('outcome.causes.letter', { site: site.name, when }),
          readiness: `${READINESS_LABELS[coverage.readiness][language]}. ${sentence}`,
          addressee: (who) => t('outcome.causes.addressee', { who }),
          remedy: (text) => t('outcome.causes.remedy', { text }),
        },
        language,
      ),
    );
  }

  const older = props.older.map(({ viewpoint, at }) =>
    t('outcome.olderPlace', {
      place: VIEWPOINT_LABELS[viewpoint][language],
      when: formatMoment(at, language),
    }),
  );
  return (
    <div className="outcome">
      {props.failure === null ? null : (
        <div className="outcome-notice">
          <FailureNotice
            title={t('coverage.failed')}
            error={props.failure}
            actions={
              <Button className="small" onClick={props.onRetry}>
                {t('common.retry')}
              </Button>
            }
          />
        </div>
      )}
      <OutcomeHead coverage={coverage} sentence={sentence} />
      <div className="outcome-body">
        <div className="outcome-left">
          <div className="outcome-left-head">
            <div className="outcome-tabs" role="tablist" aria-label={t('outcome.tabs.label')}>
              {TABS.map((each) => (
                <button
                  key={each}
                  type="button"
                  role="tab"
                  id={`outcome-tab-${each}`}
                  aria-controls="outcome-panel"
                  aria-selected={tab === each}
                  tabIndex={tab === each ? 0 : -1}
                  onClick={() => setTab(each)}
                  onKeyDown={turnTab}
                >
                  {t(`outcome.tabs.${each}`)}
                </button>
              ))}
            </div>
            {tab === 'causes' && findings.length > 0 ? (
              <button type="button" className="link" onClick={copy}>
                {clipboard.copied ? t('outcome.causes.copied') : t('outcome.causes.copy')}
              </button>
            ) : null}
          </div>
          <div
            className="outcome-scroll"
            id="outcome-panel"
            role="tabpanel"
            aria-labelledby={`outcome-tab-${tab}`}
            // biome-ignore lint/a11y/noNoninteractiveTabindex: a long list must be scrollable by keyboard
            tabIndex={0}
          >
            {tab === 'causes' ? (
              <CauseList
                findings={findings}
                complete={!coverage.cells.some(({ state }) => isLeft(state))}
                onChecks={onChecks}
              />
            ) : (
              <ComparisonList places={places} titleOf={titleOf} />
            )}
            {older.length === 0 ? null : (
              <p className="outcome-quiet">{t('outcome.older', { places: older.join('; ') })}</p>
            )}
          </div>
          <Signatures
            standing={`${READINESS_LABELS[coverage.readiness][language]}. ${readinessFact(coverage, language)}`}
            visit={visit}
            engineer={props.engineer}
            onChange={props.onSignature}
            onSign={props.onSign}
          />
        </div>
        <MapPane coverage={coverage} site={site} runs={runs} titleOf={titleOf} onChecks={openCells} />
      </div>
      <OutcomeFoot
        closedAt={visit.closedAt}
        onRepeat={visit.closedAt !== null || failed.length === 0 ? null : () => props.onRepeat(failed)}
        onRequest={props.onRequest}
        onAct={props.onAct}
        onPrint={props.onPrint}
      />
    </div>
  );
}
