/** Databases, domain and NFS that the Printum server connects to. */
// biome-ignore-all lint/a11y/useSemanticElements: a fieldset draws a frame and a legend of its own
import { ActionIcon, Button, Checkbox, Select } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { PARTY_LABELS } from '../../../src/contract/labels.ts';
import { useLanguage } from '../../i18n/i18n.ts';
import { type DraftExternal, type DraftExternalKind, EXTERNAL_PORTS, freeId } from './draft.ts';
import { Field } from './field.tsx';

interface ExternalSectionProps {
  readonly external: readonly DraftExternal[];
  readonly onChange: (external: readonly DraftExternal[]) => void;
}

const KINDS = Object.keys(EXTERNAL_PORTS) as DraftExternalKind[];
const EXTRA_FIELDS = {
  postgresql: ['database', 'user'],
  clickhouse: [],
  domain: ['domain'],
  nfs: ['export'],
} as const satisfies Record<DraftExternalKind, readonly (keyof DraftExternal)[]>;
const PREFIXES: Readonly<Record<DraftExternalKind, string>> = {
  postgresql: 'pg',
  clickhouse: 'ch',
  domain: 'ad',
  nfs: 'nfs',
};

export function ExternalSection({ external, onChange }: ExternalSectionProps): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();

  function replace(index: number, change: Partial<DraftExternal>): void {
    onChange(external.map((entry, at) => (at === index ? { ...entry, ...change } : entry)));
  }

  /** The port follows the kind as long as nobody has written another one. */
  function changeKind(index: number, entry: DraftExternal, kind: DraftExternalKind): void {
    const port = entry.port === EXTERNAL_PORTS[entry.kind] ? EXTERNAL_PORTS[kind] : entry.port;
    replace(index, { kind, port });
  }

  function add(): void {
    const kind =
      KINDS.find((candidate) => !external.some((entry) => entry.kind === candidate)) ?? 'postgresql';
    const id = freeId(PREFIXES[kind], external);
    onChange([...external, { ...EMPTY, id, kind, port: EXTERNAL_PORTS[kind] }]);
  }

  return (
    <section className="editor-section" aria-label={t('editor.external.title')}>
      <h2>{t('editor.external.title')}</h2>
      <p className="editor-hint">{t('editor.external.hint')}</p>
      {external.map((entry, index) => (
        <div
          key={entry.id}
          className="editor-external"
          role="group"
          aria-label={t('editor.external.entry', { number: index + 1 })}
        >
          <Select
            label={t('editor.external.kind')}
            data={KINDS.map((kind) => ({ value: kind, label: PARTY_LABELS[kind][language] }))}
            value={entry.kind}
            onChange={(kind) => kind !== null && changeKind(index, entry, kind as DraftExternalKind)}
          />
          <Field
            path={`external.${index}.host`}
            label={t('editor.external.host')}
            required
            placeholder="10.77.30.20"
            value={entry.host}
            onChange={(host) => replace(index, { host })}
          />
          <Field
            path={`external.${index}.port`}
            label={t('editor.external.port')}
            required
            numeric
            value={entry.port}
            onChange={(port) => replace(index, { port })}
          />
          {EXTRA_FIELDS[entry.kind].map((field) => (
            <Field
              key={field}
              path={`external.${index}.${field}`}
              label={t(`editor.external.${field}`)}
              value={entry[field]}
              onChange={(value) => replace(index, { [field]: value })}
            />
          ))}
          {entry.kind === 'clickhouse' ? (
            <Checkbox
              className="editor-tls"
              label={t('editor.external.tls')}
              checked={entry.tls}
              onChange={(event) => replace(index, { tls: event.currentTarget.checked })}
            />
          ) : null}
          <ActionIcon
            variant="subtle"
            className="editor-remove"
            aria-label={t('editor.external.remove', {
              name: `${PARTY_LABELS[entry.kind][language]} ${entry.host}`,
            })}
            title={t('common.remove')}
            onClick={() => onChange(external.filter((_, at) => at !== index))}
          >
            <IconTrash size={16} stroke={1.75} aria-hidden />
          </ActionIcon>
        </div>
      ))}
      <Button className="small" leftSection={<IconPlus size={16} stroke={1.75} aria-hidden />} onClick={add}>
        {t('editor.external.add')}
      </Button>
    </section>
  );
}

const EMPTY: Omit<DraftExternal, 'id' | 'kind' | 'port'> = {
  name: '',
  host: '',
  database: '',
  user: '',
  tls: false,
  domain: '',
  export: '',
};
