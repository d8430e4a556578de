/** The requests of a site, newest first, each with what became of its rows. */
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { type FirewallRequest, REQUEST_ROW_STATES } from '../../../src/contract/firewall-request.ts';
import { formatDay } from '../../format.ts';
import { useLanguage } from '../../i18n/i18n.ts';
import { rowCounts } from './request-changes.ts';

interface RequestListProps {
  readonly requests: readonly FirewallRequest[];
  readonly openId: string | null;
  readonly onChoose: (requestId: string) => void;
}

export function RequestList({ requests, openId, onChoose }: RequestListProps): ReactElement {
  const { t } = useTranslation();
  return (
    <nav className="requests-list" aria-label={t('requests.list')}>
      <ul>
        {requests.map((request) => (
          <li key={request.id}>
            <button
              type="button"
              aria-current={request.id === openId ? 'true' : undefined}
              onClick={() => onChoose(request.id)}
            >
              <Entry request={request} />
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Entry({ request }: { readonly request: FirewallRequest }): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const counts = rowCounts(request);
  const states = REQUEST_ROW_STATES.filter((state) => counts[state] > 0);
  return (
    <>
      <span className="requests-number">{request.number}</span>
      <span className="requests-small">
        {t('requests.of', { date: formatDay(request.createdAt, language) })},{' '}
        {t(`requests.basis.${request.basis}`)}
      </span>
      <span className="requests-small numbers">
        {states.length === 0
          ? t('requests.noRows.title')
          : states.map((state) => t(`requests.counts.${state}`, { count: counts[state] })).join(' · ')}
      </span>
    </>
  );
}
