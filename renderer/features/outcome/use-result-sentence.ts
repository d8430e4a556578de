/** The sentence beside the readiness word: how many requirements, and what a repetition would cost. */
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Coverage, CoverageCell } from '../../../src/contract/coverage.ts';
import type { ProbeSettings } from '../../../src/contract/site.ts';
import { readinessFact } from '../../../src/report/readiness-sentence.ts';
import { secondsFor } from '../../check-time.ts';
import { useLanguage } from '../../i18n/i18n.ts';

/** `failed`: what is worth a repetition once it is mended. */
export function useResultSentence(
  coverage: Coverage,
  failed: readonly CoverageCell[],
  probe: ProbeSettings,
): string {
  const { t } = useTranslation();
  const language = useLanguage();
  return useMemo(() => {
    const fact = readinessFact(coverage, language);
    if (failed.length === 0) return fact;
    const seconds = Math.max(1, secondsFor(failed, probe));
    const time =
      seconds < 60
        ? t('outcome.seconds', { count: Math.ceil(seconds) })
        : t('outcome.minutes', { count: Math.ceil(seconds / 60) });
    return `${fact} ${t('outcome.repeatAfter', { checks: t('common.checks', { count: failed.length }), time })}`;
  }, [coverage, failed, probe, t, language]);
}
