/** The open request: its number and origin, and either its rows or its page as it will be printed. */
import { Button, SegmentedControl } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { type ReactElement, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Requirement } from '../../../src/contract/catalogue.ts';
import type { CheckResult } from '../../../src/contract/check.ts';
import type { FirewallRequest } from '../../../src/contract/firewall-request.ts';
import { formatMoment } from '../../format.ts';
import { useLanguage } from '../../i18n/i18n.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { LoadingBars } from '../../ui/loading-bars.tsx';
import { RequestRows } from './request-rows.tsx';
import type { RequestsStore } from './requests-store.ts';

interface RequestDetailProps {
  readonly store: RequestsStore;
  readonly request: FirewallRequest;
  readonly requirements: readonly Requirement[];
  /** Of the run that is going on or was the last one. */
  readonly results: ReadonlyMap<string, CheckResult>;
  readonly onRemove: () => void;
}

export function RequestDetail(props: RequestDetailProps): ReactElement {
  const { store, request, requirements, results, onRemove } = props;
  const { t } = useTranslation();
  const language = useLanguage();
  const { html, failure } = useStore(store);
  const [view, setView] = useState<'rows' | 'page'>('rows');
  const [asking, setAsking] = useState(false);
  useEffect(() => {
    if (view === 'page') void store.getState().preview(request.id, language);
  }, [store, request, language, view]);

  return (
    <div className="request">
      <div className="request-head">
        <div>
          <h2>{request.number}</h2>
          <p className="requests-small">
            {[
              t('requests.of', { date: formatMoment(request.createdAt, language) }),
              t(`requests.basis.${request.basis}`),
              request.requester,
            ]
              .filter((part) => part !== '')
              .join(' · ')}
          </p>
        </div>
        <span className="requests-space" />
        <SegmentedControl
          aria-label={t('requests.views.label')}
          value={view}
          data={(['rows', 'page'] as const).map((value) => ({ value, label: t(`requests.views.${value}`) }))}
          onChange={(value) => setView(value === 'page' ? 'page' : 'rows')}
        />
        <Button
          className="small"
          leftSection={<IconTrash size={14} stroke={1.75} aria-hidden />}
          onClick={() => setAsking(true)}
        >
          {t('requests.remove.action')}
        </Button>
      </div>
      {view === 'page' ? (
        <div className="request-page">
          {html === null ? (
            failure === null ? (
              <LoadingBars label={t('common.loading')} />
            ) : null
          ) : (
            <iframe className="request-frame" title={t('requests.page')} sandbox="" srcDoc={html} />
          )}
        </div>
      ) : (
        <RequestRows
          request={request}
          requirements={requirements}
          results={results}
          onRefuse={(rowNumber, reason) => void store.getState().refuse(request.id, rowNumber, reason)}
        />
      )}
      <ConfirmDialog
        opened={asking}
        title={t('requests.remove.title', { number: request.number })}
        text={t('requests.remove.text')}
        onClose={() => setAsking(false)}
        answers={[
          {
            label: t('requests.remove.yes'),
            onChoose: () => {
              setAsking(false);
              onRemove();
            },
          },
          { label: t('requests.remove.no'), primary: true, onChoose: () => setAsking(false) },
        ]}
      />
    </div>
  );
}
