/** The rows of a request: from where, to where, which ports, why, and what became of each. */
import { Button, TextInput } from '@mantine/core';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Requirement } from '../../../src/contract/catalogue.ts';
import type { CheckResult } from '../../../src/contract/check.ts';
import type { FirewallRequest, RequestEnd, RequestRow } from '../../../src/contract/firewall-request.ts';
import { VIEWPOINT_LABELS } from '../../../src/contract/labels.ts';
import { rowProgress } from '../../../src/report/request/retest.ts';
import { shownRange } from '../../../src/report/request/rule-ways.ts';
import { formatMoment } from '../../format.ts';
import { useLanguage } from '../../i18n/i18n.ts';
import { VerdictMark } from '../../signs.tsx';
import { Notice } from '../../ui/notice.tsx';

interface RequestRowsProps {
  readonly request: FirewallRequest;
  readonly requirements: readonly Requirement[];
  /** Of the run that is going on or was the last one. */
  readonly results: ReadonlyMap<string, CheckResult>;
  readonly onRefuse: (rowNumber: number, reason: string) => void;
}

const SIGNS = { open: 'not-seen', confirmed: 'pass', refused: 'skip' } as const;
const ENDS_MAX = 4;

export function RequestRows({ request, requirements, results, onRefuse }: RequestRowsProps): ReactElement {
  const { t } = useTranslation();
  if (request.rows.length === 0) {
    return (
      <div className="requests-notice">
        <Notice tone="ind" title={t('requests.noRows.title')}>
          <p>{t('requests.noRows.text')}</p>
        </Notice>
      </div>
    );
  }
  const heads = ['number', 'from', 'to', 'ports', 'why', 'state'] as const;
  return (
    <div className="request-scroller">
      <table className="request-table" aria-label={t('requests.rows.table')}>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {t(`requests.rows.${head}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {request.rows.map((row) => (
            <Row
              key={row.number}
              {...{ row, requirements, results, onRefuse }}
              createdAt={request.createdAt}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface RowProps extends Omit<RequestRowsProps, 'request'> {
  readonly row: RequestRow;
  readonly createdAt: string;
}

function Row({ row, requirements, results, createdAt, onRefuse }: RowProps): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const titles = row.requirements.map(
    (id) => requirements.find((requirement) => requirement.id === id)?.title[language] ?? id,
  );
  return (
    <tr data-state={row.state}>
      <td className="numbers">{row.number}</td>
      <td>
        <Ends ends={row.from.ends} />
        {row.from.place === 'server' ? null : (
          <span className="requests-small">{VIEWPOINT_LABELS[row.from.place][language]}</span>
        )}
      </td>
      <td>
        <Ends ends={row.to} />
      </td>
      <td>
        <span className="request-address numbers">
          {row.transport}
          {row.ports.map((range, index) => (
            <span key={range.from}>
              {index === 0 ? ' ' : ', '}
              <span className="request-range">{shownRange(range)}</span>
            </span>
          ))}
        </span>
        {row.sourcePort === null ? null : (
          <span className="requests-small">{t('requests.rows.sourcePort', { port: row.sourcePort })}</span>
        )}
        {row.permanent ? null : <span className="requests-small">{t('requests.rows.temporary')}</span>}
      </td>
      <td className="request-why">{titles.join('; ')}</td>
      <td>
        <State row={row} results={results} createdAt={createdAt} onRefuse={onRefuse} />
      </td>
    </tr>
  );
}

function Ends({ ends }: { readonly ends: readonly RequestEnd[] }): ReactElement {
  const { t } = useTranslation();
  if (ends.length === 0) return <span className="requests-small">{t('requests.rows.unknown')}</span>;
  const left = ends.length - ENDS_MAX;
  return (
    <>
      {ends.slice(0, ENDS_MAX).map(({ address, name }) => (
        <span key={address} className="request-end" title={name}>
          <span className="request-address numbers">{address}</span>
          {name === '' ? null : <span className="requests-small request-name">{name}</span>}
        </span>
      ))}
      {left > 0 ? <span className="requests-small">{t('requests.rows.more', { count: left })}</span> : null}
    </>
  );
}

function State({ row, results, createdAt, onRefuse }: Omit<RowProps, 'requirements'>): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const [reason, setReason] = useState<string | null>(null);
  const { number, state, refusal, confirmedBy } = row;
  const { free, looked } = rowProgress(row, results, createdAt);
  const keep = () => {
    if (reason === null || reason.trim() === '') return;
    onRefuse(number, reason);
    setReason(null);
  };
  return (
    <div className="request-state">
      <span className="request-word">
        <VerdictMark sign={SIGNS[state]} size={15} />
        {t(`requests.rows.states.${state}`)}
      </span>
      {looked === 0 || state !== 'open' ? null : (
        <span className="requests-small numbers">
          {t('requests.rows.progress', { free, looked, total: row.checks.length })}
        </span>
      )}
      {confirmedBy === null ? null : (
        <span className="requests-small numbers">{formatMoment(confirmedBy.at, language)}</span>
      )}
      {refusal === '' ? null : <span className="requests-small">{refusal}</span>}
      {state === 'refused' ? (
        <button
          type="button"
          className="link"
          aria-label={t('requests.rows.takeBackRow', { number })}
          onClick={() => onRefuse(number, '')}
        >
          {t('requests.rows.takeBack')}
        </button>
      ) : null}
      {state === 'open' && reason === null ? (
        <button
          type="button"
          className="link"
          aria-label={t('requests.rows.refuseRow', { number })}
          onClick={() => setReason('')}
        >
          {t('requests.rows.refuse')}
        </button>
      ) : null}
      {reason === null ? null : (
        <form
          className="request-refusal"
          onSubmit={(event) => {
            event.preventDefault();
            keep();
          }}
          onKeyDown={(event) => {
            if (event.key === 'Escape') setReason(null);
          }}
        >
          <TextInput
            autoFocus
            aria-label={t('requests.rows.reason', { number })}
            placeholder={t('requests.rows.reasonHint')}
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <div className="requests-buttons">
            <Button type="submit" className="small" disabled={reason.trim() === ''}>
              {t('requests.rows.keep')}
            </Button>
            <Button className="small" variant="subtle" onClick={() => setReason(null)}>
              {t('common.cancel')}
            </Button>
          </div>
        </form>
      )}
    </div>
  );
}
