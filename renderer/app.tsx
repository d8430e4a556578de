/** The window: header, the screen that is open, and the question before leaving unsaved work. */
import { ActionIcon, Button } from '@mantine/core';
import { IconSettings } from '@tabler/icons-react';
import { type ReactElement, useCallback, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { DEMO_SITE_ID } from '../src/contract/site.ts';
import { DemoTag } from './demo-tag.tsx';
import { FailureNotice } from './failure-notice.tsx';
import { EditorScreen, SAVED_MESSAGE } from './features/editor/editor-screen.tsx';
import { isBusy } from './features/results/results-store.ts';
import { SettingsScreen } from './features/settings/settings-screen.tsx';
import { SiteDrop } from './features/sites/site-drop.tsx';
import { SitesScreen } from './features/sites/sites-screen.tsx';
import { useFocusKeeper } from './focus-keeper.ts';
import { formatDay } from './format.ts';
import { useLanguage } from './i18n/i18n.ts';
import { ErrorBoundary } from './shell/error-boundary.tsx';
import { type Crumb, Header } from './shell/header.tsx';
import { useMenu } from './shell/use-menu.ts';
import { VisitFrame } from './shell/visit-frame.tsx';
import { hideMessage } from './show-message.ts';
import type { Stores } from './stores.ts';
import { ConfirmDialog } from './ui/confirm-dialog.tsx';

interface AppProps {
  readonly stores: Stores;
  readonly dark: boolean;
}

export function App({ stores, dark }: AppProps): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const session = useStore(stores.session);
  const { screen, pending, go, leave, stay, setGuarded } = useStore(stores.navigation);
  const sites = useStore(stores.sites);
  const { site: visitedSite, visit } = useStore(stores.visit);
  const runningSiteId = useStore(stores.results, (results) =>
    isBusy(results) ? (results.site?.id ?? null) : null,
  );
  const { change } = session;
  useFocusKeeper();
  const goToSites = useCallback(() => go({ name: 'sites' }), [go]);
  const openVisit = useCallback(
    (siteId: string) => go({ name: 'visit', siteId, step: null, blank: false }),
    [go],
  );
  const openSettings = useCallback(() => {
    const from = stores.navigation.getState().screen;
    if (from.name !== 'settings') go({ name: 'settings', from });
  }, [stores, go]);
  useMenu(stores, { openVisit, openSettings });

  // biome-ignore lint/correctness/useExhaustiveDependencies: another language must not open the profile anew, that would lose what was typed
  useEffect(() => {
    if (screen.name === 'sites') void stores.sites.getState().load();
    if (screen.name === 'editor') {
      hideMessage(SAVED_MESSAGE);
      void stores.editor.getState().open(screen.siteId, t('editor.servers.defaultName'));
    }
  }, [stores, screen]);

  const crumbs = crumbsOf();
  const title = [crumbs.at(-1)?.label, t('common.product')].filter(Boolean).join(' · ');
  useEffect(() => {
    document.documentElement.lang = language;
    document.title = screen.name === 'sites' ? t('common.product') : title;
  }, [language, screen, title, t]);

  function crumbsOf(): readonly Crumb[] {
    if (screen.name === 'sites') return [{ label: t('common.product') }];
    const home: Crumb = { label: t('common.sites'), onGo: goToSites };
    if (screen.name === 'settings') return [home, { label: t('common.settings') }];
    const { siteId } = screen;
    const site = sites.sites.find((entry) => entry.site.id === siteId)?.site ?? visitedSite;
    const demo = siteId === DEMO_SITE_ID ? <DemoTag /> : null;
    const name: readonly Crumb[] = site === null || siteId === null ? [] : [{ label: site.name, demo }];
    if (screen.name === 'editor') {
      return [home, ...name, { label: siteId === null ? t('common.newSite') : t('common.profile') }];
    }
    const begun = visit?.siteId === siteId ? visit.startedAt : new Date().toISOString();
    const date = formatDay(begun, language);
    return [home, ...name, { label: t('common.visitOf', { date }) }];
  }

  return (
    <div className="window">
      <Header
        crumbs={crumbs}
        language={language}
        dark={dark}
        onLanguage={(next) => void change({ language: next })}
        onTheme={(theme) => void change({ theme })}
        settings={
          <ActionIcon
            variant="subtle"
            className="header-button"
            aria-label={t('common.settings')}
            {...(screen.name === 'settings' ? { 'aria-current': 'page' as const } : {})}
            title={t('common.settings')}
            onClick={openSettings}
          >
            <IconSettings size={16} stroke={1.75} aria-hidden />
          </ActionIcon>
        }
      />
      {session.error === null ? null : (
        <div className="window-notice">
          <FailureNotice title={t('common.settingsFailed')} error={session.error} />
        </div>
      )}
      <div className="screen">
        <ErrorBoundary
          key={screen.name}
          fallback={(error, reset) => (
            <div className="window-notice">
              <FailureNotice
                title={t('common.crash.title')}
                error={{ code: 'internal', message: `${t('common.crash.text')} (${error.message})` }}
                actions={
                  <Button
                    className="small"
                    onClick={() => {
                      goToSites();
                      reset();
                    }}
                  >
                    {t('common.backToSites')}
                  </Button>
                }
              />
            </div>
          )}
        >
          {screen.name === 'sites' ? (
            <SitesScreen
              store={stores.sites}
              catalogues={session.catalogues}
              runningSiteId={runningSiteId}
              openProblems={session.openProblems}
              onForgetProblems={session.forgetProblems}
              onNew={() => go({ name: 'editor', siteId: null })}
              onEdit={(siteId) => go({ name: 'editor', siteId })}
              onBegin={openVisit}
              onReport={(siteId, blank) => go({ name: 'visit', siteId, step: 'paper', blank })}
            />
          ) : null}
          {screen.name === 'editor' ? (
            <EditorScreen
              store={stores.editor}
              catalogues={session.catalogues}
              onDirty={setGuarded}
              onCancel={goToSites}
              onSaved={(site) => {
                sites.select(site.id);
                goToSites();
              }}
            />
          ) : null}
          {screen.name === 'settings' ? (
            <SettingsScreen store={stores.settings} session={stores.session} onBack={() => go(screen.from)} />
          ) : null}
          {screen.name === 'visit' ? (
            <VisitFrame stores={stores} screen={screen} onOpenSettings={openSettings} />
          ) : null}
        </ErrorBoundary>
      </div>
      <SiteDrop store={stores.sites} onDropped={goToSites} />
      <ConfirmDialog
        opened={pending !== null}
        title={t('common.leave.title')}
        text={t('common.leave.text')}
        onClose={stay}
        answers={[
          { label: t('common.leave.leave'), onChoose: leave },
          { label: t('common.leave.stay'), primary: true, onChoose: stay },
        ]}
      />
    </div>
  );
}
