/** One site: name and address, readiness in words, the places visited, the last visit, devices. */
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
  readonly selected: boolean;
  readonly onSelect: () => void;
  readonly onOpen: () => void;
}

export function SiteTableRow({ row, selected, onSelect, onOpen }: SiteTableRowProps): ReactElement {
  const { site, demo, state } = row;
  const { t } = useTranslation();
  const language = useLanguage();
  const detail = useReadinessDetail(state);
  const sign = READINESS_SIGNS[state.readiness];
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid handles the keys of its rows
    <div
      role="row"
      className="site-row"
      data-site-id={site.id}
      aria-selected={selected}
      tabIndex={selected ? 0 : -1}
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
          <span>{READINESS_LABELS[state.readiness][language]}</span>
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
        <p>{state.last === null ? t('sites.never') : formatDay(state.last.finishedAt, language)}</p>
        {state.last === null ? null : (
          <p className="site-second">{STAGE_LABELS[state.last.stage][language].toLowerCase()}</p>
        )}
      </div>
      <div role="gridcell" className="site-cell site-right">
        <p className="numbers">{site.devices.length}</p>
        <p className="site-second one-line">{SCHEME_LABELS[site.scheme][language]}</p>
      </div>
    </div>
  );
}
