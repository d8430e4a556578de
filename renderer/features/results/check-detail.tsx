/** The opened row: cause and what to do before facts and trace. */
import { Button } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { IconCopy, IconRefresh } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { CheckResult, PlannedCheck } from '../../../src/contract/check.ts';
import { factsOf } from '../../../src/contract/facts.ts';
import { VERDICT_LABELS, type VerdictSign } from '../../../src/contract/labels.ts';
import { reasonMessage, reasonRemedy } from '../../../src/contract/reasons.ts';
import { describeSeen } from '../../../src/contract/seen.ts';
import { useLanguage } from '../../i18n/i18n.ts';
import { VERDICT_TONES } from '../../signs.tsx';
import { ArrowText } from '../../ui/arrow-text.tsx';
import { KeyValues } from '../../ui/key-values.tsx';
import { factRows } from './fact-rows.ts';
import { RangeMap } from './range-map.tsx';
import { RowNotes } from './row-notes.tsx';
import { copiedText } from './row-text.ts';
import type { RowVisit } from './row-visit.ts';

interface CheckDetailProps {
  readonly check: PlannedCheck;
  readonly result: CheckResult | null;
  readonly sign: VerdictSign;
  readonly title: string;
  /** Null where it cannot be run again now. */
  readonly onRepeat: (() => void) | null;
  /** Null where there is no visit to keep a note in. */
  readonly visit: RowVisit | null;
}

export function CheckDetail(props: CheckDetailProps): ReactElement {
  const { check, result, sign, title, onRepeat, visit } = props;
  const { t } = useTranslation();
  const language = useLanguage();
  const clipboard = useClipboard({ timeout: 2000 });
  if (result === null) {
    return (
      <div className="check-detail" data-tone="quiet">
        <p className="check-detail-text">{t('results.detail.notYet')}</p>
      </div>
    );
  }
  const cause = reasonMessage(result.reason.code, result.reason.params, language);
  const remedy = reasonRemedy(result.reason.code, result.reason.params, language);
  const factText = t as (path: string, places?: object) => string;
  const facts = factRows(result, language, (key, places) => factText(`results.facts.${key}`, places));
  const passive = factsOf(result, 'ftp-passive');
  const probed = check.action.kind === 'probe';

  function copy(): void {
    if (result === null) return;
    const seen = describeSeen(result, language);
    const verdict = VERDICT_LABELS[sign][language];
    clipboard.copy(copiedText(result, { title, verdict, seen, cause, remedy, facts }));
  }

  return (
    <div className="check-detail" data-tone={VERDICT_TONES[sign]}>
      <div className="check-detail-columns">
        {passive === null ? null : <RangeMap facts={passive} />}
        <div>
          <p className="check-detail-head">{t('results.detail.cause')}</p>
          <p className="check-detail-text">
            <ArrowText text={cause} />
          </p>
          {remedy === null ? null : (
            <>
              <p className="check-detail-head">{t('results.detail.remedy')}</p>
              <p className="check-detail-text">
                <ArrowText text={remedy} />
              </p>
            </>
          )}
          <div className="check-detail-actions">
            {probed ? (
              <Button
                className="small"
                disabled={onRepeat === null}
                leftSection={<IconRefresh size={16} stroke={1.75} aria-hidden />}
                onClick={() => onRepeat?.()}
              >
                {t('results.detail.repeat')}
              </Button>
            ) : null}
            <Button
              className="small"
              leftSection={<IconCopy size={16} stroke={1.75} aria-hidden />}
              onClick={copy}
            >
              {clipboard.copied ? t('results.detail.copied') : t('results.detail.copy')}
            </Button>
          </div>
        </div>
        <div>
          <p className="check-detail-head">{t('results.detail.facts')}</p>
          <KeyValues rows={facts} />
        </div>
      </div>
      {visit === null ? null : <RowNotes check={check} title={title} visit={visit} />}
      {probed ? (
        <>
          <p className="check-detail-head">{t('results.detail.trace')}</p>
          {result.trace.length === 0 ? (
            <p className="check-detail-text">{t('results.detail.noTrace')}</p>
          ) : (
            <section className="check-trace" aria-label={t('results.detail.trace')}>
              {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long trace must be scrollable by keyboard */}
              <pre tabIndex={0}>{result.trace.join('\n')}</pre>
            </section>
          )}
        </>
      ) : null}
    </div>
  );
}
