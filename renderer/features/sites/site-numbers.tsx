/** The counts behind the readiness word, each with its sign. */
import type { ReactElement } from 'react';
import { VERDICT_LABELS } from '../../../src/contract/labels.ts';
import { useLanguage } from '../../i18n/i18n.ts';
import { VerdictMark } from '../../signs.tsx';
import type { SiteState } from './site-state.ts';

const SIGNS = ['pass', 'fail', 'warn', 'error'] as const;

export function SiteNumbers({ state }: { readonly state: SiteState }): ReactElement {
  const language = useLanguage();
  return (
    <ul className="site-numbers">
      {SIGNS.filter((sign) => state[sign] > 0).map((sign) => (
        <li key={sign}>
          <VerdictMark sign={sign} size={14} />
          <strong className="numbers">{state[sign]}</strong>
          <span>{VERDICT_LABELS[sign][language].toLowerCase()}</span>
        </li>
      ))}
    </ul>
  );
}
