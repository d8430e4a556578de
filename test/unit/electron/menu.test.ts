import type { MenuItemConstructorOptions } from 'electron';
import { beforeEach, describe, expect, it } from 'vitest';
import { type MenuOptions, menuTemplate } from '../../../electron/menu.ts';

function entries(items: readonly MenuItemConstructorOptions[]): readonly MenuItemConstructorOptions[] {
  return items.flatMap((item) =>
    Array.isArray(item.submenu) ? entries(item.submenu) : item.type === 'separator' ? [] : [item],
  );
}

const called: string[] = [];
beforeEach(() => void called.splice(0));

function options(changes: Partial<MenuOptions> = {}): MenuOptions {
  return {
    language: 'ru',
    platform: 'linux',
    recentSites: [],
    actions: {
      command: (command) => void called.push(command.kind === 'open-site' ? command.siteId : command.kind),
      showDataFolder: () => void called.push('showDataFolder'),
      showLog: () => void called.push('showLog'),
    },
    ...changes,
  };
}

function click(entry: MenuItemConstructorOptions | undefined): void {
  (entry?.click as (() => void) | undefined)?.();
}

describe('menuTemplate', () => {
  it.each(['linux', 'win32', 'darwin'] as const)('has no entry that does nothing on %s', (platform) => {
    for (const entry of entries(menuTemplate(options({ platform })))) {
      expect(entry.role ?? entry.click, entry.label).toBeDefined();
    }
  });

  it('reaches every action', () => {
    for (const entry of entries(menuTemplate(options({ language: 'en' })))) click(entry);
    expect(called.sort()).toEqual([
      'find',
      'import-site',
      'new-site',
      'print',
      'run',
      'settings',
      'showDataFolder',
      'showLog',
    ]);
  });

  it.each([
    ['CmdOrCtrl+R', 'run'],
    ['CmdOrCtrl+P', 'print'],
    ['CmdOrCtrl+F', 'find'],
    ['CmdOrCtrl+N', 'new-site'],
    ['CmdOrCtrl+O', 'import-site'],
    ['CmdOrCtrl+,', 'settings'],
  ])('does with %s what its entry says: %s', (accelerator, kind) => {
    const found = entries(menuTemplate(options())).filter((entry) => entry.accelerator === accelerator);
    expect(found).toHaveLength(1);
    click(found[0]);
    expect(called).toEqual([kind]);
  });

  it.each(['linux', 'win32', 'darwin'] as const)('never reloads the page on %s', (platform) => {
    const roles = entries(menuTemplate(options({ platform }))).map(({ role }) => role?.toLowerCase());
    expect(roles).not.toContain('reload');
    expect(roles).not.toContain('forcereload');
  });

  it('opens a recent site, whatever its name, and leaves the submenu out while there is none', () => {
    const recentSites = [{ id: 'first', name: 'Иванов & сыновья' }];
    const found = entries(menuTemplate(options({ recentSites }))).find(({ label }) =>
      label?.startsWith('Иванов'),
    );
    expect(found?.label).toBe('Иванов && сыновья');
    click(found);
    expect(called).toEqual(['first']);
    const labels = (recent: MenuOptions['recentSites']) =>
      menuTemplate(options({ recentSites: recent })).flatMap(({ submenu }) =>
        Array.isArray(submenu) ? submenu.map(({ label }) => label) : [],
      );
    expect(labels(recentSites)).toContain('Недавние площадки');
    expect(labels([])).not.toContain('Недавние площадки');
  });

  it('speaks the language of the settings', () => {
    const heads = (language: 'ru' | 'en') => menuTemplate(options({ language })).map(({ label }) => label);
    expect(heads('ru')).toEqual(['Файл', 'Правка', 'Проверки', 'Вид', 'Окно', 'Справка']);
    expect(heads('en')).toEqual(['File', 'Edit', 'Checks', 'View', 'Window', 'Help']);
  });
});
