/** Chips under the bar: its legend, and the way to the rows of one verdict. */
// biome-ignore-all lint/a11y/useSemanticElements: a fieldset draws a frame and a legend of its own
import { Button } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { VERDICT_LABELS } from '../../../src/contract/labels.ts';
import { useLanguage } from '../../i18n/i18n.ts';
import { VerdictMark } from '../../signs.tsx';
import { Chip } from '../../ui/chip.tsx';
import { chooseChip, type Narrowing, pressedChip } from './items.ts';
import { CHIPS, type Counts } from './row-sign.ts';

interface ChecksChipsProps {
  readonly counts: Counts;
  readonly total: number;
  readonly narrowing: Narrowing;
  readonly causes: number;
  readonly causesShown: boolean;
  readonly onNarrow: (change: Partial<Narrowing>) => void;
  readonly onToggleCauses: () => void;
}

/** These stand always, so that nothing moves while a run goes on; the rest only where there is one. */
const CONSTANT: ReadonlySet<string> = new Set(['fail', 'warn', 'pass']);

export function ChecksChips(props: ChecksChipsProps): ReactElement {
  const { counts, total, narrowing, onNarrow } = props;
  const { t } = useTranslation();
  const language = useLanguage();
  const pressed = pressedChip(narrowing);
  return (
    <div className="checks-chips">
      <div className="chips" role="group" aria-label={t('results.filters')}>
        <Chip
          label={t('results.all')}
          count={total}
          pressed={pressed === 'all'}
          onPress={() => onNarrow(chooseChip(narrowing, 'all'))}
        />
        {CHIPS.filter((chip) => CONSTANT.has(chip) || counts[chip] > 0 || narrowing.chip === chip).map(
          (chip) => (
            <Chip
              key={chip}
              label={VERDICT_LABELS[chip][language]}
              count={counts[chip]}
              pressed={pressed === chip}
              sign={<VerdictMark sign={chip} size={15} />}
              onPress={() => onNarrow(chooseChip(narrowing, chip))}
            />
          ),
        )}
      </div>
      {narrowing.only === null ? null : (
        <Button
          className="small"
          leftSection={<IconX size={14} stroke={1.75} aria-hidden />}
          onClick={() => onNarrow({ only: null })}
        >
          {t('results.clearCause')}
        </Button>
      )}
      <Button
        className="small causes-toggle"
        aria-expanded={props.causesShown}
        onClick={props.onToggleCauses}
      >
        {t('results.causes.open', { count: props.causes })}
      </Button>
    </div>
  );
}
