/** The one door for messages from the window: the only file that names `ipcMain`. */
import { type BrowserWindow, type IpcMainInvokeEvent, ipcMain } from 'electron';
import { answerAll, type Door } from './answer.ts';
import type { Handlers } from './handlers.ts';

export interface ServeOptions extends Pick<Door<IpcMainInvokeEvent>, 'language' | 'log'> {
  readonly window: () => BrowserWindow | null;
  /** `app://…`: what the window was loaded from. */
  readonly origin: string;
}

export function serve(handlers: Handlers, { window, origin, language, log }: ServeOptions): void {
  answerAll(ipcMain, handlers, { isOurs, language, log });

  function isOurs({ sender, senderFrame }: IpcMainInvokeEvent): boolean {
    const ours = window()?.webContents;
    if (ours === undefined || sender !== ours || senderFrame === null) return false;
    return (
      senderFrame.parent === null &&
      `${new URL(senderFrame.url).protocol}//${new URL(senderFrame.url).host}` === origin
    );
  }
}
