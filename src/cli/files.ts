/** Reading and writing files for the command line: sizes before contents, whole files or none. */
import { randomUUID } from 'node:crypto';
import { access, constants, open, readFile, realpath, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { SizedKind } from '../contract/problem-texts.ts';
import { tooBig } from '../contract/problems.ts';
import type { Language } from '../contract/words.ts';
import { renameOver } from '../run/rename-over.ts';
import { UsageError } from './io.ts';
import { CLI_TEXTS } from './texts.ts';

/** The text of an input document; a file that is too big for its kind is never read. */
export async function readText(file: string, kind: SizedKind, language: Language): Promise<string> {
  const texts = CLI_TEXTS[language];
  let bytes: Buffer;
  try {
    const { size } = await stat(file);
    const problem = tooBig(file, size, language, kind);
    if (problem !== null) throw new UsageError([problem]);
    bytes = await readFile(file);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError([texts.cannotRead(file, causeOf(error, language))]);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new UsageError([texts.cannotRead(file, texts.notText)]);
  }
}

/**
 * Asked before a long run, so that its result is not lost to a typing slip in the path. A file is really created
 * beside the target, because Windows calls every folder writable until one tries.
 */
export async function assertWritable(file: string, language: Language): Promise<void> {
  try {
    const present = await presentAt(file);
    if (present?.isDirectory()) throw Object.assign(new Error('a folder'), { code: 'EISDIR' });
    if (present !== null) await access(file, constants.W_OK);
    if (present !== null && !present.isFile()) return;
    const trial = temporaryBeside(present === null ? file : await realpath(file));
    await (await open(trial, 'wx')).close();
    await rm(trial, { force: true });
  } catch (error) {
    throw new UsageError([CLI_TEXTS[language].cannotWrite(file, causeOf(error, language))]);
  }
}

/**
 * The whole file or none: written beside its place, flushed to the disk, then renamed. A device or a pipe
 * (`/dev/null`, `/dev/stdout`) is written to as it is, because a rename would put a file in its place.
 */
export async function writeWhole(file: string, content: string): Promise<void> {
  const present = await presentAt(file);
  if (present !== null && !present.isFile()) return writeFile(file, content, 'utf8');
  const target = present === null ? file : await realpath(file);
  const temporary = temporaryBeside(target);
  try {
    const handle = await open(temporary, 'wx');
    try {
      await handle.writeFile(content, 'utf8');
      await handle.sync();
    } finally {
      await handle.close();
    }
    await renameOver(temporary, target);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

function temporaryBeside(file: string): string {
  return join(dirname(file), `.${basename(file)}.${randomUUID()}.tmp`);
}

/** Null where nothing is there, or nothing that can be asked: then the attempt to write will tell. */
function presentAt(file: string) {
  return stat(file).catch(() => null);
}

/** An errno in words. */
export function causeOf(error: unknown, language: Language): string {
  const { causes } = CLI_TEXTS[language];
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
  const known = Object.hasOwn(causes, code) ? causes[code as keyof typeof causes] : causes.other;
  return typeof known === 'string' ? known : known(code);
}
