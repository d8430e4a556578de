/** Requests of a site: the list, the one that is open with its rows and its page, and a form for a new one. */
import { Button } from '@mantine/core';
import { IconArrowLeft, IconPlus } from '@tabler/icons-react';
import { type ReactElement, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Requirement } from '../../../src/contract/catalogue.ts';
import { FailureNotice } from '../../failure-notice.tsx';
import { LoadingBars } from '../../ui/loading-bars.tsx';
import { UnreadableNotice } from '../../unreadable-notice.tsx';
import { RequestDetail } from './request-detail.tsx';
import { RequestFiles } from './request-files.tsx';
import { RequestForm, type Suggestion } from './request-form.tsx';
import { RequestList } from './request-list.tsx';
import type { RequestsStore } from './requests-store.ts';
import { RetestPanel, type RetestProps } from './retest-panel.tsx';
import './request.css';
import './requests.css';

interface RequestsScreenProps {
  readonly store: RequestsStore;
  readonly siteId: string;
  readonly requirements: readonly Requirement[];
  readonly suggestion: Suggestion;
  readonly retest: RetestProps;
  readonly onBack: () => void;
}

const ICON = { size: 16, stroke: 1.75, 'aria-hidden': true } as const;

export function RequestsScreen(props: RequestsScreenProps): ReactElement {
  const { store, siteId, requirements, suggestion, retest, onBack } = props;
  const { t } = useTranslation();
  const state = useStore(store);
  const { status, requests, openId, failure, unreadable, working } = state;
  const [making, setMaking] = useState(false);
  useEffect(() => {
    void store.getState().load(siteId);
  }, [store, siteId]);
  const mine = state.siteId === siteId && status === 'ready';
  const open = requests.find(({ id }) => id === openId) ?? null;
  const showForm = making || requests.length === 0;

  function main(): ReactElement {
    if (!mine) return <LoadingBars label={t('common.loading')} />;
    if (showForm) {
      return (
        <RequestForm
          suggestion={suggestion}
          first={requests.length === 0}
          busy={working === 'create'}
          onCreate={async (creation) => {
            if (await state.create(creation)) setMaking(false);
          }}
          onCancel={requests.length === 0 ? null : () => setMaking(false)}
        />
      );
    }
    if (open === null) return <p className="requests-quiet">{t('requests.none.text')}</p>;
    return (
      <RequestDetail
        key={open.id}
        store={store}
        request={open}
        requirements={requirements}
        results={retest.results}
        onRemove={() => void state.remove(open.id)}
      />
    );
  }

  return (
    <div className="requests">
      <div className="requests-head">
        <h1>{t('requests.title')}</h1>
        <span className="requests-space" />
        {requests.length === 0 ? null : (
          <Button leftSection={<IconPlus {...ICON} />} disabled={making} onClick={() => setMaking(true)}>
            {t('requests.new')}
          </Button>
        )}
      </div>
      <div className="requests-body">
        {mine && requests.length > 0 ? (
          <RequestList
            requests={requests}
            openId={making ? null : openId}
            onChoose={(requestId) => {
              setMaking(false);
              state.choose(requestId);
            }}
          />
        ) : null}
        <div className="requests-main">
          {failure === null ? null : (
            <div className="requests-notice">
              <FailureNotice title={t(`requests.failedTo.${failure.action}`)} error={failure.error} />
            </div>
          )}
          {unreadable.length === 0 ? null : (
            <div className="requests-notice">
              <UnreadableNotice files={unreadable} onClose={state.forgetUnreadable} />
            </div>
          )}
          {main()}
        </div>
        {mine && !showForm && open !== null && open.rows.length > 0 ? (
          <RetestPanel request={open} retest={retest} />
        ) : null}
      </div>
      <footer className="visit-foot">
        <Button leftSection={<IconArrowLeft {...ICON} />} onClick={onBack}>
          {t('requests.back')}
        </Button>
        {mine && !showForm && open !== null ? <RequestFiles store={store} requestId={open.id} /> : null}
      </footer>
    </div>
  );
}
