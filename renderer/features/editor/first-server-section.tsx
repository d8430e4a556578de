/** The one server that a new site cannot do without, and the way to everything else. */
import { Button } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Server } from '../../../src/contract/site.ts';
import { Field } from './field.tsx';

interface FirstServerSectionProps {
  readonly server: Server;
  readonly onChange: (server: Server) => void;
  readonly onExpand: () => void;
}

export function FirstServerSection({ server, onChange, onExpand }: FirstServerSectionProps): ReactElement {
  const { t } = useTranslation();
  return (
    <section className="editor-section" aria-label={t('editor.brief.title')}>
      <h2>{t('editor.brief.title')}</h2>
      <div className="editor-one">
        <Field
          path="servers.0.host"
          label={t('editor.servers.host')}
          required
          placeholder="10.77.30.10"
          value={server.host}
          onChange={(host) => onChange({ ...server, host })}
        />
      </div>
      <p className="editor-hint">{t('editor.brief.hint')}</p>
      <Button
        className="small"
        leftSection={<IconChevronDown size={16} stroke={1.75} aria-hidden />}
        onClick={onExpand}
      >
        {t('editor.brief.expand')}
      </Button>
    </section>
  );
}
