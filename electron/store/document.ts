/** Versioned JSON documents: size, JSON, format, version, ordered migrations, schema, in this order. */
import { readFile, stat } from 'node:fs/promises';
import type { z } from 'zod';
import type { LocalText } from '../../src/contract/words.ts';
import { errnoOf } from '../failure.ts';
import { readProblem } from './storage-failure.ts';

/** Pure: takes a document of version `from`, gives one of version `from + 1`. */
export interface Migration {
  readonly from: number;
  readonly migrate: (document: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>;
}

export interface DocumentKind<T> {
  readonly format: string;
  readonly version: number;
  readonly schema: z.ZodType<T>;
  readonly migrations: readonly Migration[];
  readonly maxBytes: number;
}

/**
 * `corrupt` may be set aside. `foreign` may not: it is from a later version, or it could not even be read,
 * so that another program or the next attempt may still get at it.
 */
export type DocumentReading<T> =
  | { readonly state: 'ok'; readonly value: T }
  | { readonly state: 'missing' }
  | { readonly state: 'corrupt' | 'foreign'; readonly problem: LocalText };

/** Never throws for what a file may hold or for a file that cannot be read. */
export async function readDocument<T>(path: string, kind: DocumentKind<T>): Promise<DocumentReading<T>> {
  try {
    const status = await stat(path);
    if (!status.isFile()) return { state: 'foreign', problem: NOT_A_FILE };
    const { size } = status;
    if (size > kind.maxBytes) return { state: 'corrupt', problem: tooBig(size, kind.maxBytes) };
    return parseDocument(await readFile(path, 'utf8'), kind);
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return { state: 'missing' };
    return { state: 'foreign', problem: readProblem(error) };
  }
}

export function parseDocument<T>(
  text: string,
  kind: DocumentKind<T>,
): Exclude<DocumentReading<T>, { state: 'missing' }> {
  const document = parseObject(text);
  if (document === null) return { state: 'corrupt', problem: NOT_JSON };
  if (document.format !== kind.format) return { state: 'corrupt', problem: wrongFormat(kind.format) };
  const { version } = document;
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) {
    return { state: 'corrupt', problem: NO_VERSION };
  }
  if (version > kind.version) return { state: 'foreign', problem: laterVersion(version, kind.version) };
  const migrated = migrate(document, version, kind);
  if (migrated === null) return { state: 'corrupt', problem: NO_VERSION };
  const parsed = kind.schema.safeParse(migrated);
  if (parsed.success) return { state: 'ok', value: parsed.data };
  return { state: 'corrupt', problem: wrongPlace(parsed.error.issues[0]?.path ?? []) };
}

/** The document as it is written: indented for people, with a newline at the end. */
export function formatDocument(document: unknown): string {
  return `${JSON.stringify(document, null, 2)}\n`;
}

type PlainObject = Readonly<Record<string, unknown>>;

/** Null where a step is missing or broke: a document that no migration understands is not valid. */
function migrate<T>(document: PlainObject, version: number, kind: DocumentKind<T>): PlainObject | null {
  let current = document;
  for (let from = version; from < kind.version; from += 1) {
    const step = kind.migrations.find((migration) => migration.from === from);
    if (step === undefined) return null;
    try {
      current = { ...step.migrate(current), version: from + 1 };
    } catch {
      return null;
    }
  }
  return current;
}

function parseObject(text: string): PlainObject | null {
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as PlainObject)
      : null;
  } catch {
    return null;
  }
}

const NOT_JSON: LocalText = {
  ru: 'Файл повреждён: это не документ JSON.',
  en: 'The file is damaged: it is not a JSON document.',
};

const NOT_A_FILE: LocalText = { ru: 'На месте файла лежит не файл.', en: 'What lies there is not a file.' };

const NO_VERSION: LocalText = {
  ru: 'В файле не указана известная версия формата (version).',
  en: 'The file names no known version of its format (version).',
};

function wrongFormat(format: string): LocalText {
  return { ru: `Это не документ «${format}».`, en: `It is not a "${format}" document.` };
}

function laterVersion(version: number, known: number): LocalText {
  return {
    ru: `Файл записан более новой программой: версия формата ${version}, здесь известна ${known}. Он не тронут.`,
    en: `The file was written by a later program: format version ${version}, known here is ${known}. It was not touched.`,
  };
}

function wrongPlace(path: readonly PropertyKey[]): LocalText {
  const place = path.map(String).join('.') || '/';
  return { ru: `Недопустимое значение: ${place}.`, en: `A value that is not allowed: ${place}.` };
}

function tooBig(bytes: number, maxBytes: number): LocalText {
  const mib = (count: number) => Math.ceil(count / 1024 / 1024);
  return {
    ru: `Файл слишком велик: ${mib(bytes)} МиБ, допустимо ${mib(maxBytes)}.`,
    en: `The file is too big: ${mib(bytes)} MiB, allowed are ${mib(maxBytes)}.`,
  };
}
