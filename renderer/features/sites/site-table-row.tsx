/** One site: name and address, readiness in words, the places visited, the last visit, faults, devices. */
// biome-ignore-all lint/a11y/useSemanticElements: a list that is drawn in part cannot be a <table>
// biome-ignore-all lint/a11y/useFocusableInteractive: one row is in the tab order, the arrows move it
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import {
  READINESS_LABELS,
  READINESS_SIGNS,
  SCHEME_LABELS,
  STAGE_LABELS,
  VIEWPOINT_LABELS,
} from '../../../src/contract/labels.ts';
import { VIEWPOINTS } from '../../../src/contract/words.ts';
import { DemoTag } from '../../demo-tag.tsx';
import { formatDay } from '../../format.ts';
import { useLanguage } from '../../i18n/i18n.ts';
import { PlaceIcon, VERDICT_TONES, VerdictMark } from '../../signs.tsx';
import type { SiteRow } from './site-list.ts';
import { useReadinessDetail } from './use-readiness-detail.ts';

interface SiteTableRowProps {
  readonly row: SiteRow;
  /** Its place in the whole list, heads counted. */
  readonly number: number;
  readonly selected: boolean;
  readonly running: boolean;
  readonly focusable: boolean;
  readonly onSelect: () => void;
  readonly onOpen: () => void;
}

export function SiteTableRow(props: SiteTableRowProps): ReactElement {
  const { row, selected, running, onSelect, onOpen } = props;
  const { site, demo, state, readiness, lastAt } = row;
  const { t } = useTranslation();
  const language = useLanguage();
  const detail = useReadinessDetail(row);
  const sign = READINESS_SIGNS[readiness];
  const stage = state.last === null ? '' : STAGE_LABELS[state.last.stage][language].toLowerCase();
  const visitLine = row.visitOpen && !running ? t('sites.visitOpen') : stage;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid handles the keys of its rows
    <div
      role="row"
      className="site-row"
      data-site-id={site.id}
      aria-rowindex={props.number}
      aria-selected={selected}
      tabIndex={props.focusable ? 0 : -1}
      onClick={onSelect}
      onFocus={onSelect}
      onDoubleClick={onOpen}
    >
      <div role="gridcell" className="site-cell">
        <p className="site-name">
          <span className="one-line" title={site.name}>
            {site.name}
          </span>
          {demo ? <DemoTag /> : null}
        </p>
        <p className="site-second one-line" title={site.address}>
          {site.address}
        </p>
      </div>
      <div role="gridcell" className="site-cell">
        <p className="site-readiness" data-tone={VERDICT_TONES[sign]}>
          <VerdictMark sign={sign} />
          <span>{READINESS_LABELS[readiness][language]}</span>
        </p>
        <p className="site-second one-line" title={detail}>
          {detail}
        </p>
      </div>
      <div role="gridcell" className="site-places">
        {VIEWPOINTS.map((viewpoint) => {
          const visited = state.visited.includes(viewpoint);
          const place = VIEWPOINT_LABELS[viewpoint][language];
          const label = visited ? t('sites.visited', { place }) : t('sites.notVisited', { place });
          return (
            <span
              key={viewpoint}
              className="place-mark"
              data-visited={visited}
              role="img"
              aria-label={label}
              title={label}
            >
              <PlaceIcon viewpoint={viewpoint} />
            </span>
          );
        })}
      </div>
      <div role="gridcell" className="site-cell">
        {running ? (
          <p className="site-running">{t('sites.running')}</p>
        ) : (
          <p>{lastAt === null ? t('sites.never') : formatDay(lastAt, language)}</p>
        )}
        {lastAt === null ? null : (
          <p className="site-second one-line" title={visitLine}>
            {visitLine}
          </p>
        )}
      </div>
      <div role="gridcell" className="site-cell site-right numbers">
        {state.last === null ? <span title={t('sites.notCounted')}>—</span> : state.fail}
      </div>
      <div role="gridcell" className="site-cell site-right">
        <p className="numbers">{site.devices.length}</p>
        <p className="site-second one-line">{SCHEME_LABELS[site.scheme][language]}</p>
      </div>
    </div>
  );
}
