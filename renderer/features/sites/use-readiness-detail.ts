/** The line under the readiness word: the one number that explains it. */
import { useTranslation } from 'react-i18next';
import type { SiteRow } from './site-list.ts';

export function useReadinessDetail({ readiness, state }: SiteRow): string {
  const { t } = useTranslation();
  const { fail, warn, pass, error, visited } = state;
  switch (readiness) {
    case 'not-checked':
      return t('sites.neverVisited');
    case 'not-ready':
      return t('sites.failed', { count: fail });
    case 'remarks':
      return warn > 0 ? t('sites.remarks', { count: warn }) : t('sites.waived');
    case 'ready':
      return fail > 0 ? t('sites.waived') : t('sites.passed', { count: pass });
    case 'not-enough-data':
      if (visited.length < 3) return t('sites.places', { done: visited.length });
      if (state.interrupted) return t('sites.stopped');
      return error > 0 ? t('sites.unfinished', { count: error }) : t('sites.unproven');
  }
}
