/** The heads of the matrix: bands of columns above, names of columns below; a group of devices opens and folds here. */
// biome-ignore-all lint/a11y/useSemanticElements: a grid that is drawn in part cannot be a <table>
// biome-ignore-all lint/a11y/useFocusableInteractive: the squares are in the tab order, their heads only name them
import { IconChevronDown } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Column, ColumnBand, PlacedColumn } from './columns.ts';

interface MatrixHeadProps {
  readonly bands: readonly ColumnBand[];
  readonly placed: readonly PlacedColumn[];
  /** Where each band begins, in pixels from the first column. */
  readonly bandStarts: readonly number[];
  readonly onTurnGroup: (key: string) => void;
}

/** Longer names do not fit over one folded column: there the name stands upright and the count above. */
const SHORT_NAME = 7;
/** Over fewer columns the name of servers and external resources would be cut off after a letter or two. */
const ROOM_FOR_NAME_PX = 110;

function widthOf(band: ColumnBand): number {
  return band.columns.reduce((sum, { widthPx }) => sum + widthPx, 0);
}

export function MatrixHead({ bands, placed, bandStarts, onTurnGroup }: MatrixHeadProps): ReactElement {
  const { t } = useTranslation();

  function bandName(band: ColumnBand): string {
    if (band.kind === 'fixed') return t('coverage.fixed');
    if (band.key === '*') return t('coverage.devices');
    return band.label ?? t('coverage.otherDevices');
  }

  function upright(column: Column): string {
    if (column.kind !== 'group') return column.label;
    const name = column.title === '' ? t('coverage.otherDevices') : column.title;
    return name.length > SHORT_NAME ? name : t('coverage.mfps', { count: column.count });
  }

  function bandHead(band: ColumnBand): ReactElement | string {
    const name = bandName(band);
    if (band.kind === 'fixed' && widthOf(band) < ROOM_FOR_NAME_PX)
      return <span className="visually-hidden">{name}</span>;
    if (band.kind === 'fixed' || band.key === '*')
      return (
        <span className="one-line" title={name}>
          {name}
        </span>
      );
    const full = t('coverage.namedGroup', { name });
    const short = name.length > SHORT_NAME ? t('coverage.mfps', { count: band.count }) : name;
    return (
      <button
        type="button"
        className="band-button"
        aria-expanded={band.opened}
        aria-label={t(band.opened ? 'coverage.foldGroup' : 'coverage.openGroup', { name: full })}
        title={`${full}: ${t('coverage.mfps', { count: band.count })}`}
        onClick={() => onTurnGroup(band.key)}
      >
        <span className="one-line">{band.opened ? full : short}</span>
        {band.opened ? <IconChevronDown size={14} stroke={1.75} aria-hidden /> : null}
      </button>
    );
  }

  return (
    <div role="rowgroup" className="matrix-head">
      <div role="row" className="matrix-bands">
        <span role="presentation" className="matrix-corner" />
        {bands.map((band, index) => (
          <div
            key={band.key}
            role="columnheader"
            className="matrix-band"
            style={{
              left: bandStarts[index] ?? 0,
              width: widthOf(band),
            }}
          >
            {bandHead(band)}
          </div>
        ))}
      </div>
      <div role="row" className="matrix-names">
        <span role="columnheader" className="matrix-corner">
          {t('coverage.direction')}
        </span>
        {placed.map(({ column, startPx }) => (
          <span
            key={column.key}
            role="columnheader"
            className="matrix-name numbers"
            style={{ left: startPx, width: column.widthPx }}
            title={column.title}
          >
            <span className="one-line">{upright(column)}</span>
          </span>
        ))}
      </div>
    </div>
  );
}
