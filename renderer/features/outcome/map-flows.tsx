/** The flows behind a chosen edge or node, and the way to their checks. */
import { Button } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { COVERAGE_STATES, type CoverageCell } from '../../../src/contract/coverage.ts';
import { portText } from '../../../src/contract/port-text.ts';
import { describeSeen } from '../../../src/contract/seen.ts';
import { COVERAGE_SIGNS } from '../../coverage-signs.ts';
import { useLanguage } from '../../i18n/i18n.ts';
import { VerdictMark } from '../../signs.tsx';

interface MapFlowsProps {
  readonly title: string;
  readonly cells: readonly CoverageCell[];
  readonly titleOf: (requirement: string) => string;
  readonly onChecks: (cells: readonly CoverageCell[]) => void;
  readonly onClose: () => void;
}

const SHOWN = 100;

export function MapFlows({ title, cells, titleOf, onChecks, onClose }: MapFlowsProps): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const worstFirst = cells.toSorted(
    (one, other) => COVERAGE_STATES.indexOf(one.state) - COVERAGE_STATES.indexOf(other.state),
  );
  const wasSeen = cells.some(({ result }) => result !== null);
  return (
    <section
      className="map-flows"
      aria-label={title}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <div className="map-flows-head">
        <h3 className="one-line">{title}</h3>
        <span className="map-flows-count numbers">{t('common.flows', { count: cells.length })}</span>
        {wasSeen ? (
          <Button className="small" onClick={() => onChecks(cells)}>
            {t('outcome.map.toChecks')}
          </Button>
        ) : null}
        <button type="button" className="map-flows-close" aria-label={t('common.close')} onClick={onClose}>
          <IconX size={16} stroke={1.75} aria-hidden />
        </button>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long list must be scrollable by keyboard */}
      <ul tabIndex={0} aria-label={title}>
        {worstFirst.slice(0, SHOWN).map(({ check, state, result }) => (
          <li key={`${check.id} ${check.to.host}`}>
            <VerdictMark sign={COVERAGE_SIGNS[state]} size={14} />
            <span className="visually-hidden">{t(`coverage.states.${state}`)}</span>
            <span className="map-flow-title one-line">{titleOf(check.requirement)}</span>
            <span className="map-flow-port numbers">
              {check.to.host}, {portText(check)}
            </span>
            <span className="map-flow-seen one-line">
              {result === null || result.verdict === 'skip'
                ? t(`coverage.states.${state}`)
                : describeSeen(result, language)}
            </span>
          </li>
        ))}
        {worstFirst.length > SHOWN ? (
          <li className="map-flow-more">
            {t('outcome.map.moreFlows', { count: worstFirst.length - SHOWN })}
          </li>
        ) : null}
      </ul>
    </section>
  );
}
