/** A command line without a process: what it printed, and its exit code. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCli } from '../../../src/cli/program.ts';

export interface Printed {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs one command; `signal` stands for Ctrl+C. */
export async function sitecheck(
  argv: readonly string[],
  { signal = new AbortController().signal, outIsTerminal = false } = {},
): Promise<Printed> {
  let out = '';
  let err = '';
  const code = await runCli(argv, {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    outIsTerminal,
    errIsTerminal: false,
    env: {},
    signal,
  });
  return { code, out, err };
}

export interface StartedCommand {
  /** Resolves once that stream has printed it; rejects where the command ends without. */
  readonly sees: (stream: 'out' | 'err', text: string) => Promise<void>;
  readonly interrupt: () => void;
  readonly ended: Promise<Printed>;
}

/** Starts a command that goes on, for a test that does something meanwhile. */
export function startSitecheck(argv: readonly string[]): StartedCommand {
  const controller = new AbortController();
  const printed = { out: '', err: '' };
  const watchers = new Set<() => void>();
  const take = (stream: 'out' | 'err') => (text: string) => {
    printed[stream] += text;
    for (const watch of watchers) watch();
  };
  const ended = runCli(argv, {
    out: take('out'),
    err: take('err'),
    outIsTerminal: false,
    errIsTerminal: false,
    env: {},
    signal: controller.signal,
  }).then((code) => ({ code, ...printed }));
  return {
    ended,
    interrupt: () => controller.abort(),
    sees: (stream, text) =>
      new Promise((resolve, reject) => {
        const watch = () => {
          if (!printed[stream].includes(text)) return;
          watchers.delete(watch);
          resolve();
        };
        watchers.add(watch);
        watch();
        void ended.then(({ err }) => reject(new Error(`it ended without «${text}»: ${err}`)));
      }),
  };
}

/** A folder that is removed by `remove`, with a function that writes files into it. */
export async function makeFolder() {
  const path = await mkdtemp(join(tmpdir(), 'sitecheck-cli-'));
  return {
    path,
    write: async (name: string, content: string | Uint8Array): Promise<string> => {
      const file = join(path, name);
      await writeFile(file, content);
      return file;
    },
    remove: () => rm(path, { recursive: true, force: true }),
  };
}
