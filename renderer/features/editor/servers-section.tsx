/** The Printum servers of a site and what runs on each. */
// biome-ignore-all lint/a11y/useSemanticElements: a fieldset draws a frame and a legend of its own
import { ActionIcon, Button, Checkbox } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PARTY_LABELS } from '../../../src/contract/labels.ts';
import type { Server } from '../../../src/contract/site.ts';
import { COMPONENTS, type Component, type Scheme } from '../../../src/contract/words.ts';
import { useLanguage } from '../../i18n/i18n.ts';
import { freeId } from './draft.ts';
import { Field, useFieldHelp } from './field.tsx';
import { SchemeHintsList } from './scheme-hints-list.tsx';

interface ServersSectionProps {
  readonly scheme: Scheme;
  readonly servers: readonly Server[];
  readonly onChange: (servers: readonly Server[]) => void;
}

export function ServersSection({ scheme, servers, onChange }: ServersSectionProps): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const { problemAt, touch } = useFieldHelp();
  const [added, setAdded] = useState<string | null>(null);

  function replace(index: number, change: Partial<Server>): void {
    onChange(servers.map((server, at) => (at === index ? { ...server, ...change } : server)));
  }

  function add(): void {
    const id = freeId('server', servers);
    onChange([...servers, { id, name: '', host: '', roles: ['printManager'] }]);
    setAdded(id);
  }

  function toggle(index: number, roles: readonly Component[], role: Component): void {
    const chosen = new Set(roles);
    if (!chosen.delete(role)) chosen.add(role);
    replace(index, { roles: COMPONENTS.filter((component) => chosen.has(component)) });
    touch(`servers.${index}.roles`);
  }

  return (
    <section className="editor-section" aria-label={t('editor.servers.title')}>
      <h2>{t('editor.servers.title')}</h2>
      <p className="editor-hint">{t('editor.servers.hint')}</p>
      {servers.map((server, index) => {
        const rolesProblem = problemAt(`servers.${index}.roles`);
        return (
          <div
            key={server.id}
            className="editor-server"
            role="group"
            aria-label={t('editor.servers.entry', { number: index + 1 })}
            ref={(entry) => {
              if (entry === null || server.id !== added) return;
              setAdded(null);
              entry.querySelector<HTMLElement>('input[data-path$=".host"]')?.focus();
            }}
          >
            <Field
              path={`servers.${index}.name`}
              label={t('editor.servers.name')}
              value={server.name}
              onChange={(name) => replace(index, { name })}
            />
            <Field
              path={`servers.${index}.host`}
              label={t('editor.servers.host')}
              required
              placeholder="10.77.30.10"
              value={server.host}
              onChange={(host) => replace(index, { host })}
            />
            <ActionIcon
              variant="subtle"
              className="editor-remove"
              disabled={servers.length === 1}
              aria-label={t('editor.servers.remove', { name: server.name || server.host })}
              title={servers.length === 1 ? t('editor.needServer') : t('common.remove')}
              onClick={() => onChange(servers.filter((_, at) => at !== index))}
            >
              <IconTrash size={16} stroke={1.75} aria-hidden />
            </ActionIcon>
            <fieldset className="editor-roles" data-path={`servers.${index}.roles`}>
              <legend>{t('editor.servers.roles')}</legend>
              {COMPONENTS.map((role) => (
                <Checkbox
                  key={role}
                  label={PARTY_LABELS[role][language]}
                  checked={server.roles.includes(role)}
                  onChange={() => toggle(index, server.roles, role)}
                />
              ))}
              {rolesProblem === null ? null : (
                <p className="editor-problem" role="alert">
                  {rolesProblem}
                </p>
              )}
            </fieldset>
          </div>
        );
      })}
      <SchemeHintsList scheme={scheme} servers={servers} />
      <Button className="small" leftSection={<IconPlus size={16} stroke={1.75} aria-hidden />} onClick={add}>
        {t('editor.servers.add')}
      </Button>
    </section>
  );
}
