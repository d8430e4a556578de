/** The system's own dialogs, over the window, in the language of the settings. */
import { type BrowserWindow, dialog, type MessageBoxOptions } from 'electron';
import type { SavedFormat } from '../src/contract/channels.ts';
import type { Language, LocalText } from '../src/contract/words.ts';
import type { Dialogs } from './dialogs.ts';
import { FILE_EXTENSIONS } from './file-name.ts';

export interface NativeDialogOptions {
  readonly window: () => BrowserWindow | null;
  readonly language: () => Language;
}

export interface NativeDialogs extends Dialogs {
  /** A profile was opened while the window shows something else; true: show it now. */
  readonly askShowNow: () => Promise<boolean>;
  readonly tellProblems: (problems: readonly string[]) => Promise<void>;
  /** The page has died; true: load it again. */
  readonly askReload: () => Promise<boolean>;
}

export function createNativeDialogs({ window, language }: NativeDialogOptions): NativeDialogs {
  const say = (text: LocalText) => text[language()];

  async function ask(options: MessageBoxOptions): Promise<number> {
    const parent = window();
    const answer = await (parent === null
      ? dialog.showMessageBox(options)
      : dialog.showMessageBox(parent, options));
    return answer.response;
  }

  return {
    async chooseProfile() {
      const options: Electron.OpenDialogOptions = {
        title: say(TEXTS.openProfile),
        properties: ['openFile'],
        filters: [
          { name: say(TEXTS.profiles), extensions: ['json'] },
          { name: say(TEXTS.allFiles), extensions: ['*'] },
        ],
      };
      const parent = window();
      const { filePaths } = await (parent === null
        ? dialog.showOpenDialog(options)
        : dialog.showOpenDialog(parent, options));
      return filePaths[0] ?? null;
    },
    async chooseTarget(suggestedName, format) {
      const options: Electron.SaveDialogOptions = {
        title: say(TEXTS.saveAs),
        defaultPath: suggestedName,
        filters: [{ name: FORMAT_NAMES[format], extensions: [FILE_EXTENSIONS[format]] }],
        properties: ['createDirectory', 'showOverwriteConfirmation'],
      };
      const parent = window();
      const { canceled, filePath } = await (parent === null
        ? dialog.showSaveDialog(options)
        : dialog.showSaveDialog(parent, options));
      return canceled || filePath === '' ? null : filePath;
    },
    async askKnownSite(present) {
      const response = await ask({
        type: 'question',
        title: say(TEXTS.knownSite),
        message: say(TEXTS.knownSiteMessage).replace('{name}', present.name),
        detail: say(TEXTS.knownSiteDetail),
        buttons: [say(TEXTS.keepBoth), say(TEXTS.replace), say(TEXTS.cancel)],
        defaultId: 0,
        cancelId: 2,
        noLink: true,
      });
      return (['keep-both', 'replace', 'cancel'] as const)[response] ?? 'cancel';
    },
    async askShowNow() {
      const response = await ask({
        type: 'question',
        message: say(TEXTS.showNow),
        detail: say(TEXTS.showNowDetail),
        buttons: [say(TEXTS.show), say(TEXTS.later)],
        defaultId: 0,
        cancelId: 1,
        noLink: true,
      });
      return response === 0;
    },
    async tellProblems(problems) {
      await ask({
        type: 'error',
        message: say(TEXTS.notOpened),
        detail: problems.join('\n'),
        buttons: ['OK'],
      });
    },
    async askReload() {
      const response = await ask({
        type: 'error',
        message: say(TEXTS.pageGone),
        detail: say(TEXTS.pageGoneDetail),
        buttons: [say(TEXTS.reload), say(TEXTS.quit)],
        defaultId: 0,
        cancelId: 1,
        noLink: true,
      });
      return response === 0;
    },
  };
}

const FORMAT_NAMES: Readonly<Record<SavedFormat, string>> = {
  pdf: 'PDF',
  html: 'HTML',
  csv: 'CSV',
  json: 'JSON',
  nftables: 'nftables',
  windows: 'PowerShell',
  cisco: 'Cisco IOS',
};

const TEXTS = {
  openProfile: { ru: 'Открыть профиль площадки', en: 'Open a site profile' },
  saveAs: { ru: 'Сохранить как', en: 'Save as' },
  profiles: { ru: 'Профили площадок', en: 'Site profiles' },
  allFiles: { ru: 'Все файлы', en: 'All files' },
  knownSite: { ru: 'Профиль уже есть', en: 'The profile is already there' },
  knownSiteMessage: {
    ru: 'Профиль с этим номером уже есть: «{name}». Содержимое отличается.',
    en: 'There is already a profile with this id: "{name}". Its content differs.',
  },
  knownSiteDetail: {
    ru: 'Можно оставить оба (загруженный получит новый номер) или заменить имеющийся.',
    en: 'You can keep both (the loaded one gets a new id) or replace the present one.',
  },
  keepBoth: { ru: 'Оставить оба', en: 'Keep both' },
  replace: { ru: 'Заменить', en: 'Replace' },
  cancel: { ru: 'Отмена', en: 'Cancel' },
  showNow: { ru: 'Профиль загружен. Показать его сейчас?', en: 'The profile is loaded. Show it now?' },
  showNowDetail: {
    ru: 'Несохранённые изменения в окне будут потеряны. Профиль останется в списке площадок.',
    en: 'Unsaved changes in the window will be lost. The profile stays in the list of sites.',
  },
  show: { ru: 'Показать', en: 'Show' },
  later: { ru: 'Позже', en: 'Later' },
  notOpened: { ru: 'Профиль не открыт', en: 'The profile was not opened' },
  pageGone: { ru: 'Окно перестало отвечать.', en: 'The window has stopped working.' },
  pageGoneDetail: {
    ru: 'Сохранённые профили и запуски целы; начатый запуск продолжится и будет сохранён.',
    en: 'Saved profiles and runs are intact; a run that goes on will be finished and saved.',
  },
  reload: { ru: 'Загрузить снова', en: 'Load again' },
  quit: { ru: 'Выйти', en: 'Quit' },
} satisfies Record<string, LocalText>;
