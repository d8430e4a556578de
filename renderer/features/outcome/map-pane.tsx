/** The right half of the result: the map or its table, its legend, and the flows of what was chosen. */
import { lazy, type ReactElement, Suspense, useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Coverage, CoverageCell, CoverageState } from '../../../src/contract/coverage.ts';
import type { Run } from '../../../src/contract/run.ts';
import type { Site } from '../../../src/contract/site.ts';
import { LoadingBars } from '../../ui/loading-bars.tsx';
import { MapFlows } from './map-flows.tsx';
import { EDGE_COLOURS, isDashed } from './map-tones.ts';
import { useMapWords } from './map-words.ts';
import { buildSiteGraph, type SiteGraph } from './site-graph.ts';
import { SiteTable } from './site-table.tsx';
import './map-pane.css';

interface MapPaneProps {
  readonly coverage: Coverage;
  readonly site: Site;
  readonly runs: readonly Run[];
  readonly titleOf: (requirement: string) => string;
  readonly onChecks: (cells: readonly CoverageCell[]) => void;
}

/** The drawing library comes only when a result is looked at; should it not come, the table shows the same. */
const SiteMap = lazy(async () => {
  try {
    return { default: (await import('./site-map.tsx')).SiteMap };
  } catch {
    return { default: SiteTable };
  }
});

const LEGEND: readonly CoverageState[] = [
  'proven',
  'failed',
  'remark',
  'indirect',
  'fail-indirect',
  'not-seen',
  'waived',
];

export function MapPane({ coverage, site, runs, titleOf, onChecks }: MapPaneProps): ReactElement {
  const { t } = useTranslation();
  const [asTable, setAsTable] = useState(false);
  const [chosen, setChosen] = useState<string | null>(null);
  const graph = useMemo(() => buildSiteGraph({ cells: coverage.cells, site, runs }), [coverage, site, runs]);
  const words = useMapWords(graph);
  const choose = useCallback((id: string) => setChosen((before) => (before === id ? null : id)), []);
  const picked = chosen === null ? [] : cellsOf(graph, chosen);
  const states = new Set(graph.edges.map(({ state }) => state));

  function chosenTitle(id: string): string {
    const edge = graph.edges.find((each) => each.id === id);
    if (edge === undefined) return words.nameOf(id);
    return t('outcome.map.flowsOf', { from: words.nameOf(edge.from), to: words.nameOf(edge.to) });
  }

  return (
    <section className="map-pane" aria-label={t('outcome.map.title')}>
      <div className="map-pane-head">
        <h2>{t('outcome.map.title')}</h2>
        <button type="button" className="link" onClick={() => setAsTable((before) => !before)}>
          {asTable ? t('outcome.map.asMap') : t('outcome.map.asTable')}
        </button>
      </div>
      {asTable ? (
        <SiteTable graph={graph} words={words} chosen={chosen} onChoose={choose} />
      ) : (
        <Suspense fallback={<LoadingBars label={t('common.loading')} />}>
          <SiteMap graph={graph} words={words} chosen={chosen} onChoose={choose} />
        </Suspense>
      )}
      {chosen === null || picked.length === 0 ? (
        <ul className="map-legend" aria-label={t('outcome.map.legend')}>
          {LEGEND.filter((state) => states.has(state)).map((state) => (
            <li key={state}>
              <svg width="24" height="10" viewBox="0 0 24 10" aria-hidden="true">
                <path
                  d="M0 5H17"
                  stroke={EDGE_COLOURS[state]}
                  strokeWidth="1.6"
                  strokeDasharray={isDashed(state) ? '4 3' : undefined}
                />
                <path d="M16 1L24 5L16 9z" fill={EDGE_COLOURS[state]} />
              </svg>
              {t(`coverage.states.${state}`)}
            </li>
          ))}
        </ul>
      ) : (
        <MapFlows
          title={chosenTitle(chosen)}
          cells={picked}
          titleOf={titleOf}
          onChecks={onChecks}
          onClose={() => setChosen(null)}
        />
      )}
    </section>
  );
}

/** Of an edge its flows, of a node those that end or start there. */
function cellsOf(graph: SiteGraph, id: string): readonly CoverageCell[] {
  const edge = graph.edges.find((each) => each.id === id);
  if (edge !== undefined) return edge.cells;
  return graph.edges.filter(({ from, to }) => from === id || to === id).flatMap(({ cells }) => cells);
}
