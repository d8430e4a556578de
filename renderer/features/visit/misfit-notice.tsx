/** The warning that the laptop is not where the person says it is; it must be answered, and the answer is kept. */
import { Button, TextInput } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { type FormEvent, type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { VIEWPOINT_LABELS } from '../../../src/contract/labels.ts';
import { lowerFirst } from '../../../src/contract/sentence.ts';
import type { Viewpoint } from '../../../src/contract/words.ts';
import { useLanguage } from '../../i18n/i18n.ts';
import { PlaceIcon } from '../../signs.tsx';
import { Notice } from '../../ui/notice.tsx';
import type { PlaceAnswer } from './place-answer.ts';
import './misfit-notice.css';

interface MisfitNoticeProps {
  readonly viewpoint: Viewpoint;
  readonly answer: PlaceAnswer;
  readonly onChange: (viewpoint: Viewpoint) => void;
  readonly onRefresh: () => void;
  readonly onReason: (reason: string) => void;
}

const MAX_REASON = 500;

export function MisfitNotice(props: MisfitNoticeProps): ReactElement {
  const { viewpoint, answer } = props;
  const { addresses, looks } = answer.misfit;
  const { t } = useTranslation();
  const language = useLanguage();
  const [asked, setAsked] = useState(false);
  const better: Viewpoint = looks === 'device' || looks === 'server' ? looks : 'workstation';
  const address = addresses.join(', ');

  if (answer.reason !== null && !asked) {
    return (
      <Notice
        tone="ind"
        title={t('visit.misfit.answered')}
        actions={
          <Button className="small" onClick={() => setAsked(true)}>
            {t('visit.misfit.changeReason')}
          </Button>
        }
      >
        <p className="misfit-reason">{answer.reason}</p>
        <p>{t('visit.misfit.kept', { address })}</p>
      </Notice>
    );
  }
  return (
    <Notice
      tone="warn"
      title={t(`visit.misfit.title.${viewpoint}`)}
      actions={
        asked ? undefined : (
          <>
            <Button
              className="small"
              leftSection={<PlaceIcon viewpoint={better} />}
              onClick={() => props.onChange(better)}
            >
              {t('visit.misfit.change', { place: lowerFirst(VIEWPOINT_LABELS[better][language]) })}
            </Button>
            <Button
              className="small"
              leftSection={<IconRefresh size={16} stroke={1.75} aria-hidden />}
              onClick={props.onRefresh}
            >
              {t('visit.misfit.recable')}
            </Button>
            <Button className="small" variant="subtle" onClick={() => setAsked(true)}>
              {t('visit.misfit.confirm')}
            </Button>
          </>
        )
      }
    >
      <p>{t(`visit.misfit.text.${viewpoint}`, { address, looks: t(`visit.looks.${looks}`) })}</p>
      {asked ? (
        <ReasonForm
          first={answer.reason ?? ''}
          onSave={(reason) => {
            props.onReason(reason);
            setAsked(false);
          }}
          onCancel={() => setAsked(false)}
        />
      ) : null}
    </Notice>
  );
}

interface ReasonFormProps {
  readonly first: string;
  readonly onSave: (reason: string) => void;
  readonly onCancel: () => void;
}

function ReasonForm({ first, onSave, onCancel }: ReasonFormProps): ReactElement {
  const { t } = useTranslation();
  const [reason, setReason] = useState(first);
  const [missing, setMissing] = useState(false);

  function submit(event: FormEvent): void {
    event.preventDefault();
    const text = reason.trim();
    setMissing(text === '');
    if (text !== '') onSave(text);
  }

  return (
    <form className="misfit-form" noValidate onSubmit={submit}>
      <TextInput
        label={t('visit.misfit.reason')}
        description={t('visit.misfit.reasonHint')}
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        error={missing ? t('visit.misfit.reasonMissing') : null}
        maxLength={MAX_REASON}
        required
        autoFocus
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onCancel();
        }}
      />
      <div className="misfit-answers">
        <Button className="small" type="submit">
          {t('visit.misfit.keep')}
        </Button>
        <Button className="small" variant="subtle" onClick={onCancel}>
          {t('common.cancel')}
        </Button>
      </div>
    </form>
  );
}
