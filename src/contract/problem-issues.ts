/** One zod issue → sentences in the words of the profile's owner: place, what stands there, what is allowed. */
import { z } from 'zod';
import { PROBLEM_TEXTS, placeName } from './problem-texts.ts';
import { PROBE_LIMITS } from './site.ts';
import type { Language } from './words.ts';

interface IssueContext {
  readonly document: unknown;
  readonly schema: z.ZodType;
  readonly language: Language;
}

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

/** Several sentences only where one issue names several unknown keys. */
export function describeIssue(issue: Issue, context: IssueContext): readonly string[] {
  const texts = PROBLEM_TEXTS[context.language];
  const place = placeName(issue.path);
  if (issue.code === 'unrecognized_keys') {
    const allowed = allowedKeys(context.schema, context.document, issue.path);
    const present = new Set(Object.keys(Object(valueAt(context.document, issue.path))));
    const free = allowed.filter((key) => !present.has(key));
    return issue.keys
      .filter((key) => key !== '__proto__')
      .map((key) => texts.unknownKey(key, place, nearest(key, free), allowed));
  }
  if (issue.code === 'custom' && issue.params?.problem === 'duplicate-id') {
    return [texts.duplicateId(place, String(issue.params.id), String(issue.params.earlier))];
  }
  const value = valueAt(context.document, issue.path);
  const allowed = allowedHere(issue, context.language);
  return [
    value === undefined ? texts.missing(place, allowed) : texts.wrong(place, texts.seen(value), allowed),
  ];
}

/** What may stand in the place of an issue, for a form that shows it beside the field. */
export function allowedHere(issue: Issue, language: Language): string {
  const { allowed } = PROBLEM_TEXTS[language];
  const key = issue.path.at(-1);
  const range = numberRange(issue.path);
  if (range !== null) return allowed.between(range.min, range.max);
  if (key === 'host') return allowed.host;
  switch (issue.code) {
    case 'invalid_type':
      return allowed.kind[issue.expected] ?? allowed.other;
    case 'invalid_value':
      return allowed.oneOf(issue.values);
    case 'invalid_union':
      return 'options' in issue && Array.isArray(issue.options)
        ? allowed.oneOf(issue.options)
        : allowed.other;
    case 'invalid_format':
      if (issue.format === 'uuid') return allowed.uuid;
      if (issue.format === 'datetime') return allowed.date;
      if (issue.format !== 'regex') return allowed.other;
      return key === 'catalogue' ? allowed.catalogue : allowed.id;
    case 'too_small':
      return sized(issue.origin)
        ? allowed.minLength(Number(issue.minimum), sized(issue.origin) ?? 'string')
        : allowed.atLeast(Number(issue.minimum));
    case 'too_big':
      return sized(issue.origin)
        ? allowed.maxLength(Number(issue.maximum), sized(issue.origin) ?? 'string')
        : allowed.atMost(Number(issue.maximum));
    default:
      return allowed.other;
  }
}

function sized(origin: string): 'string' | 'array' | null {
  return origin === 'string' || origin === 'array' ? origin : null;
}

/** zod names only the bound that was broken; a person needs both. */
function numberRange(path: Path): { readonly min: number; readonly max: number } | null {
  const key = path.at(-1);
  if (key === 'port' || path[0] === 'portOverrides') return { min: 1, max: 65_535 };
  if (path[0] !== 'probe') return null;
  return key === 'timeoutMs' || key === 'attempts' || key === 'concurrency' ? PROBE_LIMITS[key] : null;
}

function valueAt(document: unknown, path: Path): unknown {
  let value = document;
  for (const part of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return undefined;
    value = (value as Record<PropertyKey, unknown>)[part];
  }
  return value;
}

function allowedKeys(schema: z.ZodType, document: unknown, path: Path): readonly string[] {
  let here: unknown = schema;
  let value = document;
  for (const part of path) {
    const inside = unwrap(here, value);
    if (inside instanceof z.ZodObject) here = inside.shape[String(part)];
    else if (inside instanceof z.ZodArray) here = inside.element;
    else if (inside instanceof z.ZodRecord) here = inside.valueType;
    else return [];
    value = valueAt(value, [part]);
  }
  const inside = unwrap(here, value);
  return inside instanceof z.ZodObject ? Object.keys(inside.shape) : [];
}

/** Takes defaults off, and in a union the member whose discriminator stands in the document. */
function unwrap(schema: unknown, value: unknown): unknown {
  if (schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault || schema instanceof z.ZodOptional) {
    return unwrap(schema.unwrap(), value);
  }
  if (!(schema instanceof z.ZodDiscriminatedUnion)) return schema;
  const name = schema.def.discriminator;
  const chosen = valueAt(value, [name]);
  return schema.options.find(
    (option) => option instanceof z.ZodObject && option.shape[name]?.safeParse(chosen).success === true,
  );
}

/** The allowed key that is at most two typing slips away. */
function nearest(key: string, allowed: readonly string[]): string | null {
  if (key.length > 64) return null;
  const limit = key.length <= 4 ? 1 : 2;
  let best: { readonly name: string; readonly slips: number } | null = null;
  for (const name of allowed) {
    const slips = distance(key.toLowerCase(), name.toLowerCase());
    if (slips <= limit && (best === null || slips < best.slips)) best = { name, slips };
  }
  return best === null ? null : best.name;
}

/** Levenshtein's distance, two neighbours in the wrong order counted as one slip. */
function distance(left: string, right: string): number {
  const rows: number[][] = [Array.from({ length: right.length + 1 }, (_, index) => index)];
  for (let i = 1; i <= left.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= right.length; j += 1) {
      const above = rows[i - 1] ?? [];
      const same = left[i - 1] === right[j - 1] ? 0 : 1;
      let cost = Math.min((above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (above[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && left[i - 1] === right[j - 2] && left[i - 2] === right[j - 1]) {
        cost = Math.min(cost, (rows[i - 2]?.[j - 2] ?? 0) + 1);
      }
      row.push(cost);
    }
    rows.push(row);
  }
  return rows[left.length]?.[right.length] ?? 0;
}
