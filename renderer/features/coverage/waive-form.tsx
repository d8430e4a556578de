/** What nobody will prove here: which flows, why, by whose word, until when. */
import { Button, Radio, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, type ReactElement, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Waiver } from '../../../src/contract/waivers.ts';
import { type Selection, WAIVE_SCOPES, type Waived, type WaiveScope, waivedBy } from './waive.ts';

interface WaiveFormProps {
  readonly selection: Selection;
  readonly engineer: string;
  /** How many more waivers the visit can hold. */
  readonly room: number;
  readonly onSubmit: (waived: readonly Waived[], words: Pick<Waiver, 'reason' | 'by' | 'until'>) => void;
  readonly onCancel: () => void;
}

const REASON_MAX = 500;
const NAME_MAX = 200;

export function WaiveForm({ selection, engineer, room, onSubmit, onCancel }: WaiveFormProps): ReactElement {
  const { t } = useTranslation();
  const titleId = useId();
  const [scope, setScope] = useState<WaiveScope>('cell');
  const [reason, setReason] = useState('');
  const [by, setBy] = useState(engineer);
  const [until, setUntil] = useState('');
  const [tried, setTried] = useState(false);
  const waived = waivedBy(selection, scope);
  const tooMany = waived.length > room;
  const words = { reason: reason.trim(), by: by.trim(), until: until === '' ? null : until };
  const { row, column } = selection;
  const target = column.title === '' ? t('coverage.otherDevices') : column.title;

  function submit(event: FormEvent): void {
    event.preventDefault();
    setTried(true);
    if (words.reason === '' || words.by === '' || tooMany) return;
    onSubmit(waived, words);
  }

  return (
    <form
      className="waive-form"
      aria-labelledby={titleId}
      noValidate
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onCancel();
      }}
    >
      <h2 id={titleId}>{t('coverage.form.title')}</h2>
      <Radio.Group
        label={t('coverage.form.scope')}
        value={scope}
        onChange={(value) => setScope(WAIVE_SCOPES.find((each) => each === value) ?? 'cell')}
      >
        <div className="waive-scopes">
          {WAIVE_SCOPES.map((each) => (
            <Radio key={each} value={each} label={t(`coverage.form.${each}`, { title: row.title, target })} />
          ))}
        </div>
      </Radio.Group>
      <Textarea
        label={t('coverage.form.reason')}
        placeholder={t('coverage.form.reasonHint')}
        required
        autosize
        minRows={2}
        maxRows={5}
        maxLength={REASON_MAX}
        data-autofocus
        autoFocus
        value={reason}
        error={tried && words.reason === '' ? t('coverage.form.reasonNeeded') : null}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <TextInput
        label={t('coverage.form.by')}
        required
        maxLength={NAME_MAX}
        value={by}
        error={tried && words.by === '' ? t('coverage.form.byNeeded') : null}
        onChange={(event) => setBy(event.currentTarget.value)}
      />
      <TextInput
        type="date"
        label={t('coverage.form.until')}
        value={until}
        onChange={(event) => setUntil(event.currentTarget.value)}
      />
      {tooMany ? <p role="alert">{t('coverage.form.tooMany')}</p> : null}
      <div className="waive-answers">
        <Button onClick={onCancel}>{t('common.cancel')}</Button>
        <Button type="submit" variant="filled">
          {t('coverage.form.submit')}
        </Button>
      </div>
    </form>
  );
}
