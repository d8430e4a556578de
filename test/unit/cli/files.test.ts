import { execFileSync } from 'node:child_process';
import { lstat, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { assertWritable, writeWhole } from '../../../src/cli/files.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sitecheck-files-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('writeWhole', () => {
  it.skipIf(process.platform === 'win32')(
    'writes into a pipe and leaves it a pipe when the target is no file',
    async () => {
      const pipe = join(folder, 'pipe');
      execFileSync('mkfifo', [pipe]);
      const read = readFile(pipe, 'utf8');
      await writeWhole(pipe, 'document');
      expect(await read).toBe('document');
      expect((await lstat(pipe)).isFIFO()).toBe(true);
      expect(await readdir(folder)).toEqual(['pipe']);
    },
  );

  it.skipIf(process.platform === 'win32')(
    'writes the file that a link leads to when the target is a link',
    async () => {
      const file = join(folder, 'real.json');
      const link = join(folder, 'link.json');
      await writeFile(file, 'old');
      await symlink(file, link);
      await writeWhole(link, 'new');
      expect(await readFile(file, 'utf8')).toBe('new');
      expect((await lstat(link)).isSymbolicLink()).toBe(true);
    },
  );
});

describe('assertWritable', () => {
  it('leaves nothing behind and an earlier file as it was when the target can be written', async () => {
    const file = join(folder, 'run.json');
    await writeFile(file, 'earlier');
    await assertWritable(file, 'en');
    await assertWritable(join(folder, 'new.json'), 'en');
    expect(await readdir(folder)).toEqual(['run.json']);
    expect(await readFile(file, 'utf8')).toBe('earlier');
  });

  it.each([
    ['folder', '', 'it is a folder'],
    ['path through nothing', 'none/run.json', 'there is no such file or folder'],
  ])('says why when the target is a %s', async (_what, name, cause) => {
    await expect(assertWritable(join(folder, name), 'en')).rejects.toThrow(cause);
  });
});
