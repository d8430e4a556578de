/** The readiness of a site as it was last computed, `runs/<siteId>/readiness.json`: runs are big, a word is small. */
import { join } from 'node:path';
import { z } from 'zod';
import { READINESS, type Readiness } from '../../src/contract/labels.ts';
import { writeFileAtomically } from './atomic-file.ts';
import { formatDocument, readDocument } from './document.ts';

const READINESS_FORMAT = 'printum-sitecheck/readiness';

export interface ReadinessCache {
  /** `key` names everything that the word follows from: with another key it is computed again. */
  readonly get: (siteId: string, key: string, compute: () => Promise<Readiness>) => Promise<Readiness>;
}

const cachedSchema = z.strictObject({
  format: z.literal(READINESS_FORMAT),
  version: z.literal(1),
  key: z.string(),
  readiness: z.enum(READINESS),
});

/** Of sites that are kept in memory only, nothing is written. */
export function createReadinessCache(
  userData: string,
  inMemoryOnly: (siteId: string) => boolean,
): ReadinessCache {
  const known = new Map<string, { readonly key: string; readonly readiness: Readiness }>();
  const pathOf = (siteId: string) => join(userData, 'runs', siteId, 'readiness.json');

  async function read(siteId: string) {
    if (inMemoryOnly(siteId)) return null;
    const reading = await readDocument(pathOf(siteId), {
      format: READINESS_FORMAT,
      version: 1,
      schema: cachedSchema,
      migrations: [],
      maxBytes: 64 * 1024,
    });
    return reading.state === 'ok' ? reading.value : null;
  }

  return {
    async get(siteId, key, compute) {
      const present = known.get(siteId) ?? (await read(siteId));
      if (present?.key === key) {
        known.set(siteId, present);
        return present.readiness;
      }
      const readiness = await compute();
      known.set(siteId, { key, readiness });
      if (!inMemoryOnly(siteId)) {
        const document = formatDocument({ format: READINESS_FORMAT, version: 1, key, readiness });
        // It holds nothing that the runs do not say.
        await writeFileAtomically(pathOf(siteId), document).catch(() => undefined);
      }
      return readiness;
    },
  };
}
