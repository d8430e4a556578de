/** What went wrong around the list: files set aside, a file from the command line, an action that failed. */
import { Button } from '@mantine/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { FailureNotice } from '../../failure-notice.tsx';
import { Notice } from '../../ui/notice.tsx';
import { UnreadableNotice } from '../../unreadable-notice.tsx';
import type { SitesStore } from './sites-store.ts';

interface SitesNoticesProps {
  readonly store: SitesStore;
  readonly openProblems: readonly string[];
  readonly onForgetProblems: () => void;
}

export function SitesNotices({
  store,
  openProblems,
  onForgetProblems,
}: SitesNoticesProps): ReactElement | null {
  const { t } = useTranslation();
  const { failure, unreadable, load, forgetFailure, forgetUnreadable } = useStore(store);
  if (failure === null && unreadable.length === 0 && openProblems.length === 0) return null;
  return (
    <div className="sites-notices">
      {openProblems.length === 0 ? null : (
        <Notice
          tone="fail"
          title={t('common.openProblems')}
          actions={
            <Button className="small" onClick={onForgetProblems}>
              {t('common.close')}
            </Button>
          }
        >
          {openProblems.map((problem) => (
            <p key={problem}>{problem}</p>
          ))}
        </Notice>
      )}
      {failure === null ? null : (
        <FailureNotice
          title={t(`sites.failedTo.${failure.action}`)}
          error={failure.error}
          onClose={forgetFailure}
          actions={
            failure.action === 'load' ? (
              <Button className="small" onClick={() => void load()}>
                {t('common.retry')}
              </Button>
            ) : null
          }
        />
      )}
      <UnreadableNotice files={unreadable} onClose={forgetUnreadable} />
    </div>
  );
}
