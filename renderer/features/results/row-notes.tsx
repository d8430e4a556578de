/** What the person adds to a row: words, pictures, and that it is waived. */
import { Button, Textarea } from '@mantine/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlannedCheck } from '../../../src/contract/check.ts';
import { formatDate, formatMoment } from '../../format.ts';
import { useLanguage } from '../../i18n/i18n.ts';
import { PhotoStrip } from '../../photo-strip.tsx';
import { VerdictMark } from '../../signs.tsx';
import type { RowVisit } from './row-visit.ts';

const NOTE_MAX = 4000;
const PHOTOS_MAX = 20;

interface RowNotesProps {
  readonly check: PlannedCheck;
  readonly visit: RowVisit;
}

export function RowNotes({ check, visit }: RowNotesProps): ReactElement | null {
  const { t } = useTranslation();
  const { readOnly, onNote } = visit;
  const { note, photos } = visit.notes.get(check.id) ?? { note: '', photos: [] };
  const waiver = visit.waiverOf(check);
  if (readOnly && note === '' && photos.length === 0 && waiver === null) return null;

  async function addPhotos(): Promise<void> {
    const added = await visit.takePhotos();
    if (added.length > 0) onNote(check.id, { photos: [...photos, ...added].slice(0, PHOTOS_MAX) });
  }

  return (
    <div className="row-notes">
      {waiver === null ? null : <WaivedLine check={check} visit={visit} />}
      <Textarea
        label={t('results.notes.title')}
        placeholder={readOnly ? '' : t('results.notes.placeholder')}
        autosize
        minRows={1}
        maxRows={6}
        maxLength={NOTE_MAX}
        readOnly={readOnly}
        value={note}
        onChange={(event) => onNote(check.id, { note: event.currentTarget.value })}
      />
      <PhotoStrip
        photos={photos}
        load={visit.loadPhoto}
        onAdd={readOnly || photos.length >= PHOTOS_MAX ? null : () => void addPhotos()}
        onRemove={
          readOnly
            ? null
            : (photoId) => onNote(check.id, { photos: photos.filter(({ id }) => id !== photoId) })
        }
      />
    </div>
  );
}

function WaivedLine({ check, visit }: RowNotesProps): ReactElement | null {
  const { t } = useTranslation();
  const language = useLanguage();
  const waiver = visit.waiverOf(check);
  if (waiver === null) return null;
  const { reason, by, at, until } = waiver;
  const when = formatMoment(at, language);
  return (
    <p className="row-waived">
      <VerdictMark sign="waived" />
      <span>
        {until === null
          ? t('results.waive.waived', { reason, by, when })
          : t('results.waive.waivedUntil', {
              reason,
              by,
              when,
              until: formatDate(`${until}T12:00`, language),
            })}
      </span>
      {visit.readOnly ? null : (
        <Button className="small" variant="subtle" onClick={() => visit.onTakeBack(waiver.id)}>
          {t('results.waive.takeBack')}
        </Button>
      )}
    </p>
  );
}
