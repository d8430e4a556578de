/** Summaries of a site's runs beside them, `runs/<siteId>/index.json`: a start need not read every run. */
import { join } from 'node:path';
import { z } from 'zod';
import type { RunSummary } from '../../src/contract/bridge.ts';
import { runSchema } from '../../src/contract/run.ts';
import { STAGES, VIEWPOINTS } from '../../src/contract/words.ts';
import { writeFileAtomically } from './atomic-file.ts';
import { readDocument } from './document.ts';

const INDEX_FORMAT = 'printum-sitecheck/run-index';
const INDEX_NAME = 'index.json';

const summarySchema: z.ZodType<RunSummary> = z.strictObject({
  id: z.uuid(),
  siteId: z.string(),
  viewpoint: z.enum(VIEWPOINTS),
  stage: z.enum(STAGES),
  finishedAt: z.iso.datetime(),
  interrupted: z.boolean(),
  summary: runSchema.shape.summary,
});

/** What a file held when it had this size and this time: with another one it is read again. */
export interface IndexEntry {
  readonly mtimeMs: number;
  readonly size: number;
  readonly summary: RunSummary;
}

const indexSchema = z.strictObject({
  format: z.literal(INDEX_FORMAT),
  version: z.literal(1),
  /** By file name. */
  runs: z.record(
    z.string(),
    z.strictObject({ mtimeMs: z.number(), size: z.number(), summary: summarySchema }),
  ),
});

/** Nothing where there is none or it cannot be read: it holds nothing that the runs do not say. */
export async function readRunIndex(folder: string): Promise<ReadonlyMap<string, IndexEntry>> {
  const reading = await readDocument(join(folder, INDEX_NAME), {
    format: INDEX_FORMAT,
    version: 1,
    schema: indexSchema,
    migrations: [],
    maxBytes: 64 * 1024 * 1024,
  });
  return new Map(reading.state === 'ok' ? Object.entries(reading.value.runs) : []);
}

/** A failure is no loss: the next list reads the runs again. */
export async function writeRunIndex(folder: string, entries: ReadonlyMap<string, IndexEntry>): Promise<void> {
  const document = { format: INDEX_FORMAT, version: 1, runs: Object.fromEntries(entries) };
  await writeFileAtomically(join(folder, INDEX_NAME), `${JSON.stringify(document)}\n`).catch(() => undefined);
}
