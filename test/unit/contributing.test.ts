/** What CONTRIBUTING.md names must be there: commands, and the places that a probe takes. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { scripts } from '../../package.json' with { type: 'json' };

const TEXT = readFileSync('CONTRIBUTING.md', 'utf8');

describe('CONTRIBUTING.md', () => {
  it('names only commands that package.json has', () => {
    const named = [...TEXT.matchAll(/npm run ([\w:-]+)/g)].map(([, name]) => name ?? '');
    expect(named).toContain('lab');
    expect(named.filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
  });

  it('names only files and folders that are there, of a pattern at least one', () => {
    const named = [...TEXT.matchAll(/`((?:src|test|build|assets)\/[^`\s]*)`/g)].map(([, path]) => path ?? '');
    expect(named).toContain('src/verdict/services/<family>.ts');
    expect(named.filter((path) => !isThere(path))).toEqual([]);
  });
});

function isThere(path: string): boolean {
  if (!/[<*]/.test(path)) return existsSync(path);
  const slash = path.lastIndexOf('/');
  const name = path
    .slice(slash + 1)
    .replaceAll('.', '\\.')
    .replaceAll(/<\w+>|\*/g, '[\\w-]+');
  return readdirSync(path.slice(0, slash)).some((entry) => new RegExp(`^${name}$`).test(entry));
}
