/** What is left: every requirement against every target, and where to go for the rest. */
import { Button, SegmentedControl } from '@mantine/core';
import { type ReactElement, useCallback, useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BridgeError } from '../../../src/contract/bridge.ts';
import type { Requirement } from '../../../src/contract/catalogue.ts';
import type { Coverage, CoverageCell } from '../../../src/contract/coverage.ts';
import { PARTY_LABELS } from '../../../src/contract/labels.ts';
import type { Site } from '../../../src/contract/site.ts';
import type { Visit } from '../../../src/contract/visit.ts';
import type { Waiver } from '../../../src/contract/waivers.ts';
import type { Party, Viewpoint } from '../../../src/contract/words.ts';
import type { SectionId } from '../../../src/report/sections.ts';
import { isLeft } from '../../coverage-signs.ts';
import { FailureNotice } from '../../failure-notice.tsx';
import { useLanguage } from '../../i18n/i18n.ts';
import { SearchField } from '../../ui/search-field.tsx';
import { WaiveForm, type WaiverWords, type WaiveScopeChoice } from '../../waive-form.tsx';
import { CellDetails } from './cell-details.tsx';
import { CoverageCountsLine } from './coverage-counts.tsx';
import { buildMatrix } from './matrix.ts';
import { MatrixGrid } from './matrix-grid.tsx';
import { movesOf } from './moves.ts';
import { type ManualCount, MovesPanel } from './moves-panel.tsx';
import { SectionHead } from './section-head.tsx';
import { type Selection, type SelectionKey, selectionOf, type WaiveScope, waivedBy } from './waive.ts';
import { WaivedCard } from './waived-card.tsx';
import './coverage.css';
import './matrix.css';

export interface CoverageScreenProps {
  readonly site: Site;
  readonly visit: Visit;
  readonly coverage: Coverage;
  readonly requirements: readonly Requirement[];
  readonly manual: ManualCount | null;
  readonly older: readonly { readonly viewpoint: Viewpoint; readonly at: string }[];
  readonly engineer: string;
  readonly failure: BridgeError | null;
  readonly onRetry: () => void;
  readonly onMove: (viewpoint: Viewpoint) => void;
  readonly onTraps: () => void;
  readonly onManual: () => void;
  readonly onResult: () => void;
  readonly onChecks: (cells: readonly CoverageCell[]) => void;
  readonly onWaive: (waiver: Omit<Waiver, 'id' | 'at'>) => void;
  readonly onTakeBack: (waiverId: string) => void;
}

const WAIVERS_MAX = 5000;

export function CoverageScreen(props: CoverageScreenProps): ReactElement {
  const { site, visit, coverage, requirements } = props;
  const { t } = useTranslation();
  const language = useLanguage();
  const [onlyLeft, setOnlyLeft] = useState(false);
  const [query, setQuery] = useState('');
  const [openedGroup, setOpenedGroup] = useState<string | null>(null);
  const [turned, setTurned] = useState<ReadonlySet<SectionId>>(new Set());
  const [selected, setSelected] = useState<SelectionKey | null>(null);
  const [waiving, setWaiving] = useState(false);
  const asked = useDeferredValue(query);
  const closed = visit.closedAt !== null;

  const titles = useMemo(
    () => new Map(requirements.map(({ id, title }) => [id, title[language]])),
    [requirements, language],
  );
  const titleOf = useCallback((requirement: string) => titles.get(requirement) ?? requirement, [titles]);
  const partyName = useCallback((party: Party) => PARTY_LABELS[party][language], [language]);
  const matrix = useMemo(
    () =>
      buildMatrix({
        cells: coverage.cells,
        site,
        titleOf,
        partyName,
        openedGroup,
        onlyLeft,
        query: asked,
        turned,
      }),
    [coverage, site, titleOf, partyName, openedGroup, onlyLeft, asked, turned],
  );
  const moves = useMemo(() => movesOf(coverage, site.probe), [coverage, site.probe]);
  const selection = selectionOf(matrix, selected);
  const nothing = matrix.sections.length === 0;
  const select = useCallback((key: SelectionKey | null) => {
    setSelected(key);
    setWaiving(false);
  }, []);

  function turnGroup(key: string): void {
    setOpenedGroup((before) => (before === key ? null : key));
  }

  function openColumn({ column }: SelectionKey): void {
    if (column.startsWith('group:')) turnGroup(column.slice('group:'.length));
  }

  function turnSection(id: SectionId): void {
    setTurned((before) => {
      const next = new Set(before);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  }

  function waive(what: Selection, scope: WaiveScope, words: WaiverWords): void {
    for (const waived of waivedBy(what, scope)) props.onWaive({ ...waived, ...words });
    setWaiving(false);
  }

  function scopeOf(what: Selection, value: WaiveScope): WaiveScopeChoice<WaiveScope> {
    const target = what.column.title === '' ? t('coverage.otherDevices') : what.column.title;
    const fits = waivedBy(what, value).length <= WAIVERS_MAX - visit.waivers.length;
    return { value, label: t(`coverage.form.${value}`, { title: what.row.title, target }), fits };
  }

  function nameOf(targetId: string): string {
    const known = [...site.servers, ...site.external, ...site.devices].find(({ id }) => id === targetId);
    return known?.name.trim() || known?.host || targetId;
  }

  return (
    <div className="coverage">
      <div className="coverage-head">
        <div className="coverage-head-line">
          <h1>{t('coverage.title')}</h1>
          <span className="coverage-space" />
          <SegmentedControl
            aria-label={t('coverage.show')}
            value={onlyLeft ? 'left' : 'all'}
            data={[
              { value: 'all', label: t('coverage.all') },
              { value: 'left', label: t('coverage.onlyLeft') },
            ]}
            onChange={(value) => setOnlyLeft(value === 'left')}
          />
          <SearchField label={t('coverage.search')} value={query} width={190} onChange={setQuery} />
        </div>
        <CoverageCountsLine counts={coverage.cellCounts} />
        {props.failure === null ? null : (
          <FailureNotice
            title={t('coverage.failed')}
            error={props.failure}
            actions={
              <Button className="small" onClick={props.onRetry}>
                {t('common.retry')}
              </Button>
            }
          />
        )}
      </div>
      <div className="coverage-body">
        <div className="coverage-main">
          {nothing ? (
            <div className="empty-state">
              <p>{query === '' ? t('coverage.nothingLeft') : t('coverage.nothingMatches')}</p>
              <Button
                onClick={() => {
                  setQuery('');
                  setOnlyLeft(false);
                }}
              >
                {t('coverage.clear')}
              </Button>
            </div>
          ) : (
            <MatrixGrid
              matrix={matrix}
              selected={selected}
              sectionHead={(section) => (
                <SectionHead section={section} onMove={closed ? null : props.onMove} onTurn={turnSection} />
              )}
              onSelect={select}
              onOpen={openColumn}
              onTurnGroup={turnGroup}
            />
          )}
          <CellDetails
            selection={selection}
            onWaive={closed ? null : () => setWaiving(true)}
            onTakeBack={props.onTakeBack}
            onOpenGroup={() => selected !== null && openColumn(selected)}
            onChecks={props.onChecks}
          />
        </div>
        <aside className="coverage-side" aria-label={t('coverage.next.title')}>
          {waiving && selection !== null ? (
            <WaiveForm
              key={`${selection.row.key} ${selection.column.key}`}
              scopes={[scopeOf(selection, 'cell'), scopeOf(selection, 'row'), scopeOf(selection, 'column')]}
              engineer={props.engineer}
              onSubmit={(scope, words) => waive(selection, scope, words)}
              onCancel={() => setWaiving(false)}
            />
          ) : (
            <>
              <MovesPanel
                moves={closed ? [] : moves}
                closed={closed}
                manual={props.manual}
                trapsLeft={
                  !closed &&
                  coverage.cells.some(({ check, state }) => check.service === 'snmp-trap' && isLeft(state))
                }
                older={props.older}
                onMove={props.onMove}
                onTraps={props.onTraps}
                onManual={props.onManual}
                onResult={props.onResult}
              />
              <WaivedCard
                waivers={visit.waivers}
                cells={coverage.cellCounts.waived}
                titleOf={titleOf}
                nameOf={nameOf}
                onTakeBack={closed ? null : props.onTakeBack}
              />
            </>
          )}
        </aside>
      </div>
    </div>
  );
}
