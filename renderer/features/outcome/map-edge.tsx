/** One way between two nodes: a line of its state's colour, and a label that leads to its flows. */
import { EdgeLabelRenderer, type EdgeProps } from '@xyflow/react';
import { type ReactElement, useId } from 'react';
import type { CoverageState } from '../../../src/contract/coverage.ts';
import { COVERAGE_SIGNS } from '../../coverage-signs.ts';
import { VerdictMark } from '../../signs.tsx';
import type { Box } from './layout-columns.ts';
import { EDGE_COLOURS, isDashed } from './map-tones.ts';

export interface MapEdgeData extends Record<string, unknown> {
  readonly path: string;
  readonly label: Box;
  readonly state: CoverageState;
  readonly text: string;
  readonly sentence: string;
  readonly chosen: boolean;
  readonly onChoose: () => void;
}

export function MapEdge({ data }: EdgeProps): ReactElement | null {
  const markerId = useId();
  if (data === undefined) return null;
  const { path, label, state, text, sentence, chosen, onChoose } = data as MapEdgeData;
  const stroke = EDGE_COLOURS[state];
  return (
    <>
      {path === '' ? null : (
        <>
          <marker
            id={markerId}
            viewBox="0 0 8 8"
            refX={7}
            refY={4}
            markerWidth={7}
            markerHeight={7}
            markerUnits="userSpaceOnUse"
            orient="auto"
          >
            <path d="M0 0.500L8 4L0 7.500z" fill={stroke} />
          </marker>
          <path
            d={path}
            className="map-line"
            stroke={stroke}
            strokeWidth={chosen ? 2.75 : 1.6}
            strokeDasharray={isDashed(state) ? '5 4' : undefined}
            markerEnd={`url(#${markerId})`}
          />
        </>
      )}
      <EdgeLabelRenderer>
        <button
          type="button"
          className="map-label numbers nodrag nopan"
          data-state={state}
          aria-pressed={chosen}
          aria-label={sentence}
          title={sentence}
          style={{
            transform: `translate(${label.x}px, ${label.y}px)`,
            width: label.width,
            height: label.height,
            borderColor: stroke,
          }}
          onClick={onChoose}
        >
          <VerdictMark sign={COVERAGE_SIGNS[state]} size={14} />
          <span className="one-line">{text}</span>
        </button>
      </EdgeLabelRenderer>
    </>
  );
}
