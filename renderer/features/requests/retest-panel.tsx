/** «Check the request»: where the laptop has to stand, what is tested there, and how far the test has come. */
import { Button } from '@mantine/core';
import { IconPlayerPlay, IconPlugConnected, IconSquare } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { CheckResult } from '../../../src/contract/check.ts';
import type { FirewallRequest } from '../../../src/contract/firewall-request.ts';
import { VIEWPOINT_LABELS } from '../../../src/contract/labels.ts';
import type { Viewpoint } from '../../../src/contract/words.ts';
import { rowProgress } from '../../../src/report/request/retest.ts';
import { useLanguage } from '../../i18n/i18n.ts';
import { retestPlaces, rowCounts } from './request-changes.ts';

export interface RetestProps {
  /** Where the laptop stands; null without a visit that goes on. */
  readonly standing: Viewpoint | null;
  /** False until the place was looked at and confirmed. */
  readonly canStart: boolean;
  /** Of the run that goes on; null while none does. */
  readonly progress: { readonly done: number; readonly total: number } | null;
  /** Of the run that is going on or was the last one of this site. */
  readonly results: ReadonlyMap<string, CheckResult>;
  readonly onStart: (checkIds: readonly string[]) => void;
  readonly onStop: () => void;
  readonly onGo: (place: Viewpoint) => void;
  readonly onChecks: () => void;
}

const ICON = { size: 14, stroke: 1.75, 'aria-hidden': true } as const;

export function RetestPanel({
  request,
  retest,
}: {
  readonly request: FirewallRequest;
  readonly retest: RetestProps;
}): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const { standing, canStart, progress, results, onStart, onStop, onGo, onChecks } = retest;
  const looked = request.rows.some((row) => rowProgress(row, results, request.createdAt).looked > 0);
  const places = retestPlaces(request);
  const { open, confirmed } = rowCounts(request);
  const total = request.rows.length;

  function obstacle(): string | null {
    if (standing === null) return t('requests.retest.noVisit');
    return canStart || progress !== null ? null : t('requests.retest.look');
  }

  return (
    <aside className="request-retest" aria-label={t('requests.retest.title')}>
      <h2>{t('requests.retest.title')}</h2>
      {open === 0 ? <p>{t('requests.retest.done')}</p> : null}
      {standing === null ? null : (
        <p className="requests-small">
          {t('requests.retest.standing', { place: VIEWPOINT_LABELS[standing][language] })}
        </p>
      )}
      <ul>
        {places.map(({ place, checkIds }) => (
          <li key={place}>
            <p>
              {t('requests.retest.checks', {
                place: VIEWPOINT_LABELS[place][language],
                checks: t('common.checks', { count: checkIds.length }),
              })}
            </p>
            {place === standing ? (
              <Button
                className="small"
                variant="filled"
                leftSection={<IconPlayerPlay {...ICON} />}
                disabled={!canStart || progress !== null}
                onClick={() => onStart(checkIds)}
              >
                {t('requests.retest.here')}
              </Button>
            ) : (
              <Button
                className="small"
                leftSection={<IconPlugConnected {...ICON} />}
                disabled={standing === null || progress !== null}
                onClick={() => onGo(place)}
              >
                {t('requests.retest.go', { place: VIEWPOINT_LABELS[place][language] })}
              </Button>
            )}
            {place === 'server' ? <p className="requests-small">{t('requests.retest.server')}</p> : null}
          </li>
        ))}
      </ul>
      {progress === null ? null : (
        <div className="request-progress">
          <p className="numbers">{t('requests.retest.running', { ...progress })}</p>
          <Button className="small" leftSection={<IconSquare {...ICON} />} onClick={onStop}>
            {t('requests.retest.stop')}
          </Button>
        </div>
      )}
      {progress !== null || !looked ? null : (
        <div className="request-progress">
          <p className="numbers">{t('requests.retest.announce', { confirmed, total })}</p>
          <Button className="small" onClick={onChecks}>
            {t('requests.retest.toChecks')}
          </Button>
        </div>
      )}
      {obstacle() === null ? null : <p className="requests-small">{obstacle()}</p>}
      <div className="visually-hidden" role="status" aria-live="polite">
        {confirmed === 0 ? '' : t('requests.retest.announce', { confirmed, total })}
      </div>
    </aside>
  );
}
