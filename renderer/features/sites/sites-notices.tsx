/** What went wrong around the list: files set aside, a file from the command line, an action that failed. */
import { Button } from '@mantine/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { FailureNotice } from '../../failure-notice.tsx';
import { Notice } from '../../ui/notice.tsx';
import { UnreadableNotice } from '../../unreadable-notice.tsx';
import { RecognisedNotice } from './recognised-notice.tsx';
import type { SitesStore } from './sites-store.ts';

interface SitesNoticesProps {
  readonly store: SitesStore;
  readonly openProblems: readonly string[];
  readonly onForgetProblems: () => void;
  readonly onOpen: (siteId: string) => void;
}

export function SitesNotices({
  store,
  openProblems,
  onForgetProblems,
  onOpen,
}: SitesNoticesProps): ReactElement | null {
  const { t } = useTranslation();
  const state = useStore(store);
  const { failure, unreadable, refusedFiles, recognised } = state;
  const known = state.sites.filter(({ site }) => recognised?.siteIds.includes(site.id) === true);
  const problems = openProblems.length + unreadable.length + refusedFiles.length;
  if (failure === null && known.length === 0 && problems === 0) return null;
  return (
    <div className="sites-notices">
      {known.length === 0 ? null : (
        <RecognisedNotice
          sites={known.map(({ site }) => site)}
          gateway={recognised?.gateway ?? null}
          onOpen={onOpen}
          onClose={state.forgetRecognised}
        />
      )}
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
          onClose={state.forgetFailure}
          actions={
            failure.action === 'load' ? (
              <Button className="small" onClick={() => void state.load()}>
                {t('common.retry')}
              </Button>
            ) : null
          }
        />
      )}
      {refusedFiles.length === 0 ? null : (
        <Notice
          tone="fail"
          title={t('sites.drop.refused', { count: refusedFiles.length })}
          actions={
            <Button className="small" onClick={state.forgetRefused}>
              {t('common.close')}
            </Button>
          }
        >
          {refusedFiles.map(({ name, problem, message }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two folders may hold files of one name, and the list does not change
            <p key={index} className="sites-refused">
              {message?.includes(name) === true ? null : <strong>{name}: </strong>}
              {message ?? t(`sites.drop.problems.${problem}`)}
            </p>
          ))}
          <p>{t('sites.drop.safe')}</p>
        </Notice>
      )}
      <UnreadableNotice files={unreadable} onClose={state.forgetUnreadable} />
    </div>
  );
}
