/** A profile that comes from outside: the command line, a second start of the program, a file dropped on its icon. */
import { extname, join, resolve } from 'node:path';
import type { Site } from '../src/contract/site.ts';
import type { Language } from '../src/contract/words.ts';
import { toBridgeError } from './failure.ts';
import type { Opening } from './ipc/app-handlers.ts';

interface CommandLine {
  readonly argv: readonly string[];
  readonly cwd: string;
  /** A packed program has no folder of its own among its arguments; a development start has. */
  readonly packed: boolean;
}

/** The path of the profile, absolute; null where none was given. */
export function profilePathFrom({ argv, cwd, packed }: CommandLine): string | null {
  const candidates = argv.slice(1).filter((argument) => argument !== '' && !argument.startsWith('-'));
  const profile = candidates.find((argument) => packed || extname(argument).toLowerCase() === '.json');
  return profile === undefined ? null : resolve(cwd, profile);
}

/** Where a saved site lies: what the jump list starts the program with. */
export function siteFile(userData: string, siteId: string): string {
  return join(userData, 'sites', `${siteId}.site.json`);
}

/** The id of a saved site that is named by its own file; null for any other path. */
export function siteIdOfOwnFile(userData: string, path: string): string | null {
  const id = /([0-9a-f-]{36})\.site\.json$/.exec(path)?.[1] ?? '';
  return siteFile(userData, id) === path ? id : null;
}

export interface Opener {
  /** Loads the profile; what came of it is also the answer to the next `current`. Never rejects. */
  readonly open: (path: string) => Promise<Opening>;
  /** Waits for what is being opened. */
  readonly current: () => Promise<Opening>;
}

export interface OpenerOptions {
  readonly load: (path: string) => Promise<Site | null>;
  readonly language: () => Language;
  readonly log: (error: unknown) => void;
}

export function createOpener({ load, language, log }: OpenerOptions): Opener {
  let latest: Promise<Opening> = Promise.resolve({ siteId: null, problems: [] });

  async function attempt(path: string): Promise<Opening> {
    try {
      return { siteId: (await load(path))?.id ?? null, problems: [] };
    } catch (error) {
      log(error);
      return { siteId: null, problems: toBridgeError(error, language()).message.split('\n') };
    }
  }

  return {
    open(path) {
      // One after another: two questions about the same profile at once would contradict each other.
      latest = latest.then(() => attempt(path));
      return latest;
    },
    current: () => latest,
  };
}
