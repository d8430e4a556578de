/** The map as a table: the same ways, for those who read better than they look. */
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { COVERAGE_SIGNS } from '../../coverage-signs.ts';
import { VERDICT_TONES, VerdictMark } from '../../signs.tsx';
import type { MapWords } from './map-words.ts';
import type { SiteGraph } from './site-graph.ts';

interface SiteTableProps {
  readonly graph: SiteGraph;
  readonly words: MapWords;
  readonly chosen: string | null;
  readonly onChoose: (id: string) => void;
}

export function SiteTable({ graph, words, chosen, onChoose }: SiteTableProps): ReactElement {
  const { t } = useTranslation();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a long table must be scrollable by keyboard
    <section className="site-table" aria-label={t('outcome.map.asTable')} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {(['from', 'to', 'state', 'ports', 'flows'] as const).map((column) => (
              <th key={column} scope="col">
                {t(`outcome.map.columns.${column}`)}
              </th>
            ))}
            <th scope="col">
              <span className="visually-hidden">{t('outcome.map.columns.open')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {graph.edges.map((edge) => {
            const sign = COVERAGE_SIGNS[edge.state];
            return (
              <tr key={edge.id} data-chosen={edge.id === chosen}>
                <td>{words.nameOf(edge.from)}</td>
                <td>{words.nameOf(edge.to)}</td>
                <td>
                  <span className="site-table-state" data-tone={VERDICT_TONES[sign]}>
                    <VerdictMark sign={sign} size={14} />
                    {t(`coverage.states.${edge.state}`)}
                  </span>
                </td>
                <td className="numbers">{edge.ports.join(', ')}</td>
                <td className="numbers">{edge.cells.length}</td>
                <td>
                  <button
                    type="button"
                    className="link"
                    aria-label={`${t('outcome.map.show')}: ${words.sentenceOf(edge)}`}
                    onClick={() => onChoose(edge.id)}
                  >
                    {t('outcome.map.show')}
                  </button>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
