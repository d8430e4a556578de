/** Where a command's result goes: a table for people, a JSON document for programs, never both on one stream. */

import type { Language } from '../contract/words.ts';
import { assertWritable, causeOf, writeWhole } from './files.ts';
import type { CliIo } from './io.ts';
import { CLI_TEXTS } from './texts.ts';

export interface Destination {
  /** `-` is standard output. */
  readonly json: string | undefined;
  readonly quiet: boolean;
}

/** The disk would not take the finished document, though its folder was writable before. */
export class OutputError extends Error {}

export async function assertDestination(destination: Destination, language: Language): Promise<void> {
  if (destination.json !== undefined && destination.json !== '-')
    await assertWritable(destination.json, language);
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

/** Writes a whole file; where that fails the message is one sentence in words. */
export async function saveText(file: string, content: string, language: Language): Promise<void> {
  try {
    await writeWhole(file, content);
  } catch (error) {
    throw new OutputError(CLI_TEXTS[language].cannotWrite(file, causeOf(error, language)), { cause: error });
  }
}
