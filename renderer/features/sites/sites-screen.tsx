/** The list of sites: which one, and go on, begin or print a blank. */
import { Button } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconPlus, IconUpload } from '@tabler/icons-react';
import { type ReactElement, useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Catalogue } from '../../../src/contract/catalogue.ts';
import { LoadingBars } from '../../ui/loading-bars.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { inFilter, matchesSite, siteRows, sortRows } from './site-list.ts';
import { SitePanel } from './site-panel.tsx';
import { SiteTable } from './site-table.tsx';
import { SitesEmpty } from './sites-empty.tsx';
import { SitesFilters } from './sites-filters.tsx';
import { SitesFoot } from './sites-foot.tsx';
import { SitesNotices } from './sites-notices.tsx';
import type { SitesStore } from './sites-store.ts';
import { useSiteActions } from './use-site-actions.ts';
import './site-panel.css';
import './sites-empty.css';
import './sites.css';

interface SitesScreenProps {
  readonly store: SitesStore;
  readonly catalogues: readonly Catalogue[];
  /** The site whose checks go on in the background. */
  readonly runningSiteId: string | null;
  readonly openProblems: readonly string[];
  readonly onForgetProblems: () => void;
  readonly onNew: () => void;
  readonly onEdit: (siteId: string) => void;
  readonly onBegin: (siteId: string) => void;
  readonly onReport: (siteId: string, blank: boolean) => void;
}

export function SitesScreen(props: SitesScreenProps): ReactElement {
  const { store, runningSiteId, onNew, onBegin } = props;
  const { t } = useTranslation();
  const state = useStore(store);
  const { query, filter, order } = state;
  const actions = useSiteActions(store);
  const rows = useMemo(() => siteRows(state.sites), [state.sites]);
  const sorted = useMemo(() => sortRows(rows, order, runningSiteId), [rows, order, runningSiteId]);
  const found = useMemo(() => sorted.filter((row) => matchesSite(row.site, query)), [sorted, query]);
  const shown = useMemo(() => found.filter((row) => inFilter(row, filter)), [found, filter]);
  const selected = shown.find((row) => row.site.id === state.selectedId) ?? shown[0] ?? null;

  useEffect(() => {
    void store.getState().recognise();
  }, [store]);
  useHotkeys([
    ['mod+N', onNew],
    ['mod+Enter', () => selected !== null && onBegin(selected.site.id)],
  ]);

  const notices = (
    <SitesNotices
      store={store}
      openProblems={props.openProblems}
      onForgetProblems={props.onForgetProblems}
      onOpen={onBegin}
    />
  );
  if (state.status === 'ready' && state.sites.length === 0) {
    return (
      <main className="sites-none">
        {notices}
        <SitesEmpty onNew={onNew} onOpenFile={actions.importFile} onDemo={actions.openDemo} />
      </main>
    );
  }
  return (
    <main className="sites">
      <div className="sites-bar">
        <h1>{t('common.sites')}</h1>
        <SearchField label={t('sites.search')} value={query} width={268} onChange={state.search} />
        <SitesFilters rows={found} filter={filter} onFilter={state.setFilter} />
        <span className="sites-bar-space" />
        <Button
          leftSection={<IconUpload size={16} stroke={1.75} aria-hidden />}
          onClick={() => void actions.importFile()}
        >
          {t('sites.openFile')}
        </Button>
        <Button
          variant={selected === null ? 'filled' : 'default'}
          leftSection={<IconPlus size={16} stroke={1.75} aria-hidden />}
          onClick={onNew}
        >
          {t('sites.newSite')}
        </Button>
      </div>
      <div className="sites-body">
        <div className="sites-list">
          {notices}
          {state.status === 'loading' ? (
            <LoadingBars label={t('common.loading')} />
          ) : (
            <>
              <SiteTable
                rows={shown}
                selectedId={selected?.site.id ?? null}
                runningSiteId={runningSiteId}
                order={order}
                onSort={state.sortBy}
                onSelect={state.select}
                onOpen={onBegin}
                onClearSearch={() => {
                  state.search('');
                  state.setFilter('all');
                }}
              />
              <SitesFoot
                shown={shown.length}
                total={rows.length}
                onDemo={state.sites.some(({ demo }) => demo) ? null : () => void actions.openDemo()}
              />
            </>
          )}
        </div>
        {selected === null ? null : (
          <SitePanel
            row={selected}
            catalogue={props.catalogues.find(({ id }) => id === selected.site.catalogue) ?? null}
            onBegin={() => onBegin(selected.site.id)}
            onEdit={() => props.onEdit(selected.site.id)}
            onReport={(blank) => props.onReport(selected.site.id, blank)}
            onDuplicate={() => void actions.duplicate(selected.site.id)}
            onExport={() => void actions.exportSite(selected.site.id)}
            onDelete={() => void actions.remove(selected.site)}
          />
        )}
      </div>
    </main>
  );
}
