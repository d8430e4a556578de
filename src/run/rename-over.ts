/** Putting a finished file in the place of the old one, also where a virus scanner looks at it first. */
import { rename } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';

/** A virus scanner on Windows holds a fresh file for a moment; renaming over it then fails. */
const RENAME_DELAYS_MS = [10, 40, 100, 250, 600] as const;
const HELD_BY_ANOTHER: ReadonlySet<unknown> = new Set(['EPERM', 'EACCES', 'EBUSY']);

/** Rejects with the errno of rename(2). */
export async function renameOver(from: string, to: string): Promise<void> {
  for (const delayMs of RENAME_DELAYS_MS) {
    try {
      await rename(from, to);
      return;
    } catch (error) {
      const isHeld = error instanceof Error && 'code' in error && HELD_BY_ANOTHER.has(error.code);
      if (process.platform !== 'win32' || !isHeld) throw error;
      await delay(delayMs);
    }
  }
  await rename(from, to);
}
