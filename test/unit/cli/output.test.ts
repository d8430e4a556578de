/** Where a finished document goes when its place has gone, and what it must never replace. */
import { existsSync } from 'node:fs';
import { readFile, rm, symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { UsageError } from '../../../src/cli/io.ts';
import { assertDestination, OutputError, saveText } from '../../../src/cli/output.ts';
import { makeSite } from '../plan/sites.ts';
import { makeFolder, sitecheck } from './console.ts';

let folder: Awaited<ReturnType<typeof makeFolder>>;
beforeEach(async () => {
  folder = await makeFolder();
});
afterEach(() => folder.remove());

describe('saveText', () => {
  it('keeps the document in the temporary folder and names the path when its folder has gone', async () => {
    const file = join(folder.path, 'gone', 'run.json');
    const error: unknown = await saveText(file, 'document', 'en').catch((thrown: unknown) => thrown);
    if (!(error instanceof OutputError)) throw new Error('it was written, or failed otherwise');
    const kept = error.message.split('kept here: ')[1] ?? '';
    expect(error.message).toContain(`${file}: cannot be written: there is no such file or folder; `);
    expect(await readFile(kept, 'utf8')).toBe('document');
    await rm(dirname(kept), { recursive: true });
  });
});

describe('assertDestination', () => {
  it.skipIf(process.platform === 'win32')('refuses the profile under each of its names', async () => {
    const profile = await folder.write('site.json', '{}');
    const link = join(folder.path, 'link.json');
    await symlink(profile, link);
    for (const json of [profile, link, join(folder.path, '.', 'site.json')]) {
      await expect(assertDestination({ json, quiet: false }, 'en', profile)).rejects.toThrow(UsageError);
    }
    await assertDestination({ json: join(folder.path, 'run.json'), quiet: false }, 'en', profile);
    expect(existsSync(join(folder.path, 'run.json'))).toBe(false);
  });
});

describe('sitecheck with --json that names the profile', () => {
  it.each([
    ['run', ['--from', 'workstation', '--stage', 'after-install']],
    ['plan', ['--from', 'workstation', '--stage', 'after-install']],
    ['standin', ['--as', 'server', '--seconds', '1']],
  ])('ends %s with exit code 2 and leaves the profile as it was', async (command, options) => {
    const content = JSON.stringify(makeSite());
    const profile = await folder.write('site.json', content);
    const { code, err } = await sitecheck([command, profile, ...options, '--json', profile, '--lang', 'en']);
    expect([code, err]).toEqual([
      2,
      `sitecheck: --json: ${profile} is the profile itself, which the document would overwrite\n`,
    ]);
    expect(await readFile(profile, 'utf8')).toBe(content);
  });
});
