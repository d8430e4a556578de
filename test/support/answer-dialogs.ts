/** Answers the system's dialogs of an app under test, as a person with a file in mind would. */
import type { ElectronApplication } from '@playwright/test';

/** The next save dialogs choose this file. */
export async function saveAs(app: ElectronApplication, file: string): Promise<void> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, file);
}

/** The next open dialogs choose this file. */
export async function openFile(app: ElectronApplication, file: string): Promise<void> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [filePath] });
  }, file);
}
