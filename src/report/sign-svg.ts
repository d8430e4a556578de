/** The signs of contract/signs.ts as SVG for paper: black ink, knockouts in the paper's white. */
import type { VerdictSign } from '../contract/labels.ts';
import {
  PORT_SIGN_SHAPES,
  PROOF_SIGN_SHAPES,
  type SignShape,
  VERDICT_SIGN_SHAPES,
} from '../contract/signs.ts';
import type { PortState, Proof } from '../contract/words.ts';
import { type Markup, raw } from './markup.ts';

/** 16 × 16; its word must stand beside it. */
export function verdictSvg(sign: VerdictSign): Markup {
  return drawing('sign', '0 0 16 16', VERDICT_SIGN_SHAPES[sign]);
}

/** 16 × 16; its word must stand beside it. */
export function portSvg(state: PortState | 'not-probed'): Markup {
  return drawing('cell', '0 0 16 16', PORT_SIGN_SHAPES[state]);
}

/** 24 × 16; its word must stand beside it. */
export function proofSvg(proof: Proof): Markup {
  return drawing('proof', '0 0 24 16', PROOF_SIGN_SHAPES[proof]);
}

/** U+2192 as a drawing: the web subsets of Inter lack the letter. */
export const ARROW: Markup = raw(
  '<svg class="arrow" viewBox="0 0 16 12" role="img" aria-label="→"><path d="M1.5 6h12.5M9.8 2.2L14 6l-4.2 3.8" fill="none" stroke="currentColor" stroke-width="1.4"/></svg>',
);

/** The product's mark: a page corner with a tick on a rounded square. */
export const MARK: Markup = raw(
  '<svg class="mark" viewBox="0 0 20 20" aria-hidden="true"><rect width="20" height="20" rx="4.5" fill="currentColor"/><path d="M7 15.5V5h4.2a3.1 3.1 0 0 1 1.6 5.75M9.6 12.6l1.9 1.9l3.6-4" fill="none" stroke="#fff" stroke-width="1.7" stroke-linecap="round" stroke-linejoin="round"/></svg>',
);

/** A box of the form with a tick in it. */
export const TICKED_BOX: Markup = raw(
  '<span class="box"><svg viewBox="0 0 16 16" aria-hidden="true"><path d="M3 8.6l3.4 3.4l6.6-7.6" fill="none" stroke="currentColor" stroke-width="2"/></svg></span>',
);

function drawing(name: string, viewBox: string, shapes: readonly SignShape[]): Markup {
  return raw(
    `<svg class="${name}" viewBox="${viewBox}" aria-hidden="true">${shapes.map(shapePath).join('')}</svg>`,
  );
}

function shapePath(shape: SignShape): string {
  const width = shape.width ?? 1;
  switch (shape.paint) {
    case 'fill':
      return `<path d="${shape.path}" fill="currentColor"/>`;
    case 'knockout-fill':
      return `<path d="${shape.path}" fill="#fff"/>`;
    case 'knockout':
      return `<path d="${shape.path}" fill="none" stroke="#fff" stroke-width="${width}"/>`;
    case 'dash':
      return `<path d="${shape.path}" fill="none" stroke="currentColor" stroke-width="${width}" stroke-dasharray="2.6 1.7"/>`;
    case 'stroke':
      return `<path d="${shape.path}" fill="none" stroke="currentColor" stroke-width="${width}"/>`;
  }
}
