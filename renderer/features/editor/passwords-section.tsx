/** The passwords that probes log in with: each says where it is kept, and none is ever part of the profile. */
import { Button, PasswordInput } from '@mantine/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { SECRET_KINDS, type SecretKind } from '../../../src/contract/channels.ts';
import type { EditorStore } from './editor-store.ts';

export function PasswordsSection({ store }: { readonly store: EditorStore }): ReactElement {
  const { t } = useTranslation();
  const { secrets, typed, isNew, typeSecret, forgetSecret } = useStore(store);
  const keyStore = secrets?.keyStore ?? null;

  function stateOf(kind: SecretKind): string {
    if ((typed[kind] ?? '') !== '') return t(`editor.passwords.typed${isNew ? 'New' : ''}`);
    return secrets === null
      ? ''
      : t(`editor.passwords.places.${secrets.secrets[kind]}`, { variable: VARIABLES[kind] });
  }

  return (
    <section className="editor-section" aria-label={t('editor.passwords.title')}>
      <h2>{t('editor.passwords.title')}</h2>
      <p className="editor-hint">
        {t('editor.passwords.never')}{' '}
        {keyStore === null ? '' : t(keyStore ? 'editor.passwords.keyStore' : 'editor.passwords.noKeyStore')}
      </p>
      <div className="editor-three">
        {SECRET_KINDS.map((kind) => {
          const place = secrets?.secrets[kind] ?? 'none';
          const fixed = place === 'environment';
          return (
            <div key={kind} className="editor-password">
              <PasswordInput
                label={t(`editor.passwords.${kind}`)}
                description={stateOf(kind)}
                inputWrapperOrder={['label', 'input', 'description']}
                autoComplete="new-password"
                disabled={fixed}
                maxLength={500}
                value={typed[kind] ?? ''}
                placeholder={place === 'none' ? '' : t('editor.passwords.given')}
                visibilityToggleButtonProps={{ 'aria-label': t('editor.passwords.show') }}
                onChange={(event) => typeSecret(kind, event.currentTarget.value)}
              />
              {place === 'kept' || place === 'memory' ? (
                <Button
                  className="small"
                  aria-label={t('editor.passwords.forgetOf', { what: t(`editor.passwords.${kind}`) })}
                  onClick={() => void forgetSecret(kind)}
                >
                  {t('editor.passwords.forget')}
                </Button>
              ) : null}
            </div>
          );
        })}
      </div>
    </section>
  );
}

/** The variables of the environment that give a password at the start. */
const VARIABLES: Readonly<Record<SecretKind, string>> = {
  ftp: 'SITECHECK_FTP_PASSWORD',
  postgresql: 'SITECHECK_PG_PASSWORD',
  redis: 'SITECHECK_REDIS_PASSWORD',
};
