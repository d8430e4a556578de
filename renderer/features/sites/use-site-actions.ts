/** What the buttons of the list do, with the short messages that follow. */
import { notifications } from '@mantine/notifications';
import { createElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Site } from '../../../src/contract/site.ts';
import type { SitesStore } from './sites-store.ts';
import { UndoMessage } from './undo-message.tsx';

const UNDO_MS = 10_000;

export interface SiteActions {
  readonly importFile: () => Promise<void>;
  readonly openDemo: () => Promise<void>;
  readonly exportSite: (id: string) => Promise<void>;
  readonly remove: (site: Site) => Promise<void>;
}

export function useSiteActions(store: SitesStore): SiteActions {
  const { t } = useTranslation();
  return {
    async importFile() {
      const site = await store.getState().importFile();
      if (site !== null) notifications.show({ message: t('sites.imported', { name: site.name }) });
    },
    async openDemo() {
      await store.getState().openDemo();
    },
    async exportSite(id) {
      const path = await store.getState().exportSite(id);
      if (path !== null) notifications.show({ message: t('sites.exported', { path }) });
    },
    async remove(site) {
      if (!(await store.getState().remove(site.id))) return;
      const notice = `deleted-${site.id}`;
      notifications.show({
        id: notice,
        autoClose: UNDO_MS,
        message: createElement(UndoMessage, {
          text: t('sites.deleted', { name: site.name }),
          undo: t('common.undo'),
          onUndo: () => {
            notifications.hide(notice);
            void store.getState().restore(site.id);
          },
        }),
      });
    },
  };
}
