/** Where to go next: each place with what it would prove and how long that takes, then what needs no cable. */
import { Button } from '@mantine/core';
import { IconClipboardCheck, IconEar, IconHistory } from '@tabler/icons-react';
import type { ReactElement, ReactNode } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { VIEWPOINT_LABELS } from '../../../src/contract/labels.ts';
import type { Viewpoint } from '../../../src/contract/words.ts';
import { formatMoment } from '../../format.ts';
import { useLanguage } from '../../i18n/i18n.ts';
import { PlaceIcon } from '../../signs.tsx';
import type { Move } from './moves.ts';

export interface ManualCount {
  readonly done: number;
  readonly total: number;
}

interface MovesPanelProps {
  /** None where nothing is left, or where the visit is closed. */
  readonly moves: readonly Move[];
  readonly closed: boolean;
  readonly manual: ManualCount | null;
  readonly trapsLeft: boolean;
  readonly older: readonly { readonly viewpoint: Viewpoint; readonly at: string }[];
  readonly onMove: (viewpoint: Viewpoint) => void;
  readonly onTraps: () => void;
  readonly onManual: () => void;
  readonly onResult: () => void;
}

const ICON = { size: 16, stroke: 1.75, 'aria-hidden': true } as const;

export function MovesPanel(props: MovesPanelProps): ReactElement {
  const { moves, manual, trapsLeft, older } = props;
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <>
      <h2>{t('coverage.next.title')}</h2>
      {moves.length === 0 ? (
        <section className="move-card" data-first="true">
          {props.closed ? (
            <p className="move-text">{t('coverage.closed')}</p>
          ) : (
            <>
              <p className="move-head">{t('coverage.next.nowhere')}</p>
              <p className="move-text">{t('coverage.next.nowhereText')}</p>
            </>
          )}
          <Button className="small" variant="filled" onClick={props.onResult}>
            {t('coverage.next.result')}
          </Button>
        </section>
      ) : null}
      {moves.map((move, index) =>
        move.unseen === 0 && index > 0 ? (
          <LinkCard
            key={move.viewpoint}
            icon={<PlaceIcon viewpoint={move.viewpoint} />}
            title={VIEWPOINT_LABELS[move.viewpoint][language]}
            price=""
            text={t('coverage.next.repeat', { flows: t('common.flows', { count: move.toRepeat }) })}
            onPress={() => props.onMove(move.viewpoint)}
          />
        ) : (
          <section key={move.viewpoint} className="move-card" data-first={index === 0}>
            <p className="move-head">
              <PlaceIcon viewpoint={move.viewpoint} />
              <span className="move-name">{VIEWPOINT_LABELS[move.viewpoint][language]}</span>
              <span className="move-price numbers">
                {t('coverage.next.minutes', { count: Math.max(1, Math.ceil(move.seconds / 60)) })}
              </span>
            </p>
            <MoveText move={move} />
            <Button
              className="small"
              variant={index === 0 ? 'filled' : 'default'}
              onClick={() => props.onMove(move.viewpoint)}
            >
              {t(`coverage.next.go.${move.viewpoint}`)}
            </Button>
          </section>
        ),
      )}
      {trapsLeft ? (
        <LinkCard
          icon={<IconEar {...ICON} />}
          title={t('coverage.next.traps')}
          price=""
          text={t('coverage.next.trapsText')}
          onPress={props.onTraps}
        />
      ) : null}
      {manual === null ? null : (
        <LinkCard
          icon={<IconClipboardCheck {...ICON} />}
          title={t('coverage.next.manual')}
          price={t('coverage.next.manualCount', { ...manual })}
          text={manual.done < manual.total ? t('coverage.next.manualText') : t('coverage.next.manualDone')}
          onPress={props.onManual}
        />
      )}
      {older.length === 0 ? null : (
        <section className="move-card">
          <p className="move-head">
            <IconHistory {...ICON} />
            <span className="move-name">{t('coverage.next.older')}</span>
          </p>
          {older.map(({ viewpoint, at }) => (
            <p key={viewpoint} className="move-text">
              {t('coverage.next.olderText', {
                place: VIEWPOINT_LABELS[viewpoint][language],
                when: formatMoment(at, language),
              })}
            </p>
          ))}
        </section>
      )}
    </>
  );
}

function MoveText({ move }: { readonly move: Move }): ReactElement {
  const { t } = useTranslation();
  const { unseen, toRepeat } = move;
  const parts = (['toDevices', 'toServers', 'toExternal'] as const)
    .filter((key) => move[key] > 0)
    .map((key) => t(`coverage.next.${key}`, { count: move[key] }));
  const repeated = t('common.flows', { count: toRepeat });
  if (unseen === 0) return <p className="move-text">{t('coverage.next.repeat', { flows: repeated })}</p>;
  return (
    <p className="move-text">
      <Trans
        i18nKey="coverage.next.proves"
        values={{ flows: t('common.flows', { count: unseen }), parts: parts.join(', ') }}
        components={{ strong: <strong /> }}
      />
      {toRepeat === 0 ? null : ` ${t('coverage.next.alsoRepeat', { flows: repeated })}`}
    </p>
  );
}

interface LinkCardProps {
  readonly icon: ReactNode;
  readonly title: string;
  readonly price: string;
  readonly text: string;
  readonly onPress: () => void;
}

function LinkCard({ icon, title, price, text, onPress }: LinkCardProps): ReactElement {
  return (
    <button type="button" className="move-card move-link" onClick={onPress}>
      <span className="move-head">
        {icon}
        <span className="move-name">{title}</span>
        <span className="move-price numbers">{price}</span>
      </span>
      <span className="move-text">{text}</span>
    </button>
  );
}
