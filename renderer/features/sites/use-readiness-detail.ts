/** The line under the readiness word: the one number that explains it. */
import { useTranslation } from 'react-i18next';
import type { SiteState } from './readiness.ts';

export function useReadinessDetail(state: SiteState): string {
  const { t } = useTranslation();
  switch (state.readiness) {
    case 'not-checked':
      return t('sites.neverVisited');
    case 'not-ready':
      return t('sites.failed', { count: state.fail });
    case 'remarks':
      return t('sites.remarks', { count: state.warn });
    case 'ready':
      return t('sites.passed', { count: state.pass });
    case 'not-enough-data':
      if (state.visited.length < 3) return t('sites.places', { done: state.visited.length });
      return state.interrupted ? t('sites.stopped') : t('sites.unfinished', { count: state.error });
  }
}
