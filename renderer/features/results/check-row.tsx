/** One check on one line: verdict, requirement, port, what was seen, proof, time. */
// biome-ignore-all lint/a11y/useSemanticElements: a list that is drawn in part cannot be a <table>
// biome-ignore-all lint/a11y/useFocusableInteractive: one row is in the tab order, the arrows move it
import { IconChevronDown, IconChevronRight, IconNote } from '@tabler/icons-react';
import { memo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { CheckResult, PlannedCheck } from '../../../src/contract/check.ts';
import { PARTY_LABELS, VERDICT_LABELS, type VerdictSign } from '../../../src/contract/labels.ts';
import { describeSeen } from '../../../src/contract/seen.ts';
import { formatDuration } from '../../format.ts';
import { useLanguage } from '../../i18n/i18n.ts';
import { PortMark, ProofText, VerdictMark, VerdictText } from '../../signs.tsx';
import { portOfRow } from './row-text.ts';

interface CheckRowProps {
  readonly check: PlannedCheck;
  readonly result: CheckResult | null;
  readonly sign: VerdictSign;
  readonly title: string;
  readonly opened: boolean;
  readonly noted: boolean;
  readonly waived: boolean;
  readonly focusable: boolean;
  readonly onToggle: (key: string) => void;
  readonly onFocus: (key: string) => void;
}

export const CheckRow = memo(function CheckRow(props: CheckRowProps): ReactElement {
  const { check, result, sign, title, opened } = props;
  const { t } = useTranslation();
  const language = useLanguage();
  const Chevron = opened ? IconChevronDown : IconChevronRight;
  const seen = result === null || sign === 'queued' ? '' : describeSeen(result, language);
  const direct = check.action.kind === 'probe' && check.action.proof === 'direct';
  const showsOrigin = !direct || check.from !== check.place;
  const ports = portOfRow(check, (port, from) => t('results.callback', { port, from })).split(/(?<=,) /);
  const origin = t('results.fromParty', { party: PARTY_LABELS[check.from][language] });
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid handles the keys of its rows
    <div
      role="row"
      aria-level={2}
      aria-expanded={opened}
      className="check-row"
      data-check-id={check.id}
      data-key={check.id}
      data-opened={opened}
      tabIndex={props.focusable ? 0 : -1}
      onClick={() => props.onToggle(check.id)}
      onFocus={() => props.onFocus(check.id)}
    >
      <span role="gridcell" className="check-verdict">
        <Chevron size={16} stroke={1.75} aria-hidden className="check-chevron" />
        <VerdictText sign={sign} language={language} />
      </span>
      <span role="gridcell" className="check-title" title={showsOrigin ? `${title}, ${origin}` : title}>
        <span className="one-line">{title}</span>
        {showsOrigin ? (
          <span className="check-origin">
            {'· '}
            <span className="visually-hidden">{t('results.fromParty', { party: '' })}</span>
            {PARTY_LABELS[check.from][language]}
          </span>
        ) : null}
        {props.waived ? (
          <span className="check-mark" title={VERDICT_LABELS.waived[language]}>
            <VerdictMark sign="waived" size={14} />
            <span className="visually-hidden">{VERDICT_LABELS.waived[language]}</span>
          </span>
        ) : null}
        {props.noted ? (
          <span className="check-mark" title={t('results.notes.has')}>
            <IconNote size={14} stroke={1.75} aria-hidden />
            <span className="visually-hidden">{t('results.notes.has')}</span>
          </span>
        ) : null}
      </span>
      <span role="gridcell" className="check-port numbers">
        {ports.map((part) => (
          <span key={part}>{part}</span>
        ))}
      </span>
      <span role="gridcell" className="check-seen">
        {seen === '' || result === null ? null : (
          <>
            <PortMark state={result.portState} language={language} />
            <span className="one-line" title={seen}>
              {seen}
            </span>
          </>
        )}
      </span>
      <span role="gridcell" className="check-proof">
        {result === null || sign === 'queued' ? null : <ProofText proof={result.proof} language={language} />}
      </span>
      <span role="gridcell" className="check-time numbers">
        {result === null || result.attempts === 0 ? '' : formatDuration(result.durationMs, language)}
      </span>
    </div>
  );
});
