import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createAppHandlers } from '../../../../electron/ipc/app-handlers.ts';
import { createSettingsHandlers } from '../../../../electron/ipc/settings-handlers.ts';
import { openSettingsStore } from '../../../../electron/store/settings-store.ts';
import type { Settings } from '../../../../src/contract/settings.ts';
import { makeArchive } from '../stand-ins.ts';
import { temporaryFolders } from '../temporary-folder.ts';

const folder = temporaryFolders();
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 9]);

async function open() {
  const userData = folder();
  const archive = makeArchive(userData);
  const store = await openSettingsStore(userData, archive.setAside);
  const changes: Settings[] = [];
  const handlers = createSettingsHandlers({ ...archive, store, onChange: (next) => changes.push(next) });
  return { ...archive, userData, store, changes, handlers };
}

describe('settings', () => {
  it('take a logo from a picture and forget it again', async () => {
    const { handlers, person, userData, changes } = await open();
    person.opens = join(userData, 'logo.png');
    writeFileSync(person.opens, PNG);
    const saved = await handlers['settings:choose-logo']({});
    expect(saved?.logo).toBe(`data:image/png;base64,${PNG.toString('base64')}`);
    expect((await handlers['settings:clear']({ what: 'logo' })).logo).toBeNull();
    expect(changes).toHaveLength(2);
  });

  it.each([
    ['is no picture', Buffer.from('<svg/>')],
    ['is larger than 200 KB', Buffer.concat([PNG, Buffer.alloc(200 * 1024)])],
  ])('refuse a logo that %s', async (_what, bytes) => {
    const { handlers, person, userData, store } = await open();
    person.opens = join(userData, 'logo.png');
    writeFileSync(person.opens, bytes);
    await expect(handlers['settings:choose-logo']({})).rejects.toMatchObject({ code: 'invalid-file' });
    expect(store.current().logo).toBeNull();
  });

  it('take the largest logo that is allowed', async () => {
    const { handlers, person, userData } = await open();
    person.opens = join(userData, 'logo.png');
    writeFileSync(person.opens, Buffer.concat([PNG, Buffer.alloc(200 * 1024 - PNG.length)]));
    expect((await handlers['settings:choose-logo']({}))?.logo).not.toBeNull();
  });

  it('take a folder for reports, and stay as they are when a dialog was closed', async () => {
    const { handlers, person, store } = await open();
    person.opens = '/tmp/reports';
    expect((await handlers['settings:choose-reports-folder']({}))?.reportsFolder).toBe('/tmp/reports');
    person.opens = null;
    expect(await handlers['settings:choose-reports-folder']({})).toBeNull();
    expect(await handlers['settings:choose-logo']({})).toBeNull();
    expect(store.current().reportsFolder).toBe('/tmp/reports');
    await handlers['settings:save']({ settings: { theme: 'dark' } });
    expect(store.current().reportsFolder).toBe('/tmp/reports');
  });
});

describe('the log', () => {
  function openApp(lines: readonly string[] | null) {
    const userData = folder();
    const logFile = join(userData, 'logs', 'main.log');
    if (lines !== null) {
      mkdirSync(join(userData, 'logs'));
      writeFileSync(logFile, `${lines.join('\n')}\n`);
    }
    const done: string[] = [];
    const handlers = createAppHandlers({
      ...makeArchive(userData),
      version: '0.1.0',
      platform: 'linux',
      catalogues: { all: () => [], addedIds: () => ['printum-r13'] },
      opening: async () => ({ siteId: null, problems: [] }),
      logFile,
      desktop: {
        showFile: (path) => done.push(path),
        copyText: (text) => done.push(text),
        guard: (guarded) => done.push(String(guarded)),
      },
    });
    return { handlers, done, logFile };
  }

  it('is copied from its end, under the version that a support desk asks for', async () => {
    const lines = Array.from({ length: 600 }, (_, index) => `line ${index + 1}`);
    const { handlers, done } = openApp(lines);
    expect(await handlers['app:copy-log']({})).toEqual({ lines: 500 });
    expect(done[0]?.split('\n').slice(0, 2)).toEqual(['Printum Site Check 0.1.0, linux', 'line 101']);
    expect(done[0]?.trimEnd().endsWith('line 600')).toBe(true);
  });

  it('is said not to be there when nothing was written yet', async () => {
    await expect(openApp(null).handlers['app:copy-log']({})).rejects.toMatchObject({ code: 'storage' });
  });

  it('is shown in its folder, and the guard is handed on', async () => {
    const { handlers, done, logFile } = openApp([]);
    await handlers['app:show-log']({});
    expect(await handlers['app:guard']({ guarded: true })).toEqual({ guarded: true });
    expect(done).toEqual([logFile, 'true']);
    expect(await handlers['app:bootstrap']({})).toMatchObject({ logFile, addedCatalogues: ['printum-r13'] });
  });
});
