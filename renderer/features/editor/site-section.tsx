/** Who and where: name, customer, address, and the installation scheme with what it means. */
import { Radio } from '@mantine/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { SCHEME_LABELS } from '../../../src/contract/labels.ts';
import { SCHEMES, type Scheme } from '../../../src/contract/words.ts';
import { useLanguage } from '../../i18n/i18n.ts';
import type { Draft } from './draft.ts';
import { Field } from './field.tsx';

interface SiteSectionProps {
  readonly draft: Draft;
  readonly onChange: (update: (draft: Draft) => Draft) => void;
}

export function SiteSection({ draft, onChange }: SiteSectionProps): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <section className="editor-section" aria-label={t('editor.site.title')}>
      <h2>{t('editor.site.title')}</h2>
      <div className="editor-three">
        <Field
          path="name"
          label={t('editor.site.name')}
          required
          placeholder={t('editor.site.namePlaceholder')}
          value={draft.name}
          onChange={(name) => onChange((old) => ({ ...old, name }))}
        />
        <Field
          path="customer"
          label={t('editor.site.customer')}
          value={draft.customer}
          onChange={(customer) => onChange((old) => ({ ...old, customer }))}
        />
        <Field
          path="address"
          label={t('editor.site.address')}
          value={draft.address}
          onChange={(address) => onChange((old) => ({ ...old, address }))}
        />
      </div>
      <Radio.Group
        label={t('editor.site.scheme')}
        value={draft.scheme}
        onChange={(scheme) => onChange((old) => ({ ...old, scheme: scheme as Scheme }))}
      >
        <div className="editor-schemes">
          {SCHEMES.map((scheme) => (
            <Radio
              key={scheme}
              value={scheme}
              label={SCHEME_LABELS[scheme][language]}
              description={t(`editor.schemes.${scheme}`)}
            />
          ))}
        </div>
      </Radio.Group>
    </section>
  );
}
