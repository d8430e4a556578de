/** One thing that a person looks at: how, what was found, and what stands behind it. */
import { Button, Radio, Textarea, TextInput } from '@mantine/core';
import { type ReactElement, useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { ManualItem, Requirement } from '../../../src/contract/catalogue.ts';
import { MANUAL_STATES, type ManualAnswer } from '../../../src/contract/visit.ts';
import { formatMoment } from '../../format.ts';
import { useLanguage } from '../../i18n/i18n.ts';
import { PhotoStrip } from '../../photo-strip.tsx';

interface ManualRowProps {
  readonly item: ManualItem;
  readonly requirements: readonly Requirement[];
  /** Null while nobody has looked. */
  readonly answer: ManualAnswer | null;
  readonly readOnly: boolean;
  readonly loadPhoto: (photoId: string) => Promise<string | null>;
  /** Null takes the answer back. */
  readonly onAnswer: (patch: Partial<Omit<ManualAnswer, 'itemId' | 'at'>> | null) => void;
  readonly onAddPhotos: () => void;
}

const MAX_NOTE = 4000;
const MAX_NAME = 200;
const MAX_PHOTOS = 20;

export function ManualRow(props: ManualRowProps): ReactElement {
  const { item, answer, readOnly, onAnswer } = props;
  const { t } = useTranslation();
  const language = useLanguage();
  const titleId = useId();
  const completed = props.requirements
    .filter(({ id }) => item.completes.includes(id))
    .map(({ title }) => title[language]);
  return (
    <li className="manual-row" data-state={answer?.state ?? 'open'} aria-labelledby={titleId}>
      <div className="manual-texts">
        <h2 id={titleId}>{item.title[language]}</h2>
        <p className="manual-how">{item.how[language]}</p>
        {completed.length === 0 ? null : (
          <p className="manual-completes">{t('manual.completes', { requirements: completed.join('; ') })}</p>
        )}
      </div>
      <div className="manual-states" role="radiogroup" aria-labelledby={titleId}>
        {MANUAL_STATES.map((state) => (
          <Radio
            key={state}
            name={titleId}
            value={state}
            checked={answer?.state === state}
            disabled={readOnly}
            label={t(`manual.states.${state}`)}
            onChange={() => onAnswer({ state })}
          />
        ))}
      </div>
      {answer === null ? null : (
        <div className="manual-more">
          {readOnly && answer.note === '' ? null : (
            <Textarea
              label={t('manual.note')}
              placeholder={t(`manual.noteHints.${answer.state}`)}
              autosize
              minRows={1}
              maxRows={6}
              maxLength={MAX_NOTE}
              readOnly={readOnly}
              value={answer.note}
              onChange={(event) => onAnswer({ note: event.currentTarget.value })}
            />
          )}
          {readOnly && answer.saidBy === '' ? null : (
            <TextInput
              label={t('manual.saidBy')}
              placeholder={t('manual.saidByHint')}
              maxLength={MAX_NAME}
              readOnly={readOnly}
              value={answer.saidBy}
              onChange={(event) => onAnswer({ saidBy: event.currentTarget.value })}
            />
          )}
          <div className="manual-proof">
            <PhotoStrip
              photos={answer.photos}
              load={props.loadPhoto}
              onAdd={readOnly || answer.photos.length >= MAX_PHOTOS ? null : props.onAddPhotos}
              onRemove={
                readOnly
                  ? null
                  : (photoId) => onAnswer({ photos: answer.photos.filter(({ id }) => id !== photoId) })
              }
            />
            <span className="manual-when numbers">
              {t('manual.when', { when: formatMoment(answer.at, language) })}
            </span>
            {readOnly ? null : (
              <Button className="small" variant="subtle" onClick={() => onAnswer(null)}>
                {t('manual.takeBack')}
              </Button>
            )}
          </div>
        </div>
      )}
    </li>
  );
}
