/** The product's signs with their words and colours bound to the presentational `Sign`. */
import { IconDeviceDesktop, IconPrinter, IconServer2 } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { PORT_STATE_LABELS, PROOF_LABELS, VERDICT_LABELS, type VerdictSign } from '../src/contract/labels.ts';
import { PORT_SIGN_SHAPES, PROOF_SIGN_SHAPES, VERDICT_SIGN_SHAPES } from '../src/contract/signs.ts';
import type { Language, PortState, Proof, Viewpoint } from '../src/contract/words.ts';
import { Sign } from './ui/sign.tsx';

export const VERDICT_TONES: Readonly<Record<VerdictSign, string>> = {
  pass: 'pass',
  answers: 'ind',
  warn: 'warn',
  fail: 'fail',
  'fail-indirect': 'fail',
  skip: 'quiet',
  'other-place': 'quiet',
  error: 'err',
  running: 'accent',
  queued: 'quiet',
  'not-seen': 'quiet',
  waived: 'quiet',
};

const PORT_TONES: Readonly<Record<PortState | 'not-probed', string>> = {
  open: 'pass',
  closed: 'closed',
  filtered: 'fail',
  'open|filtered': 'warn',
  unreachable: 'unreachable',
  unresolved: 'err',
  'not-probed': 'none',
};

export function VerdictMark({
  sign,
  size = 16,
}: {
  readonly sign: VerdictSign;
  readonly size?: number;
}): ReactElement {
  return <Sign shapes={VERDICT_SIGN_SHAPES[sign]} tone={VERDICT_TONES[sign]} size={size} label={null} />;
}

/** Sign and word, as every row shows them. */
export function VerdictText({
  sign,
  language,
}: {
  readonly sign: VerdictSign;
  readonly language: Language;
}): ReactElement {
  return (
    <span className="verdict-text" data-tone={VERDICT_TONES[sign]}>
      <VerdictMark sign={sign} />
      <span className="one-line">{VERDICT_LABELS[sign][language]}</span>
    </span>
  );
}

export function PortMark({
  state,
  language,
}: {
  readonly state: PortState | null;
  readonly language: Language;
}): ReactElement {
  const key = state ?? 'not-probed';
  return (
    <Sign
      shapes={PORT_SIGN_SHAPES[key]}
      tone={PORT_TONES[key]}
      size={15}
      label={PORT_STATE_LABELS[key][language]}
    />
  );
}

export function ProofText({
  proof,
  language,
}: {
  readonly proof: Proof;
  readonly language: Language;
}): ReactElement {
  return (
    <span className="proof-text">
      <Sign shapes={PROOF_SIGN_SHAPES[proof]} tone="quiet" viewWidth={24} size={14} label={null} />
      <span>{PROOF_LABELS[proof][language]}</span>
    </span>
  );
}

const PLACE_ICONS = { workstation: IconDeviceDesktop, device: IconPrinter, server: IconServer2 } as const;

export function PlaceIcon({ viewpoint }: { readonly viewpoint: Viewpoint }): ReactElement {
  const Icon = PLACE_ICONS[viewpoint];
  return <Icon size={16} stroke={1.75} aria-hidden />;
}
