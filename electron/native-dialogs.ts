/** The system's own dialogs, over the window, in the language of the settings. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type BrowserWindow, dialog, type MessageBoxOptions } from 'electron';
import type { Language, LocalText } from '../src/contract/words.ts';
import type { Dialogs } from './dialogs.ts';
import { FILE_EXTENSIONS } from './file-name.ts';
import { FILE_CHOICES, FORMAT_NAMES, TEXTS } from './native-dialog-texts.ts';

export interface NativeDialogOptions {
  readonly window: () => BrowserWindow | null;
  readonly language: () => Language;
  /** Where the save dialogs begin; null: where the system likes. */
  readonly reportsFolder: () => string | null;
}

export interface NativeDialogs extends Dialogs {
  /** A profile was opened while the window shows something else; true: show it now. */
  readonly askShowNow: () => Promise<boolean>;
  /** Something in the window is not saved; true: close all the same. */
  readonly askLeave: () => Promise<boolean>;
  readonly tellProblems: (problems: readonly string[]) => Promise<void>;
  /** The page has died; true: load it again. */
  readonly askReload: () => Promise<boolean>;
}

export function createNativeDialogs({ window, language, reportsFolder }: NativeDialogOptions): NativeDialogs {
  const say = (text: LocalText) => text[language()];

  async function ask(options: MessageBoxOptions): Promise<number> {
    const parent = window();
    const answer = await (parent === null
      ? dialog.showMessageBox(options)
      : dialog.showMessageBox(parent, options));
    return answer.response;
  }

  /** True for the first of two buttons; `first` is the one that Enter presses, Escape presses the second. */
  async function agrees(
    type: 'question' | 'warning' | 'error',
    message: LocalText,
    detail: LocalText,
    { buttons, first }: { readonly buttons: readonly [LocalText, LocalText]; readonly first: 0 | 1 },
  ): Promise<boolean> {
    const response = await ask({
      type,
      message: say(message),
      detail: say(detail),
      buttons: buttons.map(say),
      defaultId: first,
      cancelId: 1,
      noLink: true,
    });
    return response === 0;
  }

  async function open(options: Electron.OpenDialogOptions): Promise<readonly string[]> {
    const parent = window();
    const { filePaths } = await (parent === null
      ? dialog.showOpenDialog(options)
      : dialog.showOpenDialog(parent, options));
    return filePaths;
  }

  return {
    async chooseFile(what) {
      const { title, kind, extensions } = FILE_CHOICES[what];
      const [path = null] = await open({
        title: say(title),
        properties: ['openFile'],
        filters: [
          { name: say(kind), extensions: [...extensions] },
          { name: say(TEXTS.allFiles), extensions: ['*'] },
        ],
      });
      return path;
    },
    choosePhotos: () =>
      open({
        title: say(TEXTS.choosePhotos),
        properties: ['openFile', 'multiSelections'],
        filters: [{ name: say(TEXTS.pictures), extensions: ['jpg', 'jpeg', 'png'] }],
      }),
    async chooseFolder() {
      const [path = null] = await open({
        title: say(TEXTS.chooseFolder),
        properties: ['openDirectory', 'createDirectory'],
        ...startIn(reportsFolder()),
      });
      return path;
    },
    async chooseTarget(suggestedName, format) {
      const folder = reportsFolder();
      const options: Electron.SaveDialogOptions = {
        title: say(TEXTS.saveAs),
        // A folder that is gone, as one on a stick, would take the name with it.
        defaultPath: folder !== null && existsSync(folder) ? join(folder, suggestedName) : suggestedName,
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
    askShowNow: () =>
      agrees('question', TEXTS.showNow, TEXTS.showNowDetail, {
        buttons: [TEXTS.show, TEXTS.later],
        first: 0,
      }),
    askLeave: () =>
      agrees('warning', TEXTS.leave, TEXTS.leaveDetail, { buttons: [TEXTS.closeNow, TEXTS.stay], first: 1 }),
    async tellProblems(problems) {
      await ask({
        type: 'error',
        message: say(TEXTS.notOpened),
        detail: problems.join('\n'),
        buttons: ['OK'],
      });
    },
    askReload: () =>
      agrees('error', TEXTS.pageGone, TEXTS.pageGoneDetail, {
        buttons: [TEXTS.reload, TEXTS.quit],
        first: 0,
      }),
  };
}

function startIn(folder: string | null): { readonly defaultPath?: string } {
  return folder === null ? {} : { defaultPath: folder };
}
