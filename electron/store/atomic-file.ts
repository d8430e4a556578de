/** Writing a file so that a crash at any moment leaves either the old content or the new one. */
import { randomBytes } from 'node:crypto';
import { mkdir, open, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { renameOver } from '../../src/run/rename-over.ts';
import { writeFailure } from './storage-failure.ts';

/** Profiles name a customer's addresses and SNMP community: other accounts of the laptop need not read them. */
const PRIVATE_FILE_MODE = 0o600;
/** A file that a person saved to hand on; the system's umask narrows it. */
export const SHARED_FILE_MODE = 0o666;

/**
 * Temporary file beside the target, fsync, rename. Creates the folder.
 * Throws a `BridgeFailure` with code `storage`; the target is then as it was.
 */
export async function writeFileAtomically(
  path: string,
  content: string | Uint8Array,
  mode = PRIVATE_FILE_MODE,
): Promise<void> {
  const temporary = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString('hex')}.tmp`);
  try {
    await mkdir(dirname(path), { recursive: true });
    const file = await open(temporary, 'wx', mode);
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await renameOver(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw writeFailure(path, error);
  }
}
