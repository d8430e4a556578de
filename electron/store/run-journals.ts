/** Journals of runs that go on: `runs/<siteId>/<runId>.partial.jsonl`; one that was left behind becomes its run. */
import { appendFileSync } from 'node:fs';
import { type FileHandle, mkdir, open, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Run } from '../../src/contract/run.ts';
import type { JournalEntry, RunOpening } from '../../src/contract/run-journal.ts';
import type { LocalText } from '../../src/contract/words.ts';
import { journalHead, journalLine, recoverRun } from '../../src/run/journal.ts';
import { filesIn } from './folder.ts';
import type { SetAside } from './set-aside.ts';
import { readProblem } from './storage-failure.ts';

const SUFFIX = '.partial.jsonl';
/** As all files that name a customer's addresses. */
const PRIVATE_FILE_MODE = 0o600;

export interface RunJournal {
  /** Has reached the system when it returns: only the death of the computer can still lose it. */
  readonly add: (entry: JournalEntry) => void;
  /** Lets go of the file and keeps it. */
  readonly close: () => Promise<void>;
  /** For when the finished document is safely on disk. */
  readonly remove: () => Promise<void>;
}

export interface RunJournals {
  /** Rejects where the file cannot be written: the run can go on without it. */
  readonly open: (opening: RunOpening) => Promise<RunJournal>;
  /** Makes runs of the journals that no run of this program is writing. Never rejects. */
  readonly recover: (archive: RecoveryArchive) => Promise<void>;
}

export interface RecoveryArchive {
  readonly find: (siteId: string, runId: string) => Promise<Run | null>;
  readonly save: (run: Run) => Promise<void>;
}

export interface RunJournalsOptions {
  readonly userData: string;
  readonly setAside: SetAside;
  readonly log: (error: unknown) => void;
}

/** For a run that is not to be written anywhere, as one of the demo. */
export const NO_JOURNAL: RunJournal = {
  add: () => undefined,
  close: async () => undefined,
  remove: async () => undefined,
};

export function createRunJournals({ userData, setAside, log }: RunJournalsOptions): RunJournals {
  const folder = join(userData, 'runs');
  const inUse = new Set<string>();

  async function recoverOne(siteId: string, name: string, archive: RecoveryArchive): Promise<void> {
    const path = join(folder, siteId, name);
    if (inUse.has(path)) return;
    const runId = name.slice(0, -SUFFIX.length);
    if ((await archive.find(siteId, runId)) !== null) return rm(path, { force: true });
    const text = await readFile(path, 'utf8').catch((error: unknown) => {
      setAside.name(path, readProblem(error));
      return null;
    });
    if (text === null) return;
    const recovered = recoverRun(text);
    const isOwn = recovered?.run.id === runId && recovered.run.site.id === siteId;
    if (recovered === null || !isOwn) return setAside.move(path, UNREADABLE);
    await archive.save(recovered.run);
    if (recovered.damagedLines > 0) await setAside.move(path, damaged(recovered.damagedLines));
    else await rm(path, { force: true });
  }

  return {
    async open(opening) {
      const path = join(folder, opening.profile.id, `${opening.id}${SUFFIX}`);
      // Before the file is there: a recovery that goes on must not take it for one that was left behind.
      inUse.add(path);
      const file = await begin(path, opening).catch((error: unknown) => {
        inUse.delete(path);
        throw error;
      });
      let isBroken = false;
      return {
        add(entry) {
          if (isBroken) return;
          try {
            appendFileSync(file.fd, journalLine(entry));
          } catch (error) {
            // A full disk must not end the run: it is still in memory and is saved at its end.
            isBroken = true;
            log(error);
          }
        },
        async close() {
          await file.close();
          inUse.delete(path);
        },
        async remove() {
          await file.close();
          await rm(path, { force: true });
          inUse.delete(path);
        },
      };
    },
    async recover(archive) {
      try {
        for (const siteId of await filesIn(folder)) {
          const names = await filesIn(join(folder, siteId)).catch(() => []);
          for (const name of names.filter((entry) => entry.endsWith(SUFFIX))) {
            await recoverOne(siteId, name, archive).catch(log);
          }
        }
      } catch (error) {
        log(error);
      }
    },
  };
}

async function begin(path: string, opening: RunOpening): Promise<FileHandle> {
  await mkdir(dirname(path), { recursive: true });
  const file = await open(path, 'ax', PRIVATE_FILE_MODE);
  try {
    await file.writeFile(journalHead(opening));
    await file.sync();
    return file;
  } catch (error) {
    await file.close();
    throw error;
  }
}

const UNREADABLE: LocalText = {
  ru: 'Журнал прерванного запуска повреждён: восстановить запуск не удалось.',
  en: 'The journal of an interrupted run is damaged: the run could not be restored.',
};

function damaged(lines: number): LocalText {
  return {
    ru: `Журнал прерванного запуска повреждён: не прочитано строк: ${lines}. Остальные вошли в восстановленный запуск.`,
    en: `The journal of an interrupted run is damaged: lines not read: ${lines}. The others are in the restored run.`,
  };
}
