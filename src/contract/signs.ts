/**
 * The three signs, drawn once: a verdict is a road sign, a port state is a square cell, a proof is a line.
 * Shapes for a viewBox of 16 × 16 (`PROOF_SIGNS`: 24 × 16), painted with `currentColor` alone, so that black
 * and white paper and forced colours lose nothing. `knockout` marks are painted with the page's colour.
 */
import type { VerdictSign } from './labels.ts';
import type { PortState, Proof } from './words.ts';

/** One SVG path; `paint` says how: filled, stroked, stroked with dashes, or stroked in the page's colour on a filled shape. */
export interface SignShape {
  readonly path: string;
  readonly paint: 'fill' | 'stroke' | 'dash' | 'knockout' | 'knockout-fill';
  readonly width?: number;
}

const CIRCLE = 'M8 1a7 7 0 1 1 0 14a7 7 0 0 1 0-14z';
const RING = 'M8 1.75a6.25 6.25 0 1 1 0 12.5a6.25 6.25 0 0 1 0-12.5z';
const TICK = 'M4.9 8.3l2.1 2.1l4.1-4.6';
const CROSS = 'M5.6 5.6l4.8 4.8M10.4 5.6l-4.8 4.8';
const OCTAGON = 'M5.1 1h5.8L15 5.1v5.8L10.9 15H5.1L1 10.9V5.1z';
const OCTAGON_RING = 'M5.4 1.75h5.2l3.65 3.65v5.2l-3.65 3.65H5.4L1.75 10.6V5.4z';
const TRIANGLE = 'M8 1.2L15.4 14.4H.6z';
const DIAMOND = 'M8 .6L15.4 8L8 15.4L.6 8z';
const DASH = 'M5 8h6';
const SQUARE = 'M3 2h10a1 1 0 0 1 1 1v10a1 1 0 0 1-1 1H3a1 1 0 0 1-1-1V3a1 1 0 0 1 1-1z';
const SQUARE_RING =
  'M3.25 2.5h9.5a.75.75 0 0 1 .75.75v9.5a.75.75 0 0 1-.75.75h-9.5a.75.75 0 0 1-.75-.75v-9.5a.75.75 0 0 1 .75-.75z';

export const VERDICT_SIGN_SHAPES: Readonly<Record<VerdictSign, readonly SignShape[]>> = {
  pass: [
    { path: CIRCLE, paint: 'fill' },
    { path: TICK, paint: 'knockout', width: 1.7 },
  ],
  answers: [
    { path: RING, paint: 'dash', width: 1.5 },
    { path: TICK, paint: 'stroke', width: 1.6 },
  ],
  warn: [
    { path: TRIANGLE, paint: 'fill' },
    { path: 'M8 5.6v4', paint: 'knockout', width: 1.7 },
    { path: 'M8 11.2a.95.95 0 1 1 0 1.9a.95.95 0 0 1 0-1.9z', paint: 'knockout-fill' },
  ],
  fail: [
    { path: OCTAGON, paint: 'fill' },
    { path: CROSS, paint: 'knockout', width: 1.7 },
  ],
  'fail-indirect': [
    { path: OCTAGON_RING, paint: 'dash', width: 1.5 },
    { path: CROSS, paint: 'stroke', width: 1.6 },
  ],
  skip: [
    { path: RING, paint: 'stroke', width: 1.2 },
    { path: DASH, paint: 'stroke', width: 1.4 },
  ],
  'other-place': [
    { path: RING, paint: 'stroke', width: 1.2 },
    { path: DASH, paint: 'stroke', width: 1.4 },
  ],
  error: [
    { path: DIAMOND, paint: 'fill' },
    { path: 'M6.3 6.5a1.75 1.75 0 1 1 2.5 1.55c-.55.27-.8.55-.8 1.15', paint: 'knockout', width: 1.4 },
    { path: 'M8 10.6a.8.8 0 1 1 0 1.6a.8.8 0 0 1 0-1.6z', paint: 'knockout-fill' },
  ],
  running: [{ path: 'M8 1.75a6.25 6.25 0 0 1 6.25 6.25', paint: 'stroke', width: 2 }],
  queued: [
    {
      path: 'M3 7a1 1 0 1 1 0 2a1 1 0 0 1 0-2zM8 7a1 1 0 1 1 0 2a1 1 0 0 1 0-2zM13 7a1 1 0 1 1 0 2a1 1 0 0 1 0-2z',
      paint: 'fill',
    },
  ],
  'not-seen': [{ path: 'M8 4.25a3.75 3.75 0 1 1 0 7.5a3.75 3.75 0 0 1 0-7.5z', paint: 'stroke', width: 1.5 }],
  waived: [
    { path: 'M4.5 4.25h7a3.75 3.75 0 0 1 0 7.5h-7a3.75 3.75 0 0 1 0-7.5z', paint: 'stroke', width: 1.4 },
    { path: 'M4.6 10.6l6.8-5.2', paint: 'stroke', width: 1.4 },
  ],
};

export const PORT_SIGN_SHAPES: Readonly<Record<PortState | 'not-probed', readonly SignShape[]>> = {
  open: [{ path: SQUARE, paint: 'fill' }],
  closed: [
    { path: SQUARE_RING, paint: 'stroke', width: 1.2 },
    { path: 'M4.5 11.5l7-7', paint: 'stroke', width: 1.2 },
  ],
  filtered: [{ path: 'M2 3.8h12M2 8h12M2 12.2h12', paint: 'stroke', width: 2 }],
  'open|filtered': [
    { path: SQUARE_RING, paint: 'stroke', width: 1.2 },
    { path: 'M3 2.5h10.5L2.5 13.5V3z', paint: 'fill' },
  ],
  unreachable: [
    { path: SQUARE_RING, paint: 'stroke', width: 1.2 },
    { path: CROSS, paint: 'stroke', width: 1.4 },
  ],
  unresolved: [
    { path: SQUARE_RING, paint: 'stroke', width: 1.2 },
    { path: 'M6.3 6.3a1.75 1.75 0 1 1 2.5 1.55c-.55.27-.8.55-.8 1.15', paint: 'stroke', width: 1.3 },
    { path: 'M8 10.4a.8.8 0 1 1 0 1.6a.8.8 0 0 1 0-1.6z', paint: 'fill' },
  ],
  'not-probed': [{ path: SQUARE_RING, paint: 'dash', width: 1.2 }],
};

export const PROOF_SIGN_SHAPES: Readonly<Record<Proof, readonly SignShape[]>> = {
  direct: [{ path: 'M1 8h21M17 3.5l5 4.5l-5 4.5', paint: 'stroke', width: 1.5 }],
  indirect: [
    { path: 'M1 8h16', paint: 'dash', width: 1.5 },
    { path: 'M17 3.5l5 4.5l-5 4.5', paint: 'stroke', width: 1.5 },
  ],
  none: [{ path: 'M12 6.6a1.4 1.4 0 1 1 0 2.8a1.4 1.4 0 0 1 0-2.8z', paint: 'fill' }],
};
