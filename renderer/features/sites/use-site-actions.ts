/** What the buttons of the list do, with the short messages that follow. */
import { createElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Site } from '../../../src/contract/site.ts';
import { hideMessage, showMessage } from '../../show-message.ts';
import type { SitesStore } from './sites-store.ts';
import { UndoMessage } from './undo-message.tsx';

const UNDO_MS = 10_000;

export interface SiteActions {
  readonly importFile: () => Promise<void>;
  readonly openDemo: () => Promise<void>;
  readonly duplicate: (id: string) => Promise<void>;
  readonly exportSite: (id: string) => Promise<void>;
  readonly remove: (site: Site) => Promise<void>;
}

export function useSiteActions(store: SitesStore): SiteActions {
  const { t } = useTranslation();
  const closeLabel = t('common.close');
  return {
    async importFile() {
      const site = await store.getState().importFile();
      if (site !== null) showMessage({ content: t('sites.imported', { name: site.name }), closeLabel });
    },
    async openDemo() {
      await store.getState().openDemo();
    },
    async duplicate(id) {
      const site = await store.getState().duplicate(id);
      if (site !== null) showMessage({ content: t('sites.duplicated', { name: site.name }), closeLabel });
    },
    async exportSite(id) {
      const path = await store.getState().exportSite(id);
      if (path !== null) showMessage({ content: t('sites.exported', { path }), closeLabel });
    },
    async remove(site) {
      if (!(await store.getState().remove(site.id))) return;
      const notice = `deleted-${site.id}`;
      showMessage({
        id: notice,
        closeLabel,
        autoCloseMs: UNDO_MS,
        content: createElement(UndoMessage, {
          text: t('sites.deleted', { name: site.name }),
          undo: t('common.undo'),
          onUndo: () => {
            hideMessage(notice);
            void store.getState().restore(site.id);
          },
        }),
      });
    },
  };
}
