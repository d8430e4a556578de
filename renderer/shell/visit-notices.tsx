/** What stands above every step: a visit that is closed, and one that cannot be saved. */
import { Button } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { FailureNotice } from '../failure-notice.tsx';
import { formatMoment } from '../format.ts';
import { useLanguage } from '../i18n/i18n.ts';
import type { Stores } from '../stores.ts';
import { UnreadableNotice } from '../unreadable-notice.tsx';
import { beginVisit } from './use-resume.ts';

interface VisitNoticesProps {
  readonly stores: Stores;
  readonly siteId: string;
}

export function VisitNotices({ stores, siteId }: VisitNoticesProps): ReactElement | null {
  const { t } = useTranslation();
  const language = useLanguage();
  const { visit, failure, unsaved, unreadable, retrySaving, forgetUnreadable } = useStore(stores.visit);
  const closed = visit?.closedAt ?? null;
  if (closed === null && failure === null && unsaved === null && unreadable.length === 0) return null;

  /** What could not be read is read again; a visit that was not begun is begun. */
  async function retry(): Promise<void> {
    if (failure?.action === 'begin') await beginVisit(stores);
    else await stores.visit.getState().open(siteId);
  }

  return (
    <div className="visit-notices">
      {failure === null ? null : (
        <FailureNotice
          title={t(`visit.failedTo.${failure.action}`)}
          error={failure.error}
          actions={
            failure.action === 'photos' ? undefined : (
              <Button className="small" onClick={() => void retry()}>
                {t('common.retry')}
              </Button>
            )
          }
        />
      )}
      {unsaved === null ? null : (
        <FailureNotice
          title={t('visit.unsaved')}
          error={unsaved}
          actions={
            <Button className="small" onClick={retrySaving}>
              {t('common.retry')}
            </Button>
          }
        />
      )}
      {closed === null ? null : (
        <div className="visit-closed" role="note">
          <IconLock size={16} stroke={1.75} aria-hidden />
          <p>
            <strong>
              {t('visit.closed.title', {
                who: visit?.signatures.engineer.name || t('visit.closed.engineer'),
                when: formatMoment(closed, language),
              })}
            </strong>{' '}
            {t('visit.closed.text')}
          </p>
          <Button className="small" onClick={() => void beginVisit(stores)}>
            {t('visit.beginVisit')}
          </Button>
        </div>
      )}
      <UnreadableNotice files={unreadable} onClose={forgetUnreadable} />
    </div>
  );
}
