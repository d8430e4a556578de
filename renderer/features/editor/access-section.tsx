/** How services are asked, and whether the installation needs the internet. */
import { Switch } from '@mantine/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Draft } from './draft.ts';
import { Field } from './field.tsx';

interface AccessSectionProps {
  readonly draft: Draft;
  readonly onChange: (update: (draft: Draft) => Draft) => void;
}

export function AccessSection({ draft, onChange }: AccessSectionProps): ReactElement {
  const { t } = useTranslation();
  const { snmp, ftp } = draft;
  return (
    <section className="editor-section" aria-label={t('editor.access.title')}>
      <h2>{t('editor.access.title')}</h2>
      <div className="editor-three">
        <Field
          path="snmp.community"
          label={t('editor.access.community')}
          required
          value={snmp.community}
          onChange={(community) => onChange((old) => ({ ...old, snmp: { community } }))}
        />
        <Field
          path="ftp.user"
          label={t('editor.access.ftpUser')}
          value={ftp.user}
          onChange={(user) => onChange((old) => ({ ...old, ftp: { ...old.ftp, user } }))}
        />
        <Field
          path="ftp.directory"
          label={t('editor.access.ftpDirectory')}
          value={ftp.directory}
          onChange={(directory) => onChange((old) => ({ ...old, ftp: { ...old.ftp, directory } }))}
        />
      </div>
      <Switch
        label={t('editor.access.onlineInstall')}
        description={t('editor.access.onlineInstallHint')}
        checked={draft.onlineInstall}
        onChange={(event) => {
          const onlineInstall = event.currentTarget.checked;
          onChange((old) => ({ ...old, onlineInstall }));
        }}
      />
    </section>
  );
}
