import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SHARED_FILE_MODE, writeFileAtomically } from '../../../../electron/store/atomic-file.ts';
import { temporaryFolders } from '../temporary-folder.ts';

const folder = temporaryFolders();

describe('writeFileAtomically', () => {
  it('creates the folder and leaves nothing but the file when it succeeds', async () => {
    const root = join(folder(), 'deep', 'er');
    await writeFileAtomically(join(root, 'a.json'), 'ё');
    expect(readdirSync(root)).toEqual(['a.json']);
    expect(readFileSync(join(root, 'a.json'), 'utf8')).toBe('ё');
  });

  it('keeps a file to its owner unless it was saved to hand on', async () => {
    const root = folder();
    await writeFileAtomically(join(root, 'own.json'), '');
    await writeFileAtomically(join(root, 'shared.json'), '', SHARED_FILE_MODE);
    expect(statSync(join(root, 'own.json')).mode & 0o077).toBe(0);
    expect(statSync(join(root, 'shared.json')).mode & 0o777).toBe(0o666 & ~process.umask());
  });

  it('leaves no temporary file behind when the target cannot be replaced', async () => {
    const root = folder();
    mkdirSync(join(root, 'a.json', 'occupied'), { recursive: true });
    await expect(writeFileAtomically(join(root, 'a.json'), 'new')).rejects.toMatchObject({ code: 'storage' });
    expect(readdirSync(root)).toEqual(['a.json']);
  });

  it('says in words what is in the way when the folder is a file', async () => {
    const root = folder();
    writeFileSync(join(root, 'sites'), 'precious');
    await expect(writeFileAtomically(join(root, 'sites', 'a.json'), 'new')).rejects.toMatchObject({
      code: 'storage',
      text: {
        en: expect.stringMatching(/a file is in the place of the folder\. The earlier data is intact\.$/),
      },
    });
    expect(readFileSync(join(root, 'sites'), 'utf8')).toBe('precious');
  });

  it('says that the disk is full when there is no room', async () => {
    // The device that is always full: opening it succeeds, writing does not.
    const { writeFailure } = await import('../../../../electron/store/storage-failure.ts');
    const full = await import('node:fs/promises')
      .then((fs) => fs.writeFile('/dev/full', 'x'))
      .catch((error) => error);
    expect(writeFailure('/data/a.json', full).text.ru).toBe(
      'Не удалось записать /data/a.json: на диске нет места. Прежние данные целы.',
    );
  });
});
