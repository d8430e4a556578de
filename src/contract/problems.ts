/** Reads a document that people write or move around, and says in one sentence each what is wrong with it. */
import type { z } from 'zod';
import { findSyntaxError, lineAndColumn } from './json-syntax.ts';
import { describeIssue } from './problem-issues.ts';
import { PROBLEM_TEXTS, placeName, type SizedKind, shorten, show } from './problem-texts.ts';
import { RUN_FORMAT, RUN_MAX_BYTES, RUN_VERSION, type Run, runSchema } from './run.ts';
import { SITE_FORMAT, SITE_MAX_BYTES, SITE_VERSION, type Site, siteSchema } from './site.ts';
import type { Language } from './words.ts';

export type ReadResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly string[] };

interface ReadRequest<T> {
  readonly schema: z.ZodType<T>;
  readonly text: string;
  /** The name under which a person knows the document: it begins every problem. */
  readonly file: string;
  readonly language: Language;
  /** The `format` and the newest `version` this program reads; absent where the document has neither. */
  readonly kind?: { readonly format: string; readonly version: number };
}

/** More lines than this help nobody; the last one then says how many were left out. */
const MAX_PROBLEMS = 20;

const RUN_REQUEST = { schema: runSchema, kind: { format: RUN_FORMAT, version: RUN_VERSION } } as const;

/** A site profile; a byte order mark is accepted. Check the size first, with `tooBig`. */
export function readSite(text: string, file: string, language: Language): ReadResult<Site> {
  return readDocument({
    schema: siteSchema,
    text,
    file,
    language,
    kind: { format: SITE_FORMAT, version: SITE_VERSION },
  });
}

/** One run document, or a list of several as the window saves them. Check the size first, with `tooBig`. */
export function readRuns(text: string, file: string, language: Language): ReadResult<readonly Run[]> {
  const request = { ...RUN_REQUEST, text, file, language };
  const parsed = parseJson(request);
  if (!parsed.ok) return parsed;
  if (!Array.isArray(parsed.value)) {
    const read = checkDocument(parsed.value, request);
    return read.ok ? { ok: true, value: [read.value] } : read;
  }
  const documents: readonly unknown[] = parsed.value;
  if (documents.length === 0) {
    return { ok: false, problems: withFile([PROBLEM_TEXTS[language].emptyList], request) };
  }
  const runs: Run[] = [];
  for (const [index, document] of documents.entries()) {
    const read = checkDocument(document, { ...request, file: `${shorten(file, 190)}[${index}]` });
    if (!read.ok) return read;
    runs.push(read.value);
  }
  return { ok: true, value: runs };
}

/** Any JSON document with a schema; every problem is one line that names file, place and what is allowed. */
export function readDocument<T>(request: ReadRequest<T>): ReadResult<T> {
  const parsed = parseJson(request);
  return parsed.ok ? checkDocument(parsed.value, request) : parsed;
}

function checkDocument<T>(document: unknown, request: ReadRequest<T>): ReadResult<T> {
  const early = problemsOfKind(document, request);
  if (early.length > 0) return { ok: false, problems: early };
  const checked = request.schema.safeParse(document);
  const hidden = hiddenKeys(document, request.text).map((path) =>
    PROBLEM_TEXTS[request.language].unknownKey('__proto__', placeName(path), null, []),
  );
  if (checked.success && hidden.length === 0) return { ok: true, value: checked.data };
  const sentences = (checked.error?.issues ?? []).flatMap((issue) =>
    describeIssue(issue, { document, schema: request.schema, language: request.language }),
  );
  return { ok: false, problems: withFile([...new Set([...hidden, ...sentences])], request) };
}

/** One sentence where a file is too big to be what it should be; to be asked before the file is read. */
export function tooBig(
  file: string,
  bytes: number,
  language: Language,
  kind: SizedKind = 'site',
): string | null {
  const limit = kind === 'run' ? RUN_MAX_BYTES : SITE_MAX_BYTES;
  if (bytes <= limit) return null;
  return `${shorten(file, 200)}: ${PROBLEM_TEXTS[language].tooBig(toMebibytes(bytes), toMebibytes(limit), kind)}`;
}

function toMebibytes(bytes: number): number {
  return Math.round((bytes / 1024 / 1024) * 10) / 10;
}

function parseJson<T>(request: ReadRequest<T>): ReadResult<unknown> {
  const texts = PROBLEM_TEXTS[request.language];
  const text = request.text.startsWith('\uFEFF') ? request.text.slice(1) : request.text;
  if (text.trim() === '') return { ok: false, problems: withFile([texts.empty], request) };
  try {
    return { ok: true, value: JSON.parse(text) as unknown };
  } catch {
    const offset = findSyntaxError(text);
    const { line, column } = lineAndColumn(text, offset);
    const char = text[offset];
    const seen = char === undefined ? texts.endOfFile : texts.character(show(char, request.language));
    return { ok: false, problems: withFile([texts.syntax(line, column, seen)], request) };
  }
}

/** What would make every other sentence misleading: not an object, another format, another version. */
function problemsOfKind<T>(document: unknown, request: ReadRequest<T>): readonly string[] {
  const texts = PROBLEM_TEXTS[request.language];
  if (typeof document !== 'object' || document === null || Array.isArray(document)) {
    return withFile([texts.notAnObject(texts.seen(document))], request);
  }
  const { kind } = request;
  if (kind === undefined) return [];
  const { format, version } = document as { readonly format?: unknown; readonly version?: unknown };
  if (format !== kind.format) return withFile([texts.wrongFormat(texts.seen(format), kind.format)], request);
  if (typeof version === 'number' && Number.isInteger(version) && version > kind.version) {
    return withFile([texts.laterVersion(version, kind.version)], request);
  }
  if (version !== kind.version)
    return withFile([texts.wrongVersion(texts.seen(version), kind.version)], request);
  return [];
}

/**
 * Places of own `__proto__` keys: JSON may hold them, and a record schema passes over them without a word.
 * The text is asked first, so that ordinary documents cost nothing.
 */
function hiddenKeys(document: unknown, text: string): readonly (readonly PropertyKey[])[] {
  if (!/__proto__|\\u005f/i.test(text)) return [];
  const found: PropertyKey[][] = [];
  const waiting: { readonly value: unknown; readonly path: PropertyKey[] }[] = [
    { value: document, path: [] },
  ];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (typeof next.value !== 'object' || next.value === null) continue;
    for (const [key, value] of Object.entries(next.value)) {
      if (key === '__proto__') found.push(next.path);
      else waiting.push({ value, path: [...next.path, Array.isArray(next.value) ? Number(key) : key] });
    }
  }
  return found;
}

function withFile(
  sentences: readonly string[],
  request: { readonly file: string; readonly language: Language },
): readonly string[] {
  const shown = sentences.length > MAX_PROBLEMS ? sentences.slice(0, MAX_PROBLEMS - 1) : sentences;
  const left = sentences.length - shown.length;
  const lines = left === 0 ? shown : [...shown, PROBLEM_TEXTS[request.language].more(left)];
  return lines.map((line) => `${shorten(request.file, 200)}: ${line}`);
}
