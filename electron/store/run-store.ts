/** Finished runs, one immutable file each: `runs/<siteId>/<runId>.run.json`. */
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { RunSummary } from '../../src/contract/bridge.ts';
import { RUN_FORMAT, RUN_MAX_BYTES, RUN_VERSION, type Run, runSchema } from '../../src/contract/run.ts';
import { BridgeFailure } from '../failure.ts';
import { writeFileAtomically } from './atomic-file.ts';
import { type DocumentKind, formatDocument, readDocument } from './document.ts';
import { filesIn } from './folder.ts';
import { createKeyedQueue } from './queue.ts';
import { type IndexEntry, readRunIndex, writeRunIndex } from './run-index.ts';
import type { SetAside } from './set-aside.ts';

const SUFFIX = '.run.json';

const RUN_KIND: DocumentKind<Run> = {
  format: RUN_FORMAT,
  version: RUN_VERSION,
  schema: runSchema,
  migrations: [],
  maxBytes: RUN_MAX_BYTES,
};

export interface RunStore {
  /** Newest first. Only documents that the index does not know are read. */
  readonly list: (siteId: string) => Promise<readonly RunSummary[]>;
  /** Null where there is none, or none that can be read. */
  readonly find: (siteId: string, runId: string) => Promise<Run | null>;
  /**
   * Refuses to write over a run that is already there: a finished run never changes. A run that the disk did not
   * take is kept in memory all the same, to be printed and exported, and is written with the next list or save.
   */
  readonly save: (run: Run) => Promise<void>;
}

export function createRunStore(userData: string, setAside: SetAside): RunStore {
  /** By site id: what its index says, and what has been read since. */
  const indexes = new Map<string, Map<string, IndexEntry>>();
  const queue = createKeyedQueue();
  const unsaved = new Map<string, Run>();
  const folderOf = (siteId: string) => join(userData, 'runs', siteId);
  const pathOf = (siteId: string, runId: string) => join(folderOf(siteId), `${runId}${SUFFIX}`);

  async function read(path: string): Promise<Run | null> {
    const reading = await readDocument(path, RUN_KIND);
    if (reading.state === 'ok') {
      setAside.forget(path);
      return reading.value;
    }
    if (reading.state === 'corrupt') await setAside.move(path, reading.problem);
    else if (reading.state === 'foreign') setAside.name(path, reading.problem);
    else setAside.forget(path);
    return null;
  }

  async function summaryAt(path: string, known: IndexEntry | undefined): Promise<IndexEntry | null> {
    const status = await stat(path).catch(() => null);
    if (status !== null && known?.mtimeMs === status.mtimeMs && known.size === status.size) return known;
    const run = await read(path);
    if (run === null || status === null) return null;
    return { mtimeMs: status.mtimeMs, size: status.size, summary: summaryOf(run) };
  }

  /** Reads what the index does not know or knows otherwise, and brings the index up to date. */
  async function summariesOf(siteId: string): Promise<readonly RunSummary[]> {
    const folder = folderOf(siteId);
    const names = (await filesIn(folder)).filter((name) => name.endsWith(SUFFIX));
    const before = indexes.get(siteId) ?? new Map(names.length === 0 ? [] : await readRunIndex(folder));
    const after = new Map<string, IndexEntry>();
    for (const name of names) {
      const entry = await summaryAt(join(folder, name), before.get(name));
      if (entry !== null) after.set(name, entry);
    }
    indexes.set(siteId, after);
    const isSame =
      after.size === before.size && [...after].every(([name, entry]) => before.get(name) === entry);
    if (!isSame) await writeRunIndex(folder, after);
    return [...after.values()].map(({ summary }) => summary);
  }

  /** That they could not be written has been told when they were saved. */
  async function writeUnsaved(): Promise<void> {
    for (const [path, run] of unsaved) {
      const written = await writeFileAtomically(path, formatDocument(run)).then(
        () => true,
        () => false,
      );
      if (written) unsaved.delete(path);
    }
  }

  return {
    async list(siteId) {
      await writeUnsaved();
      const kept = [...unsaved.values()].filter((run) => run.site.id === siteId);
      const written = await queue.run(siteId, () => summariesOf(siteId));
      return newestFirst([...kept.map(summaryOf), ...written]);
    },
    find: async (siteId, runId) => {
      const path = pathOf(siteId, runId);
      return unsaved.get(path) ?? read(path);
    },
    async save(run) {
      await writeUnsaved();
      const path = pathOf(run.site.id, run.id);
      if ((await stat(path).catch(() => null)) !== null) {
        throw new BridgeFailure('storage', {
          ru: `Запуск уже записан в ${path}, изменить его нельзя.`,
          en: `The run is already written to ${path} and cannot be changed.`,
        });
      }
      try {
        await writeFileAtomically(path, formatDocument(run));
      } catch (error) {
        unsaved.set(path, run);
        throw error;
      }
    },
  };
}

/** Runs of the demo site: kept while the program runs, never written. */
export function createRunMemory(): RunStore {
  const runs = new Map<string, Run>();
  return {
    list: async (siteId) =>
      newestFirst([...runs.values()].filter((run) => run.site.id === siteId).map(summaryOf)),
    find: async (siteId, runId) => {
      const run = runs.get(runId);
      return run?.site.id === siteId ? run : null;
    },
    save: async (run) => {
      runs.set(run.id, run);
    },
  };
}

function summaryOf(run: Run): RunSummary {
  return {
    id: run.id,
    siteId: run.site.id,
    viewpoint: run.viewpoint,
    stage: run.stage,
    finishedAt: run.finishedAt,
    interrupted: run.interrupted,
    summary: run.summary,
  };
}

function newestFirst(summaries: readonly RunSummary[]): readonly RunSummary[] {
  return [...summaries].sort((one, other) => other.finishedAt.localeCompare(one.finishedAt));
}
