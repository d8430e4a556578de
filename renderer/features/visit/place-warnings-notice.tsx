/** Says that the checks may go another way than the cable. */
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from '../../ui/notice.tsx';
import type { PlaceWarning } from './place-warnings.ts';

interface PlaceWarningsNoticeProps {
  readonly warnings: readonly PlaceWarning[];
}

export function PlaceWarningsNotice({ warnings }: PlaceWarningsNoticeProps): ReactElement | null {
  const { t } = useTranslation();
  if (warnings.length === 0) return null;
  const isPathInDoubt = warnings.some(({ kind }) => kind !== 'proxy');
  return (
    <Notice
      tone={isPathInDoubt ? 'warn' : 'ind'}
      title={t(isPathInDoubt ? 'visit.warnings.title' : 'visit.warnings.proxyTitle')}
    >
      <ul className="where-warnings">
        {warnings.map(({ kind, names }) => (
          <li key={kind}>{t(`visit.warnings.${kind}`, { names })}</li>
        ))}
      </ul>
    </Notice>
  );
}
