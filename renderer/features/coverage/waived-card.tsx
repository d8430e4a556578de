/** What was waived, by whose word: folded to its reasons, each line can be taken back. */
import { Button } from '@mantine/core';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PARTY_LABELS } from '../../../src/contract/labels.ts';
import type { Waiver } from '../../../src/contract/waivers.ts';
import { formatDate } from '../../format.ts';
import { useLanguage } from '../../i18n/i18n.ts';
import { VerdictMark } from '../../signs.tsx';
import { groupWaivers } from './waive.ts';

interface WaivedCardProps {
  readonly waivers: readonly Waiver[];
  /** How many cells they cover. */
  readonly cells: number;
  readonly titleOf: (requirement: string) => string;
  readonly nameOf: (targetId: string) => string;
  /** Null where the visit is closed. */
  readonly onTakeBack: ((waiverId: string) => void) | null;
}

export function WaivedCard({ waivers, cells, titleOf, nameOf, onTakeBack }: WaivedCardProps): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const [opened, setOpened] = useState(false);
  const groups = groupWaivers(waivers);
  return (
    <section className="move-card waived-card" aria-label={t('coverage.waived.title', { count: cells })}>
      <p className="move-head">
        <VerdictMark sign="waived" />
        <span className="move-name numbers">{t('coverage.waived.title', { count: cells })}</span>
        {groups.length === 0 ? null : (
          <button
            type="button"
            className="link"
            aria-expanded={opened}
            onClick={() => setOpened((before) => !before)}
          >
            {opened ? t('coverage.waived.hide') : t('coverage.waived.show')}
          </button>
        )}
      </p>
      {groups.length === 0 ? <p className="move-text">{t('coverage.waived.none')}</p> : null}
      {opened ? (
        <ul className="waived-list">
          {groups.flatMap(({ waivers: members }) =>
            members.map((waiver) => (
              <li key={waiver.id}>
                <span className="waived-what">
                  {waiver.requirement === null
                    ? t('coverage.waived.everything')
                    : titleOf(waiver.requirement)}
                  {' · '}
                  {waiver.from === null ? '' : `${PARTY_LABELS[waiver.from][language]} → `}
                  {waiver.targetId === null ? t('coverage.waived.everywhere') : nameOf(waiver.targetId)}
                </span>
                <span className="move-text">
                  {waiver.reason} ({waiver.by}, {formatDate(waiver.at, language)}
                  {waiver.until === null
                    ? ''
                    : `, ${t('coverage.waivedUntil', { date: formatDate(waiver.until, language) })}`}
                  )
                </span>
                {onTakeBack === null ? null : (
                  <Button className="small" variant="subtle" onClick={() => onTakeBack(waiver.id)}>
                    {t('coverage.takeBack')}
                  </Button>
                )}
              </li>
            )),
          )}
        </ul>
      ) : (
        groups.map((group) => (
          <p key={group.key} className="move-text">
            {t('coverage.waived.summary', { reason: group.reason, count: group.waivers.length })}.{' '}
            {t('coverage.waived.by', { by: group.by, when: formatDate(group.at, language) })}
          </p>
        ))
      )}
      {groups.length === 0 ? null : <p className="move-text">{t('coverage.waived.printed')}</p>}
    </section>
  );
}
