/** The head of a group: what its rows lead to, and how much of it is done. */
// biome-ignore-all lint/a11y/useSemanticElements: a list that is drawn in part cannot be a <table>
// biome-ignore-all lint/a11y/useFocusableInteractive: one row is in the tab order, the arrows move it
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { PARTY_LABELS } from '../../../src/contract/labels.ts';
import { useLanguage } from '../../i18n/i18n.ts';
import type { RowSources } from './row-sign.ts';
import type { Group } from './rows.ts';

interface GroupRowProps {
  readonly group: Group;
  readonly folded: boolean;
  readonly results: RowSources['results'];
  readonly focusable: boolean;
  readonly onToggle: (key: string) => void;
  readonly onFocus: (key: string) => void;
}

export function GroupRow({
  group,
  folded,
  results,
  focusable,
  onToggle,
  onFocus,
}: GroupRowProps): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const key = `group ${group.id}`;
  const Chevron = folded ? IconChevronRight : IconChevronDown;
  const { direct, indirect, elsewhere } = group.sections;
  const done = (checks: typeof direct) =>
    checks.filter(({ id }) => results.get(id) !== undefined && results.get(id)?.reason.code !== 'interrupted')
      .length;
  const parts = [
    direct.length === 0 ? '' : t('results.groupDirect', { done: done(direct), total: direct.length }),
    indirect.length === 0 ? '' : t('results.groupIndirect', { done: done(indirect), total: indirect.length }),
    direct.length + indirect.length > 0 ? '' : t('results.groupElsewhere', { count: elsewhere.length }),
  ];
  const role = group.kind === 'server' ? PARTY_LABELS.server : PARTY_LABELS[group.role];
  const name = group.name === '' ? role[language] : group.name;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid handles the keys of its rows
    <div
      role="row"
      aria-level={1}
      aria-expanded={!folded}
      className="group-row"
      data-key={key}
      tabIndex={focusable ? 0 : -1}
      onClick={() => onToggle(group.id)}
      onFocus={() => onFocus(key)}
    >
      <span role="gridcell" className="group-cell">
        <Chevron size={16} stroke={1.75} aria-hidden className="check-chevron" />
        <span className="group-name one-line" title={name}>
          {name}
        </span>
        <span className="group-host one-line" title={group.host}>
          {[group.host, group.location].filter(Boolean).join(' · ')}
        </span>
        <span className="group-done numbers">{parts.filter(Boolean).join(', ')}</span>
      </span>
    </div>
  );
}
