/** What the person adds to a row: words, pictures, and that it is waived. */
import { Button, Textarea } from '@mantine/core';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlannedCheck } from '../../../src/contract/check.ts';
import type { Waiver } from '../../../src/contract/waivers.ts';
import { formatDate, formatMoment } from '../../format.ts';
import { useLanguage } from '../../i18n/i18n.ts';
import { PhotoStrip } from '../../photo-strip.tsx';
import { VerdictMark } from '../../signs.tsx';
import { WaiveForm, type WaiverWords } from '../../waive-form.tsx';
import type { RowVisit } from './row-visit.ts';

const NOTE_MAX = 4000;
const PHOTOS_MAX = 20;

interface RowNotesProps {
  readonly check: PlannedCheck;
  readonly title: string;
  readonly visit: RowVisit;
}

export function RowNotes({ check, title, visit }: RowNotesProps): ReactElement | null {
  const { t } = useTranslation();
  const [waiving, setWaiving] = useState(false);
  const { readOnly, onNote } = visit;
  const { note, photos } = visit.notes.get(check.id) ?? { note: '', photos: [] };
  const waiver = visit.waiverOf(check);
  if (readOnly && note === '' && photos.length === 0 && waiver === null) return null;

  async function addPhotos(): Promise<void> {
    const added = await visit.takePhotos();
    if (added.length > 0) onNote(check.id, { photos: [...photos, ...added].slice(0, PHOTOS_MAX) });
  }

  function waive(scope: 'cell' | 'row' | 'column', words: WaiverWords): void {
    visit.onWaive({
      requirement: scope === 'column' ? null : check.requirement,
      from: scope === 'column' ? null : check.from,
      targetId: scope === 'row' ? null : check.to.id,
      ...words,
    });
    setWaiving(false);
  }

  if (waiving) {
    const places = { title, target: check.to.host };
    return (
      <div className="row-notes">
        <WaiveForm
          scopes={[
            { value: 'cell', label: t('results.waive.cell', places), fits: true },
            { value: 'row', label: t('results.waive.row', places), fits: true },
            { value: 'column', label: t('results.waive.column', places), fits: true },
          ]}
          engineer={visit.engineer}
          onSubmit={waive}
          onCancel={() => setWaiving(false)}
        />
      </div>
    );
  }
  return (
    <div className="row-notes">
      {waiver === null ? null : <WaivedLine waiver={waiver} visit={visit} />}
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
      <div className="row-notes-actions">
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
        {readOnly || waiver !== null ? null : (
          <Button className="small" onClick={() => setWaiving(true)}>
            {t('common.waive.title')}
          </Button>
        )}
      </div>
    </div>
  );
}

interface WaivedLineProps {
  readonly waiver: Waiver;
  readonly visit: Pick<RowVisit, 'readOnly' | 'onTakeBack'>;
}

function WaivedLine({ waiver, visit }: WaivedLineProps): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
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
