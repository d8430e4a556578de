/** Timeouts, and the ports where a site differs from the vendor's table. */
import { Select } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Catalogue } from '../../../src/contract/catalogue.ts';
import { isExternalKind } from '../../../src/contract/words.ts';
import { useLanguage } from '../../i18n/i18n.ts';
import type { Draft } from './draft.ts';
import { Field } from './field.tsx';

interface AdvancedSectionProps {
  readonly draft: Draft;
  readonly catalogues: readonly Catalogue[];
  readonly catalogue: Catalogue | null;
  readonly opened: boolean;
  readonly onOpened: (opened: boolean) => void;
  readonly onChange: (update: (draft: Draft) => Draft) => void;
}

const LIMITS = ['timeoutMs', 'attempts', 'concurrency'] as const;

export function AdvancedSection(props: AdvancedSectionProps): ReactElement {
  const { draft, catalogues, catalogue, opened, onOpened, onChange } = props;
  const { t } = useTranslation();
  const language = useLanguage();
  const Chevron = opened ? IconChevronDown : IconChevronRight;
  const requirements = (catalogue?.requirements ?? []).filter(
    ({ schemes, flows }) => schemes.includes(draft.scheme) && flows.some(({ to }) => !isExternalKind(to)),
  );
  return (
    <section className="editor-section" aria-label={t('editor.advanced.title')}>
      <h2>
        <button
          type="button"
          className="editor-fold"
          aria-expanded={opened}
          aria-controls="editor-advanced"
          onClick={() => onOpened(!opened)}
        >
          <Chevron size={16} stroke={1.75} aria-hidden />
          {t('editor.advanced.title')}
        </button>
      </h2>
      <p className="editor-hint">{t('editor.advanced.hint')}</p>
      <div id="editor-advanced" hidden={!opened}>
        {opened ? (
          <>
            {catalogues.length > 1 || catalogue === null ? (
              <Select
                className="editor-catalogue"
                label={t('editor.advanced.catalogue')}
                data={[
                  ...catalogues.map(({ id, revision }) => ({
                    value: id,
                    label: t('editor.advanced.catalogueName', { id, revision }),
                  })),
                  ...(catalogue === null
                    ? [
                        {
                          value: draft.catalogue,
                          label: t('editor.advanced.noCatalogue', { id: draft.catalogue }),
                        },
                      ]
                    : []),
                ]}
                value={draft.catalogue}
                onChange={(chosen) => chosen !== null && onChange((old) => ({ ...old, catalogue: chosen }))}
              />
            ) : null}
            <div className="editor-three">
              {LIMITS.map((limit) => (
                <Field
                  key={limit}
                  path={`probe.${limit}`}
                  label={t(`editor.advanced.${limit}`)}
                  required
                  numeric
                  value={draft.probe[limit]}
                  onChange={(value) =>
                    onChange((old) => ({ ...old, probe: { ...old.probe, [limit]: value } }))
                  }
                />
              ))}
            </div>
            <h3 className="editor-subhead">{t('editor.advanced.ports')}</h3>
            <p className="editor-hint">{t('editor.advanced.portsHint')}</p>
            <div className="editor-ports">
              {requirements.map(({ id, title, flows }) => (
                <Field
                  key={id}
                  path={`portOverrides.${id}`}
                  label={title[language]}
                  numeric
                  placeholder={String(flows[0]?.port ?? '')}
                  value={draft.portOverrides[id] ?? ''}
                  onChange={(port) =>
                    onChange((old) => ({ ...old, portOverrides: { ...old.portOverrides, [id]: port } }))
                  }
                />
              ))}
            </div>
          </>
        ) : null}
      </div>
    </section>
  );
}
