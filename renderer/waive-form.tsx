/** What nobody will prove here: which flows, why, by whose word, until when. */
import { Button, Radio, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, type ReactElement, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Waiver } from '../src/contract/waivers.ts';
import './waive-form.css';

export type WaiverWords = Pick<Waiver, 'reason' | 'by' | 'until'>;

export interface WaiveScopeChoice<S extends string> {
  readonly value: S;
  /** What is waived, in words. */
  readonly label: string;
  /** False where the visit cannot hold so many waivers. */
  readonly fits: boolean;
}

interface WaiveFormProps<S extends string> {
  /** The first is chosen at the start. */
  readonly scopes: readonly [WaiveScopeChoice<S>, ...WaiveScopeChoice<S>[]];
  readonly engineer: string;
  readonly onSubmit: (scope: S, words: WaiverWords) => void;
  readonly onCancel: () => void;
}

const REASON_MAX = 500;
const NAME_MAX = 200;

export function WaiveForm<S extends string>(props: WaiveFormProps<S>): ReactElement {
  const { scopes, engineer, onSubmit, onCancel } = props;
  const { t } = useTranslation();
  const titleId = useId();
  const [scope, setScope] = useState<S>(scopes[0].value);
  const [reason, setReason] = useState('');
  const [by, setBy] = useState(engineer);
  const [until, setUntil] = useState('');
  const [tried, setTried] = useState(false);
  const tooMany = scopes.some(({ value, fits }) => value === scope && !fits);
  const words = { reason: reason.trim(), by: by.trim(), until: until === '' ? null : until };

  function submit(event: FormEvent): void {
    event.preventDefault();
    setTried(true);
    if (words.reason === '' || words.by === '' || tooMany) return;
    onSubmit(scope, words);
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
      <h2 id={titleId}>{t('common.waive.title')}</h2>
      <Radio.Group
        label={t('common.waive.scope')}
        value={scope}
        onChange={(value) => setScope(scopes.find((each) => each.value === value)?.value ?? scopes[0].value)}
      >
        <div className="waive-scopes">
          {scopes.map(({ value, label }) => (
            <Radio key={value} value={value} label={label} />
          ))}
        </div>
      </Radio.Group>
      <Textarea
        label={t('common.waive.reason')}
        placeholder={t('common.waive.reasonHint')}
        required
        autosize
        minRows={2}
        maxRows={5}
        maxLength={REASON_MAX}
        data-autofocus
        autoFocus
        value={reason}
        error={tried && words.reason === '' ? t('common.waive.reasonNeeded') : null}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <TextInput
        label={t('common.waive.by')}
        required
        maxLength={NAME_MAX}
        value={by}
        error={tried && words.by === '' ? t('common.waive.byNeeded') : null}
        onChange={(event) => setBy(event.currentTarget.value)}
      />
      <TextInput
        type="date"
        label={t('common.waive.until')}
        value={until}
        onChange={(event) => setUntil(event.currentTarget.value)}
      />
      {tooMany ? <p role="alert">{t('common.waive.tooMany')}</p> : null}
      <div className="waive-answers">
        <Button onClick={onCancel}>{t('common.cancel')}</Button>
        <Button type="submit" variant="filled">
          {t('common.waive.submit')}
        </Button>
      </div>
    </form>
  );
}
