/** A pill that filters a list: its sign, its word and its count. */
import type { ReactElement, ReactNode } from 'react';
import './chip.css';

interface ChipProps {
  readonly label: string;
  readonly count: number;
  readonly pressed: boolean;
  readonly sign?: ReactNode;
  readonly onPress: () => void;
}

export function Chip({ label, count, pressed, sign, onPress }: ChipProps): ReactElement {
  return (
    <button type="button" className="chip" aria-pressed={pressed} data-empty={count === 0} onClick={onPress}>
      {sign}
      <span>{label}</span>
      <span className="chip-count numbers">{count}</span>
    </button>
  );
}
