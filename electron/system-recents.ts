/** Recent sites where the system shows them: the jump list of Windows, the dock menu of macOS. */
import { app, Menu } from 'electron';
import type { Language, LocalText } from '../src/contract/words.ts';
import { siteFile } from './opening.ts';
import type { RecentSite } from './store/recent-sites.ts';

export interface SystemRecentsOptions {
  readonly userData: string;
  readonly language: Language;
  readonly open: (siteId: string) => void;
}

export function showSystemRecents(recent: readonly RecentSite[], options: SystemRecentsOptions): void {
  const { userData, language, open } = options;
  if (process.platform === 'darwin') {
    app.dock?.setMenu(
      Menu.buildFromTemplate(recent.map(({ id, name }) => ({ label: name, click: () => open(id) }))),
    );
  }
  // A start from the sources has another command line than the program that Windows would be told of.
  if (process.platform !== 'win32' || !app.isPackaged) return;
  const items = recent.map(
    ({ id, name }): Electron.JumpListItem => ({
      type: 'task',
      title: name.slice(0, 255),
      program: process.execPath,
      args: `"${siteFile(userData, id)}"`,
    }),
  );
  app.setJumpList(items.length === 0 ? null : [{ type: 'custom', name: RECENT_SITES[language], items }]);
}

const RECENT_SITES: LocalText = { ru: 'Недавние площадки', en: 'Recent sites' };
