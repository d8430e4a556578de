/** The program's menu in the language of the settings; every entry does something. */
import type { MenuItemConstructorOptions } from 'electron';
import type { MenuCommand } from '../src/contract/bridge.ts';
import type { Language } from '../src/contract/words.ts';
import { LABELS } from './menu-labels.ts';
import type { RecentSite } from './store/recent-sites.ts';

export interface MenuActions {
  /** Told to the window, which does it as its own buttons do. */
  readonly command: (command: MenuCommand) => void;
  readonly showDataFolder: () => void;
  readonly showLog: () => void;
}

export interface MenuOptions {
  readonly language: Language;
  readonly platform: NodeJS.Platform;
  /** The latest first. */
  readonly recentSites: readonly RecentSite[];
  readonly actions: MenuActions;
}

/** No entry reloads the page: Ctrl+R runs the checks. */
export function menuTemplate(options: MenuOptions): MenuItemConstructorOptions[] {
  const { language, platform, recentSites, actions } = options;
  const label = (text: keyof typeof LABELS) => LABELS[text][language];
  const separator: MenuItemConstructorOptions = { type: 'separator' };
  const mac = platform === 'darwin';
  const send = (
    kind: Exclude<MenuCommand['kind'], 'open-site'>,
    text: keyof typeof LABELS,
    accelerator: string,
  ): MenuItemConstructorOptions => ({
    label: label(text),
    accelerator,
    click: () => actions.command({ kind }),
  });
  return [
    ...(mac ? [{ role: 'appMenu' as const }] : []),
    {
      label: label('file'),
      submenu: [
        send('new-site', 'newSite', 'CmdOrCtrl+N'),
        send('import-site', 'importSite', 'CmdOrCtrl+O'),
        ...(recentSites.length === 0
          ? []
          : [
              {
                label: label('recentSites'),
                submenu: recentSites.map(({ id, name }) => ({
                  label: withoutMnemonic(name),
                  click: () => actions.command({ kind: 'open-site', siteId: id }),
                })),
              },
            ]),
        separator,
        send('print', 'print', 'CmdOrCtrl+P'),
        separator,
        send('settings', 'settings', 'CmdOrCtrl+,'),
        { label: label('dataFolder'), click: () => actions.showDataFolder() },
        separator,
        mac
          ? { label: label('close'), role: 'close' }
          : { label: label('quit'), role: 'quit', accelerator: 'CmdOrCtrl+Q' },
      ],
    },
    {
      label: label('edit'),
      submenu: [
        { label: label('undo'), role: 'undo' },
        { label: label('redo'), role: 'redo' },
        separator,
        { label: label('cut'), role: 'cut' },
        { label: label('copy'), role: 'copy' },
        { label: label('paste'), role: 'paste' },
        { label: label('selectAll'), role: 'selectAll' },
        separator,
        send('find', 'find', 'CmdOrCtrl+F'),
      ],
    },
    { label: label('checks'), submenu: [send('run', 'run', 'CmdOrCtrl+R')] },
    {
      label: label('view'),
      submenu: [
        { label: label('zoomIn'), role: 'zoomIn' },
        // The key without Shift, and the numeric pad's.
        {
          label: label('zoomIn'),
          role: 'zoomIn',
          accelerator: 'CmdOrCtrl+=',
          visible: false,
          acceleratorWorksWhenHidden: true,
        },
        {
          label: label('zoomIn'),
          role: 'zoomIn',
          accelerator: 'CmdOrCtrl+numadd',
          visible: false,
          acceleratorWorksWhenHidden: true,
        },
        { label: label('zoomOut'), role: 'zoomOut' },
        {
          label: label('zoomOut'),
          role: 'zoomOut',
          accelerator: 'CmdOrCtrl+numsub',
          visible: false,
          acceleratorWorksWhenHidden: true,
        },
        { label: label('actualSize'), role: 'resetZoom' },
        separator,
        { label: label('fullScreen'), role: 'togglefullscreen' },
      ],
    },
    {
      label: label('window'),
      submenu: [
        { label: label('minimize'), role: 'minimize' },
        { label: label('close'), role: 'close' },
      ],
    },
    {
      label: label('help'),
      submenu: [
        { label: label('log'), click: () => actions.showLog() },
        { label: label('about'), role: 'about' },
      ],
    },
  ];
}

/** An ampersand would underline the letter after it and vanish. */
function withoutMnemonic(name: string): string {
  return name.replaceAll('&', '&&');
}
