/** A new request: from what failed or from the whole table, and the networks of those who begin connections. */
import { Button, Radio, TextInput } from '@mantine/core';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Argument } from '../../../src/contract/channels.ts';
import type { RequestBasis } from '../../../src/contract/firewall-request.ts';
import type { Stage } from '../../../src/contract/words.ts';
import { readNetworks } from './request-changes.ts';

/** What the form begins with. */
export interface Suggestion {
  readonly runIds: readonly string[];
  readonly stage: Stage;
  /** Those that the runs stood in. */
  readonly networks: { readonly workstation: readonly string[]; readonly device: readonly string[] };
}

interface RequestFormProps {
  readonly suggestion: Suggestion;
  /** The site has no request yet: the form explains what one is. */
  readonly first: boolean;
  readonly busy: boolean;
  readonly onCreate: (creation: Omit<Argument<'requests:create'>, 'siteId'>) => void;
  readonly onCancel: (() => void) | null;
}

const PLACES = ['workstation', 'device'] as const;
type Place = (typeof PLACES)[number];

export function RequestForm({ suggestion, first, busy, onCreate, onCancel }: RequestFormProps): ReactElement {
  const { t } = useTranslation();
  const { runIds, stage, networks: known } = suggestion;
  const [chosen, setChosen] = useState<RequestBasis | null>(null);
  const [typed, setTyped] = useState<Readonly<Partial<Record<Place, string>>>>({});
  const basis = chosen ?? (runIds.length > 0 ? 'failures' : 'table');
  // What was not touched follows the runs, which may still be on their way from the disk.
  const textOf = (place: Place) => typed[place] ?? known[place].join(', ');
  const read = { workstation: readNetworks(textOf('workstation')), device: readNetworks(textOf('device')) };
  const valid = PLACES.every((place) => read[place].wrong.length === 0);

  function create(): void {
    if (!valid || busy) return;
    onCreate({
      basis,
      stage,
      runIds: [...runIds],
      networks: { workstation: [...read.workstation.networks], device: [...read.device.networks] },
    });
  }

  function hintOf(place: Place): string {
    if (typed[place] === undefined && known[place].length > 0) return t('requests.form.prefilled');
    if (read[place].networks.length > 0) return t('requests.form.networksHint');
    return t(`requests.form.${place}Empty`);
  }

  return (
    <form
      className="requests-form"
      aria-label={t('requests.new')}
      onSubmit={(event) => {
        event.preventDefault();
        create();
      }}
    >
      <div>
        <h2>{first ? t('requests.none.title') : t('requests.new')}</h2>
        {first ? <p className="requests-quiet">{t('requests.none.text')}</p> : null}
      </div>
      <Radio.Group
        label={t('requests.form.basis')}
        value={basis}
        onChange={(value) => setChosen(value === 'table' ? 'table' : 'failures')}
      >
        <Radio
          value="failures"
          label={t('requests.form.failures')}
          disabled={runIds.length === 0}
          description={
            runIds.length === 0
              ? t('requests.form.failuresNone')
              : t('requests.form.failuresHint', { runs: runIds.length })
          }
        />
        <Radio value="table" label={t('requests.form.table')} description={t('requests.form.tableHint')} />
      </Radio.Group>
      {PLACES.map((place) => (
        <TextInput
          key={place}
          label={t(`requests.form.${place}`)}
          description={hintOf(place)}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          value={textOf(place)}
          error={
            read[place].wrong.length === 0
              ? null
              : t('requests.form.wrong', { parts: read[place].wrong.join(', ') })
          }
          onChange={(event) => setTyped({ ...typed, [place]: event.currentTarget.value })}
        />
      ))}
      <div className="requests-buttons">
        <Button type="submit" variant="filled" disabled={!valid || busy}>
          {t(busy ? 'requests.form.creating' : 'requests.form.create')}
        </Button>
        {onCancel === null ? null : <Button onClick={onCancel}>{t('common.cancel')}</Button>}
      </div>
    </form>
  );
}
