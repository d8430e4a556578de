/** The chosen square in words: what was seen, when and from where, who waived it; below the matrix, never over it. */
import { Button } from '@mantine/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { COVERAGE_STATES, type CoverageCell } from '../../../src/contract/coverage.ts';
import { VERDICT_LABELS, VIEWPOINT_LABELS, verdictSign } from '../../../src/contract/labels.ts';
import { reasonMessage } from '../../../src/contract/reasons.ts';
import { describeSeen } from '../../../src/contract/seen.ts';
import { COVERAGE_SIGNS } from '../../coverage-signs.ts';
import { formatDate, formatMoment } from '../../format.ts';
import { useLanguage } from '../../i18n/i18n.ts';
import { VERDICT_TONES, VerdictMark } from '../../signs.tsx';
import { ArrowText } from '../../ui/arrow-text.tsx';
import type { Selection } from './waive.ts';

interface CellDetailsProps {
  readonly selection: Selection | null;
  /** Null where the visit is closed. */
  readonly onWaive: (() => void) | null;
  readonly onTakeBack: (waiverId: string) => void;
  readonly onOpenGroup: () => void;
  /** Null where no run has looked at it. */
  readonly onChecks: ((cells: readonly CoverageCell[]) => void) | null;
}

export function CellDetails(props: CellDetailsProps): ReactElement {
  const { selection, onWaive, onTakeBack, onOpenGroup, onChecks } = props;
  const { t } = useTranslation();
  if (selection === null) {
    return <p className="cell-details cell-hint">{t('coverage.detailsHint')}</p>;
  }
  const { row, column, square } = selection;
  const sign = COVERAGE_SIGNS[square.state];
  const [cell] = square.cells;
  const isOne = square.cells.length === 1;
  const waiver = isOne ? (cell?.waiver ?? null) : null;
  const seen = square.cells.filter(({ result }) => result !== null);
  return (
    <section className="cell-details" aria-label={t('coverage.details')}>
      <VerdictMark sign={sign} size={18} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long text must be scrollable by keyboard */}
      <div className="cell-texts" tabIndex={0}>
        <p className="cell-head">
          <span data-tone={VERDICT_TONES[sign]}>{t(`coverage.states.${square.state}`)}</span>
          {' · '}
          {row.title} <span className="numbers">{row.ports}</span>
          {' · '}
          {column.title === '' ? t('coverage.otherDevices') : column.title}
        </p>
        {isOne && cell !== undefined ? <OneCell cell={cell} /> : <ManyCells cells={square.cells} />}
      </div>
      <div className="cell-actions">
        {column.kind === 'group' ? (
          <Button className="small" onClick={onOpenGroup}>
            {t('coverage.openFolded')}
          </Button>
        ) : null}
        {onChecks === null || seen.length === 0 ? null : (
          <Button className="small" onClick={() => onChecks(square.cells)}>
            {t('coverage.toChecks')}
          </Button>
        )}
        {onWaive === null ? null : waiver === null ? (
          <Button className="small" onClick={onWaive}>
            {t('coverage.waive')}
          </Button>
        ) : (
          <Button className="small" onClick={() => onTakeBack(waiver.id)}>
            {t('coverage.takeBack')}
          </Button>
        )}
      </div>
    </section>
  );
}

function OneCell({ cell }: { readonly cell: CoverageCell }): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const { result, seen, waiver, place } = cell;
  const probed = result !== null && result.verdict !== 'skip';
  return (
    <>
      {probed ? (
        <p className="cell-seen">
          {VERDICT_LABELS[verdictSign(result)][language]}: {describeSeen(result, language)}.{' '}
          <ArrowText text={reasonMessage(result.reason.code, result.reason.params, language)} />
        </p>
      ) : null}
      <p className="cell-quiet">
        {seen === null || !probed
          ? t('coverage.neverSeen')
          : t('coverage.seenFrom', {
              place: VIEWPOINT_LABELS[seen.viewpoint][language],
              when: formatMoment(seen.at, language),
            })}
        {place === null || (cell.state === 'proven' && seen !== null)
          ? null
          : ` · ${t('coverage.provenBy', { place: VIEWPOINT_LABELS[place][language] })}`}
      </p>
      {waiver === null ? null : (
        <p className="cell-quiet">
          {t('coverage.waivedBy', {
            by: waiver.by,
            when: formatDate(waiver.at, language),
            reason: waiver.reason,
          })}
          {waiver.until === null
            ? null
            : `, ${t('coverage.waivedUntil', { date: formatDate(waiver.until, language) })}`}
        </p>
      )}
    </>
  );
}

/** «не пройдено 2, видно косвенно 12». */
function ManyCells({ cells }: { readonly cells: readonly CoverageCell[] }): ReactElement {
  const { t } = useTranslation();
  const parts = COVERAGE_STATES.flatMap((state) => {
    const count = cells.filter((cell) => cell.state === state).length;
    return count === 0 ? [] : [`${t(`coverage.states.${state}`)} ${count}`];
  });
  return <p className="cell-quiet">{t('coverage.folded', { parts: parts.join(', ') })}</p>;
}
