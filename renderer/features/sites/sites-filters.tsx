/** Chips that narrow the list of sites by readiness. */
// biome-ignore-all lint/a11y/useSemanticElements: a fieldset draws a frame and a legend of its own
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { READINESS_LABELS, READINESS_SIGNS } from '../../../src/contract/labels.ts';
import { useLanguage } from '../../i18n/i18n.ts';
import { VerdictMark } from '../../signs.tsx';
import { Chip } from '../../ui/chip.tsx';
import { inFilter, SITE_FILTERS, type SiteFilter, type SiteRow } from './site-list.ts';

interface SitesFiltersProps {
  readonly rows: readonly SiteRow[];
  readonly filter: SiteFilter;
  readonly onFilter: (filter: SiteFilter) => void;
}

export function SitesFilters({ rows, filter, onFilter }: SitesFiltersProps): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();

  function labelOf(key: SiteFilter): string {
    if (key === 'all') return t('sites.all');
    return key === 'no-data' ? t('sites.noData') : READINESS_LABELS[key][language];
  }

  return (
    <div className="chips" role="group" aria-label={t('sites.filters')}>
      {SITE_FILTERS.map((key) => (
        <Chip
          key={key}
          label={labelOf(key)}
          count={rows.filter((row) => inFilter(row, key)).length}
          pressed={filter === key}
          sign={
            key === 'all' ? null : (
              <VerdictMark sign={key === 'no-data' ? 'not-seen' : READINESS_SIGNS[key]} size={14} />
            )
          }
          onPress={() => onFilter(key)}
        />
      ))}
    </div>
  );
}
