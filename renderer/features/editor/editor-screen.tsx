/** A site's profile: who, which servers, which devices, which external resources. */
import { Button, Select } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { type ReactElement, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Catalogue } from '../../../src/contract/catalogue.ts';
import { SCHEME_LABELS } from '../../../src/contract/labels.ts';
import type { Site } from '../../../src/contract/site.ts';
import { SCHEMES, type Scheme } from '../../../src/contract/words.ts';
import { FailureNotice } from '../../failure-notice.tsx';
import { useLanguage } from '../../i18n/i18n.ts';
import { showMessage } from '../../show-message.ts';
import { LoadingBars } from '../../ui/loading-bars.tsx';
import { AccessSection } from './access-section.tsx';
import { AdvancedSection } from './advanced-section.tsx';
import { DEVICES_PER_PAGE, DevicesSection } from './devices-section.tsx';
import { type EditorStore, isDirty } from './editor-store.ts';
import { ExternalSection } from './external-section.tsx';
import { Field, FieldHelpProvider } from './field.tsx';
import { isOwnText, judgeDraft } from './problems.ts';
import { ServersSection } from './servers-section.tsx';
import './editor.css';

/** The message that a profile was saved: it is about the last one, so it goes when the editor is opened again. */
export const SAVED_MESSAGE = 'profile-saved';

interface EditorScreenProps {
  readonly store: EditorStore;
  readonly catalogues: readonly Catalogue[];
  readonly onDirty: (dirty: boolean) => void;
  readonly onSaved: (site: Site) => void;
  readonly onCancel: () => void;
}

export function EditorScreen({
  store,
  catalogues,
  onDirty,
  onSaved,
  onCancel,
}: EditorScreenProps): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const state = useStore(store);
  const { draft, touched, tried, failure, status, change } = state;
  const [page, setPage] = useState(1);
  const [advanced, setAdvanced] = useState(false);
  const judged = useMemo(() => (draft === null ? null : judgeDraft(draft, language)), [draft, language]);
  const problems = judged === null || judged.ok ? null : judged.problems;
  const dirty = isDirty(state);
  const catalogue = catalogues.find(({ id }) => id === draft?.catalogue) ?? null;

  useEffect(() => onDirty(dirty), [dirty, onDirty]);
  useEffect(() => () => onDirty(false), [onDirty]);
  const begun = state.isNew && status === 'ready' ? state.original : null;
  useEffect(() => {
    if (begun !== null) document.querySelector<HTMLElement>('input[data-path="name"]')?.focus();
  }, [begun]);
  useHotkeys(
    [
      ['mod+S', () => void save()],
      ['mod+Enter', () => void save()],
    ],
    [],
  );

  async function save(): Promise<void> {
    const site = await store.getState().save(language);
    if (site === null) return goToProblem();
    onDirty(false);
    showMessage({
      id: SAVED_MESSAGE,
      content: t('editor.saved', { name: site.name }),
      closeLabel: t('common.close'),
    });
    onSaved(site);
  }

  function goToProblem(): void {
    const [path] = problems?.keys() ?? [];
    if (path === undefined) return;
    const [list, index] = path.split('.');
    if (list === 'devices') setPage(Math.floor(Number(index) / DEVICES_PER_PAGE) + 1);
    if (list === 'probe' || list === 'portOverrides') setAdvanced(true);
    // The field may be drawn only after the page or the section has changed.
    requestAnimationFrame(() => {
      const places = [...document.querySelectorAll<HTMLElement>('[data-path]')];
      const place = places.find((candidate) => candidate.dataset.path === path);
      (place?.matches('input') === true ? place : place?.querySelector('input'))?.focus();
      place?.scrollIntoView({ block: 'center' });
    });
  }

  function problemAt(path: string): string | null {
    const problem = problems?.get(path);
    if (problem === undefined || !(tried || touched.has(path))) return null;
    return isOwnText(problem) ? t(`editor.${problem}`) : t('editor.need', { allowed: problem });
  }

  return (
    <main className="editor">
      <div className="editor-body">
        <h1>{state.isNew ? t('editor.newTitle') : t('editor.title')}</h1>
        {failure === null ? null : (
          <FailureNotice
            title={t(`editor.failedTo.${failure.action}`)}
            error={failure.error}
            actions={failure.action === 'save' ? <span>{t('editor.safe')}</span> : null}
          />
        )}
        {draft === null ? (
          failure === null ? (
            <LoadingBars label={t('common.loading')} />
          ) : null
        ) : (
          <FieldHelpProvider value={{ problemAt, touch: state.touch }}>
            <section className="editor-section" aria-label={t('editor.site.title')}>
              <h2>{t('editor.site.title')}</h2>
              <div className="editor-two">
                <Field
                  path="name"
                  label={t('editor.site.name')}
                  required
                  placeholder={t('editor.site.namePlaceholder')}
                  value={draft.name}
                  onChange={(name) => change((old) => ({ ...old, name }))}
                />
                <Field
                  path="customer"
                  label={t('editor.site.customer')}
                  value={draft.customer}
                  onChange={(customer) => change((old) => ({ ...old, customer }))}
                />
                <Field
                  path="address"
                  label={t('editor.site.address')}
                  value={draft.address}
                  onChange={(address) => change((old) => ({ ...old, address }))}
                />
                <Select
                  label={t('editor.site.scheme')}
                  data={SCHEMES.map((scheme) => ({ value: scheme, label: SCHEME_LABELS[scheme][language] }))}
                  value={draft.scheme}
                  onChange={(scheme) =>
                    scheme !== null && change((old) => ({ ...old, scheme: scheme as Scheme }))
                  }
                />
              </div>
            </section>
            <ServersSection
              servers={draft.servers}
              onChange={(servers) => change((old) => ({ ...old, servers }))}
            />
            <DevicesSection
              devices={draft.devices}
              page={page}
              onPage={setPage}
              onChange={(devices) => change((old) => ({ ...old, devices }))}
            />
            <ExternalSection
              external={draft.external}
              onChange={(external) => change((old) => ({ ...old, external }))}
            />
            <AccessSection draft={draft} onChange={change} />
            <AdvancedSection
              draft={draft}
              catalogue={catalogue}
              opened={advanced}
              onOpened={setAdvanced}
              onChange={change}
            />
          </FieldHelpProvider>
        )}
      </div>
      <footer className="visit-foot">
        {tried && problems !== null ? (
          <span className="editor-problem" role="alert">
            {t('editor.problems', { count: problems.size })}{' '}
            <button type="button" className="link" onClick={goToProblem}>
              {t('editor.goTo')}
            </button>
          </span>
        ) : (
          <span className="visit-obstacle">{dirty ? t('editor.unsaved') : ''}</span>
        )}
        <span className="visit-foot-space" />
        <Button onClick={onCancel}>{t('common.cancel')}</Button>
        <Button
          variant="filled"
          disabled={draft === null}
          loading={status === 'saving'}
          aria-keyshortcuts="Control+S"
          onClick={() => void save()}
        >
          {t('common.save')}
        </Button>
      </footer>
    </main>
  );
}
