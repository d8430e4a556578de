/** Profiles dropped on the window: each file is read and imported by itself, so that one bad file spoils no other. */
import type { Bridge } from '../../../src/contract/bridge.ts';
import { SITE_MAX_BYTES, type Site } from '../../../src/contract/site.ts';
import { attempt } from '../../call.ts';

/** What of the browser's `File` is used. */
export type DroppedFile = Pick<File, 'name' | 'size' | 'text'>;

/** `message` is the main process's sentence about a file that is no profile; null where it was not asked. */
export interface RefusedFile {
  readonly name: string;
  readonly problem: 'too-big' | 'unreadable' | 'no-profile';
  readonly message: string | null;
}

export interface DropOutcome {
  readonly sites: readonly Site[];
  readonly refused: readonly RefusedFile[];
}

/** Imports the files one after another, in the order in which they were dropped. */
export async function importDropped(
  bridge: Pick<Bridge, 'importSiteText'>,
  files: readonly DroppedFile[],
): Promise<DropOutcome> {
  const sites: Site[] = [];
  const refused: RefusedFile[] = [];
  for (const file of files) {
    const text = file.size > SITE_MAX_BYTES ? null : await textOf(file);
    if (text === null) {
      const problem = file.size > SITE_MAX_BYTES ? 'too-big' : 'unreadable';
      refused.push({ name: file.name, problem, message: null });
      continue;
    }
    const reply = await attempt(() => bridge.importSiteText({ name: file.name.slice(-255), text }));
    if (reply.ok) sites.push(reply.value.site);
    else refused.push({ name: file.name, problem: 'no-profile', message: reply.error.message });
  }
  return { sites, refused };
}

/** Null for a folder, and for a file that went away or may not be read. */
async function textOf(file: DroppedFile): Promise<string | null> {
  try {
    return await file.text();
  } catch {
    return null;
  }
}
