/** The main process before it is ready: names, folders, the lock of the single instance. */
import { app, dialog, protocol } from 'electron';
import { profilePathFrom } from './opening.ts';
import { PAGE_SCHEME } from './page-scheme.ts';
import { startShell } from './shell.ts';
import { chooseUserData, findUserDataProblem } from './user-data.ts';
import { PRODUCT_TITLE } from './window.ts';

/** As in the command line: the program itself failed. */
const EXIT_TOOL_FAILED = 3;

app.setName('Printum Site Check');
app.setAppUserModelId('ru.printum.sitecheck');
protocol.registerSchemesAsPrivileged([PAGE_SCHEME]);

const userData = chooseUserData(app);
const problem = findUserDataProblem(userData);
const profilePath = profilePathFrom({ argv: process.argv, cwd: process.cwd(), packed: app.isPackaged });

// No await at the top: Electron is ready only after this module has been evaluated.
if (problem !== null) {
  app.whenReady().then(() => refuseToStart(`${problem.ru}\n\n${problem.en}`), refuseToStart);
} else if (app.requestSingleInstanceLock({ profilePath })) {
  startShell({ userData, profilePath }).catch(refuseToStart);
} else {
  app.quit();
}

/** The settings are out of reach, so the language is not known: both are used. */
function refuseToStart(cause: unknown): void {
  const sentence = typeof cause === 'string' ? cause : `${NOT_STARTED.ru}\n\n${NOT_STARTED.en}`;
  process.stderr.write(`${sentence}\n`);
  dialog.showErrorBox(`${PRODUCT_TITLE.ru} · ${PRODUCT_TITLE.en}`, sentence);
  app.exit(EXIT_TOOL_FAILED);
}

const NOT_STARTED = {
  ru: 'Программа не смогла начать работу; подробности записаны в журнал (папка logs).',
  en: 'The program could not start; the details are in its log (folder "logs").',
};
