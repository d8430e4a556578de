/** The passive range port by port: twenty cells a line, and below them each state counted and placed. */
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { FtpPassiveFacts, FtpPortState } from '../../../src/contract/facts-ftp.ts';
import { PORT_STATE_LABELS } from '../../../src/contract/labels.ts';
import { useLanguage } from '../../i18n/i18n.ts';
import { PortMark } from '../../signs.tsx';
import { linesOf, placesOf, tallyOf } from './range-lines.ts';
import './range-map.css';

export function RangeMap({ facts }: { readonly facts: FtpPassiveFacts }): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const tally = tallyOf(facts);
  const words = (state: FtpPortState) => PORT_STATE_LABELS[state][language];
  const told = tally.map(({ state, count }) => `${count} ${words(state)}`).join('; ');
  return (
    <figure className="range-map">
      <figcaption className="check-detail-head">{t('results.range.title')}</figcaption>
      <div
        role="img"
        aria-label={t('results.range.label', { from: facts.range.from, to: facts.range.to, told })}
      >
        {linesOf(facts.ports).map((line) => (
          <div key={line.from} className="range-line" aria-hidden>
            <span className="range-from numbers">{line.from}</span>
            {line.ports.map(({ port, state }) => (
              <span key={port} className="range-cell" title={`${port}: ${words(state)}`}>
                <PortMark state={state} language={language} />
              </span>
            ))}
          </div>
        ))}
      </div>
      <ul className="range-legend">
        {tally.map(({ state, count, blocks }) => (
          <li key={state}>
            <PortMark state={state} language={language} />
            <span>
              <strong className="numbers">{count}</strong> {words(state)}
              <span className="range-places numbers"> {placesOf(blocks)}</span>
            </span>
          </li>
        ))}
      </ul>
      <p className="range-note">{t('results.range.note')}</p>
    </figure>
  );
}
