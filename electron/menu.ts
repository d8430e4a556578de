/** The program's menu in the language of the settings; every entry does something. */
import type { MenuItemConstructorOptions } from 'electron';
import type { Language, LocalText } from '../src/contract/words.ts';

export interface MenuActions {
  readonly openProfile: () => void;
  readonly showDataFolder: () => void;
  readonly showLog: () => void;
}

export function menuTemplate(
  language: Language,
  platform: NodeJS.Platform,
  actions: MenuActions,
): MenuItemConstructorOptions[] {
  const label = (text: keyof typeof LABELS) => LABELS[text][language];
  const separator: MenuItemConstructorOptions = { type: 'separator' };
  const mac = platform === 'darwin';
  return [
    ...(mac ? [{ role: 'appMenu' as const }] : []),
    {
      label: label('file'),
      submenu: [
        { label: label('openProfile'), accelerator: 'CmdOrCtrl+O', click: () => actions.openProfile() },
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
      ],
    },
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

const LABELS = {
  file: { ru: 'Файл', en: 'File' },
  openProfile: { ru: 'Открыть профиль…', en: 'Open Profile…' },
  dataFolder: { ru: 'Показать папку с данными', en: 'Show Data Folder' },
  quit: { ru: 'Выход', en: 'Quit' },
  edit: { ru: 'Правка', en: 'Edit' },
  undo: { ru: 'Отменить', en: 'Undo' },
  redo: { ru: 'Повторить', en: 'Redo' },
  cut: { ru: 'Вырезать', en: 'Cut' },
  copy: { ru: 'Копировать', en: 'Copy' },
  paste: { ru: 'Вставить', en: 'Paste' },
  selectAll: { ru: 'Выделить всё', en: 'Select All' },
  view: { ru: 'Вид', en: 'View' },
  zoomIn: { ru: 'Крупнее', en: 'Zoom In' },
  zoomOut: { ru: 'Мельче', en: 'Zoom Out' },
  actualSize: { ru: 'Обычный размер', en: 'Actual Size' },
  fullScreen: { ru: 'Во весь экран', en: 'Full Screen' },
  window: { ru: 'Окно', en: 'Window' },
  minimize: { ru: 'Свернуть', en: 'Minimize' },
  close: { ru: 'Закрыть', en: 'Close' },
  help: { ru: 'Справка', en: 'Help' },
  log: { ru: 'Показать журнал программы', en: 'Show Program Log' },
  about: { ru: 'О программе', en: 'About' },
} satisfies Record<string, LocalText>;
