/** Finished runs, one immutable file each: `runs/<siteId>/<runId>.run.json`. */
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { RunSummary } from '../../src/contract/bridge.ts';
import { RUN_FORMAT, RUN_MAX_BYTES, RUN_VERSION, type Run, runSchema } from '../../src/contract/run.ts';
import { BridgeFailure } from '../failure.ts';
import { writeFileAtomically } from './atomic-file.ts';
import { type DocumentKind, formatDocument, readDocument } from './document.ts';
import { filesIn } from './folder.ts';
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
  /** Newest first. Documents are read one after another and only their summaries are kept in memory. */
  readonly list: (siteId: string) => Promise<readonly RunSummary[]>;
  /** Null where there is none, or none that can be read. */
  readonly find: (siteId: string, runId: string) => Promise<Run | null>;
  /**
   * Refuses to write over a run that is already there: a finished run never changes. A run that the disk did not
   * take is kept in memory all the same, to be printed and exported, and is written with the next list or save.
   */
  readonly save: (run: Run) => Promise<void>;
}

interface CachedSummary {
  readonly mtimeMs: number;
  readonly size: number;
  readonly summary: RunSummary;
}

export function createRunStore(userData: string, setAside: SetAside): RunStore {
  const cache = new Map<string, CachedSummary>();
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

  async function summaryAt(path: string): Promise<RunSummary | null> {
    const status = await stat(path).catch(() => null);
    const cached = cache.get(path);
    if (status !== null && cached?.mtimeMs === status.mtimeMs && cached.size === status.size) {
      return cached.summary;
    }
    const run = await read(path);
    if (run === null || status === null) {
      cache.delete(path);
      return null;
    }
    const summary = summaryOf(run);
    cache.set(path, { mtimeMs: status.mtimeMs, size: status.size, summary });
    return summary;
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
      const summaries: RunSummary[] = kept.map(summaryOf);
      for (const name of await filesIn(folderOf(siteId))) {
        if (!name.endsWith(SUFFIX)) continue;
        const summary = await summaryAt(join(folderOf(siteId), name));
        if (summary !== null) summaries.push(summary);
      }
      return newestFirst(summaries);
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
