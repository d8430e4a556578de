/** Reads single facts of a result without trusting their shape: what is missing or of another kind is null. */
import type { CheckResult } from '../../contract/check.ts';

/** The text at this path of the facts, such as `['tls', 'issuer']`. */
export function textFact({ facts }: Pick<CheckResult, 'facts'>, path: readonly string[]): string | null {
  const value = at(facts, path);
  return typeof value === 'string' ? value : null;
}

export function booleanFact({ facts }: Pick<CheckResult, 'facts'>, path: readonly string[]): boolean | null {
  const value = at(facts, path);
  return typeof value === 'boolean' ? value : null;
}

function at(facts: unknown, path: readonly string[]): unknown {
  let value = facts;
  for (const name of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
    value = (value as Readonly<Record<string, unknown>>)[name];
  }
  return value;
}
