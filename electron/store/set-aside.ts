/** Files that cannot be read are moved out of the way, kept, and named; never overwritten, never deleted. */
import { mkdir, rename } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { UnreadableFile } from '../../src/contract/bridge.ts';
import type { Language, LocalText } from '../../src/contract/words.ts';

interface SetAsideEntry {
  readonly file: string;
  readonly movedTo: string | null;
  readonly problem: LocalText;
}

/** What has been found unreadable since the program started, so that it is named on every list, not once. */
export interface SetAside {
  readonly move: (path: string, problem: LocalText) => Promise<void>;
  /** Names a file that stays where it is. */
  readonly name: (path: string, problem: LocalText) => void;
  /** Drops a name given by `name`: the file is readable again or gone. */
  readonly forget: (path: string) => void;
  readonly list: (language: Language) => readonly UnreadableFile[];
}

/** `folder` is created when first needed; `now` gives the time that stands before the file's name there. */
export function createSetAside(folder: string, now: () => Date): SetAside {
  const entries = new Map<string, SetAsideEntry>();

  function name(path: string, problem: LocalText): void {
    entries.set(path, { file: path, movedTo: null, problem });
  }

  return {
    name,
    forget: (path) => {
      if (entries.get(path)?.movedTo === null) entries.delete(path);
    },
    async move(path, problem) {
      const stamp = now().toISOString().replace(/[:.]/g, '-');
      const movedTo = join(folder, `${stamp}-${basename(path)}`);
      try {
        await mkdir(folder, { recursive: true });
        await rename(path, movedTo);
        entries.set(movedTo, { file: path, movedTo, problem });
      } catch {
        // A folder that cannot be written to is no reason to lose sight of the file.
        name(path, problem);
      }
    },
    list: (language) =>
      [...entries.values()].map(({ file, movedTo, problem }) => ({
        file,
        movedTo,
        problem: problem[language],
      })),
  };
}
