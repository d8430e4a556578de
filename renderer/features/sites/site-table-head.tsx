/** The heads of the list of sites; a press sorts by the column, a second turns the order round. */
// biome-ignore-all lint/a11y/useSemanticElements: a list that is drawn in part cannot be a <table>
// biome-ignore-all lint/a11y/useFocusableInteractive: the button inside the head takes the focus
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { SiteOrder, SortColumn } from './site-list.ts';

interface SiteTableHeadProps {
  readonly order: SiteOrder;
  readonly onSort: (column: SortColumn) => void;
}

export function SiteTableHead({ order, onSort }: SiteTableHeadProps): ReactElement {
  const { t } = useTranslation();
  const head = (column: SortColumn, label: string) => (
    <SortHead column={column} label={label} order={order} onSort={onSort} />
  );
  return (
    <div role="rowgroup" className="site-head-group">
      <div role="row" className="site-head">
        {head('name', t('sites.columns.site'))}
        {head('readiness', t('sites.columns.readiness'))}
        <span role="columnheader">{t('sites.columns.from')}</span>
        {head('last', t('sites.columns.last'))}
        {head('faults', t('sites.columns.faults'))}
        <span role="columnheader" className="site-right">
          {t('sites.columns.devices')}
        </span>
      </div>
    </div>
  );
}

interface SortHeadProps extends SiteTableHeadProps {
  readonly column: SortColumn;
  readonly label: string;
}

function SortHead({ column, label, order, onSort }: SortHeadProps): ReactElement {
  const chosen = order.column === column;
  const Arrow = order.descending ? IconChevronDown : IconChevronUp;
  return (
    <span
      role="columnheader"
      aria-sort={chosen ? (order.descending ? 'descending' : 'ascending') : 'none'}
      className={column === 'faults' ? 'site-right' : undefined}
    >
      <button type="button" className="site-sort" onClick={() => onSort(column)}>
        {label}
        {chosen ? <Arrow size={14} stroke={1.75} aria-hidden /> : null}
      </button>
    </span>
  );
}
