/** A bar of shares; the chips beneath it are its legend, so it has one accessible name and no parts. */
import type { ReactElement } from 'react';
import './segmented-bar.css';

export interface Segment {
  readonly key: string;
  readonly tone: string;
  readonly count: number;
  readonly hatched?: boolean;
}

interface SegmentedBarProps {
  readonly segments: readonly Segment[];
  readonly total: number;
  readonly label: string;
}

export function SegmentedBar({ segments, total, label }: SegmentedBarProps): ReactElement {
  return (
    <div className="segmented-bar" role="img" aria-label={label}>
      {segments
        .filter((segment) => segment.count > 0)
        .map((segment) => (
          <span
            key={segment.key}
            className={segment.hatched === true ? 'segment hatched' : 'segment'}
            data-tone={segment.tone}
            style={{ flexBasis: `${(segment.count / Math.max(total, 1)) * 100}%` }}
          />
        ))}
    </div>
  );
}
