/** Where a command's result goes: a table for people, a JSON document for programs, never both on one stream. */
import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Language } from '../contract/words.ts';
import { assertWritable, causeOf, writeWhole } from './files.ts';
import { type CliIo, UsageError } from './io.ts';
import { CLI_TEXTS } from './texts.ts';

export interface Destination {
  /** `-` is standard output. */
  readonly json: string | undefined;
  readonly quiet: boolean;
}

/** The disk would not take the finished document, though its folder was writable before. */
export class OutputError extends Error {}

/** Asked before a command begins; `profile` is the file it reads, which its document must not replace. */
export async function assertDestination(
  { json }: Destination,
  language: Language,
  profile?: string,
): Promise<void> {
  if (json === undefined || json === '-') return;
  if (profile !== undefined && (await isSameFile(json, profile))) {
    throw new UsageError([CLI_TEXTS[language].isInput(json)]);
  }
  await assertWritable(json, language);
}

async function isSameFile(left: string, right: string): Promise<boolean> {
  const [one, other] = await Promise.all([left, right].map((file) => realpath(file).catch(() => null)));
  return one !== null && one === other;
}

export async function deliver(
  document: unknown,
  table: () => string,
  destination: Destination,
  io: CliIo,
  language: Language,
): Promise<void> {
  const { json, quiet } = destination;
  if (json === '-') io.out(`${JSON.stringify(document, null, 2)}\n`);
  else if (!quiet) io.out(table());
  if (json === undefined || json === '-') return;
  await saveText(json, `${JSON.stringify(document, null, 2)}\n`, language);
  if (!quiet) io.err(`${CLI_TEXTS[language].saved(json)}\n`);
}

/**
 * Writes a whole file. Where that fails, as on a disk that has filled up, the document goes to a folder of its own in
 * the temporary folder, and the message is one sentence that says so.
 */
export async function saveText(file: string, content: string, language: Language): Promise<void> {
  try {
    await writeWhole(file, content);
  } catch (error) {
    const texts = CLI_TEXTS[language];
    const sentence = texts.cannotWrite(file, causeOf(error, language));
    const kept = await keepElsewhere(basename(file), content);
    throw new OutputError(kept === null ? sentence : texts.keptInstead(sentence, kept), { cause: error });
  }
}

/** The path of the copy, readable by nobody else; null where the temporary folder takes nothing either. */
async function keepElsewhere(name: string, content: string): Promise<string | null> {
  let folder: string | null = null;
  try {
    folder = await mkdtemp(join(tmpdir(), 'sitecheck-'));
    const file = join(folder, name);
    await writeWhole(file, content);
    return file;
  } catch {
    if (folder !== null) await rm(folder, { recursive: true, force: true });
    return null;
  }
}
