/** Who signs: the engineer, which closes the visit, and the customer, mostly with a pen. */
import { Button, TextInput } from '@mantine/core';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Signature, Visit } from '../../../src/contract/visit.ts';
import { formatMoment } from '../../format.ts';
import { useLanguage } from '../../i18n/i18n.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';

export type SignatureSide = keyof Visit['signatures'];

interface SignaturesProps {
  readonly visit: Visit;
  /** From the settings; empty where nobody has entered it yet. */
  readonly engineer: string;
  /** What is signed, in a sentence: it cannot be taken back. */
  readonly standing: string;
  readonly onChange: (side: SignatureSide, patch: Partial<Signature>) => void;
  readonly onSign: (name: string) => void;
}

const TEXT_MAX = 200;

export function Signatures({ visit, engineer, standing, onChange, onSign }: SignaturesProps): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const [asking, setAsking] = useState(false);
  const { signatures, closedAt } = visit;
  const closed = closedAt !== null;
  const { customer } = signatures;
  const name = (signatures.engineer.name || engineer).trim();

  function state({ at, onPaper }: Signature): string {
    if (at !== null) return t('outcome.signatures.signedAt', { when: formatMoment(at, language) });
    if (onPaper) return t(closed ? 'outcome.signatures.onPaper' : 'outcome.signatures.willSignOnPaper');
    return t('outcome.signatures.unsigned');
  }

  return (
    <section className="signatures" aria-label={t('outcome.signatures.title')}>
      <h2>{t('outcome.signatures.title')}</h2>
      <div className="signature">
        <SignatureRole title={t('outcome.signatures.engineer')} state={state(signatures.engineer)} />
        {closed || (engineer !== '' && signatures.engineer.name === '') ? (
          <strong className="signature-name one-line">{name}</strong>
        ) : (
          <TextInput
            className="signature-name"
            aria-label={t('outcome.signatures.engineerName')}
            placeholder={t('outcome.signatures.name')}
            maxLength={TEXT_MAX}
            value={signatures.engineer.name}
            onChange={(event) => onChange('engineer', { name: event.currentTarget.value })}
          />
        )}
        {closed ? null : (
          <Button
            className="small"
            disabled={name === ''}
            title={name === '' ? t('outcome.signatures.needsName') : undefined}
            onClick={() => setAsking(true)}
          >
            {t('outcome.signatures.sign')}
          </Button>
        )}
      </div>
      <div className="signature">
        <SignatureRole title={t('outcome.signatures.customer')} state={state(customer)} />
        {closed ? (
          <strong className="signature-name one-line">
            {[customer.name, customer.position].filter(Boolean).join(', ')}
          </strong>
        ) : (
          <span className="signature-name signature-inputs">
            <TextInput
              aria-label={t('outcome.signatures.customerName')}
              placeholder={t('outcome.signatures.name')}
              maxLength={TEXT_MAX}
              value={customer.name}
              onChange={(event) => onChange('customer', { name: event.currentTarget.value })}
            />
            <TextInput
              aria-label={t('outcome.signatures.position')}
              placeholder={t('outcome.signatures.position')}
              maxLength={TEXT_MAX}
              value={customer.position}
              onChange={(event) => onChange('customer', { position: event.currentTarget.value })}
            />
          </span>
        )}
        {closed ? null : (
          <Button
            className="small"
            aria-pressed={customer.onPaper}
            onClick={() => onChange('customer', { onPaper: !customer.onPaper })}
          >
            {customer.onPaper ? t('outcome.signatures.notOnPaper') : t('outcome.signatures.signOnPaper')}
          </Button>
        )}
      </div>
      <ConfirmDialog
        opened={asking}
        title={t('outcome.signatures.question')}
        text={[
          standing,
          t('outcome.signatures.warning'),
          ...(customer.name.trim() === '' ? [t('outcome.signatures.noCustomer')] : []),
        ].join(' ')}
        onClose={() => setAsking(false)}
        answers={[
          { label: t('common.cancel'), onChoose: () => setAsking(false) },
          {
            label: t('outcome.signatures.sign'),
            primary: true,
            onChoose: () => {
              setAsking(false);
              onSign(name);
            },
          },
        ]}
      />
    </section>
  );
}

function SignatureRole({ title, state }: { readonly title: string; readonly state: string }): ReactElement {
  return (
    <span className="signature-role">
      {title}
      <span className="signature-state">{state}</span>
    </span>
  );
}
