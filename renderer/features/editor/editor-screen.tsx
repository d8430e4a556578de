/** A site's profile: who, which servers, which devices, which external resources. */
import { useHotkeys } from '@mantine/hooks';
import { type ReactElement, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Catalogue } from '../../../src/contract/catalogue.ts';
import type { Site } from '../../../src/contract/site.ts';
import { FailureNotice } from '../../failure-notice.tsx';
import { useLanguage } from '../../i18n/i18n.ts';
import { showMessage } from '../../show-message.ts';
import { LoadingBars } from '../../ui/loading-bars.tsx';
import { AccessSection } from './access-section.tsx';
import { AdvancedSection } from './advanced-section.tsx';
import { DEVICE_FIELDS } from './device-row.tsx';
import type { WantedField } from './device-table.tsx';
import { DevicesSection } from './devices-section.tsx';
import { EditorFoot } from './editor-foot.tsx';
import { type EditorStore, isDirty } from './editor-store.ts';
import { ExternalSection } from './external-section.tsx';
import { FieldHelpProvider } from './field.tsx';
import { FirstServerSection } from './first-server-section.tsx';
import { PasswordsSection } from './passwords-section.tsx';
import { isOwnText, problemsOf } from './problems.ts';
import { ServersSection } from './servers-section.tsx';
import { SiteSection } from './site-section.tsx';
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

export function EditorScreen(props: EditorScreenProps): ReactElement {
  const { store, catalogues, onDirty } = props;
  const { t } = useTranslation();
  const language = useLanguage();
  const state = useStore(store);
  const { draft, touched, tried, failure, change } = state;
  const [advanced, setAdvanced] = useState(false);
  const [device, setDevice] = useState<WantedField | null>(null);
  // Nothing is complained about before a field was left or a save was tried.
  const complains = tried || touched.size > 0;
  const problems = useMemo(
    () => (draft === null || !complains ? null : problemsOf(draft, language)),
    [draft, complains, language],
  );
  const dirty = isDirty(state);
  const catalogue = catalogues.find(({ id }) => id === draft?.catalogue) ?? null;
  const [firstServer] = draft?.servers ?? [];

  useEffect(() => onDirty(dirty), [dirty, onDirty]);
  useEffect(() => () => onDirty(false), [onDirty]);
  useEffect(() => () => store.getState().close(), [store]);
  const begun = state.isNew && state.status === 'ready' ? state.original : null;
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
    props.onSaved(site);
  }

  function goToProblem(): void {
    const now = store.getState().draft;
    const [path] = now === null ? [] : problemsOf(now, language).keys();
    if (now === null || path === undefined) return;
    const [list, index, field] = path.split('.');
    const id = list === 'devices' ? now.devices[Number(index)]?.id : undefined;
    if (id !== undefined) {
      setDevice({ id, field: DEVICE_FIELDS.find((known) => known === field) ?? 'host' });
      return;
    }
    if (list === 'probe' || list === 'portOverrides') setAdvanced(true);
    // The field may be drawn only after the section has opened.
    requestAnimationFrame(() => {
      const places = [...document.querySelectorAll<HTMLElement>('[data-path]')];
      const place = places.find((candidate) => candidate.dataset.path === path);
      (place?.matches('input') === true ? place : place?.querySelector('input'))?.focus();
      place?.scrollIntoView({ block: 'center' });
    });
  }

  function expand(): void {
    state.expand();
    requestAnimationFrame(() =>
      document.querySelector<HTMLElement>('input[data-path="servers.0.name"]')?.focus(),
    );
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
        {failure !== null && failure.action !== 'readDevices' ? (
          <FailureNotice
            title={t(`editor.failedTo.${failure.action}`)}
            error={failure.error}
            actions={failure.action === 'save' ? <span>{t('editor.safe')}</span> : null}
          />
        ) : null}
        {draft === null ? (
          failure === null ? (
            <LoadingBars label={t('common.loading')} />
          ) : null
        ) : (
          <FieldHelpProvider value={{ problemAt, touch: state.touch }}>
            <SiteSection draft={draft} onChange={change} />
            {state.brief && firstServer !== undefined ? (
              <FirstServerSection
                server={firstServer}
                onChange={(server) =>
                  change((old) => ({ ...old, servers: [server, ...old.servers.slice(1)] }))
                }
                onExpand={expand}
              />
            ) : (
              <>
                <ServersSection
                  scheme={draft.scheme}
                  servers={draft.servers}
                  onChange={(servers) => change((old) => ({ ...old, servers }))}
                />
                <DevicesSection store={store} devices={draft.devices} goTo={device} />
                <ExternalSection
                  external={draft.external}
                  onChange={(external) => change((old) => ({ ...old, external }))}
                />
                <AccessSection draft={draft} onChange={change} />
                <PasswordsSection store={store} />
                <AdvancedSection
                  draft={draft}
                  catalogues={catalogues}
                  catalogue={catalogue}
                  opened={advanced}
                  onOpened={setAdvanced}
                  onChange={change}
                />
              </>
            )}
          </FieldHelpProvider>
        )}
      </div>
      <EditorFoot
        problems={tried && problems !== null && problems.size > 0 ? problems.size : null}
        dirty={dirty}
        ready={draft !== null}
        saving={state.status === 'saving'}
        onGoToProblem={goToProblem}
        onCancel={props.onCancel}
        onSave={() => void save()}
      />
    </main>
  );
}
