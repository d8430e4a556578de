import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, it } from 'vitest';
import { menuTemplate } from '../../../electron/menu.ts';

function entries(items: readonly MenuItemConstructorOptions[]): readonly MenuItemConstructorOptions[] {
  return items.flatMap((item) =>
    Array.isArray(item.submenu) ? entries(item.submenu) : item.type === 'separator' ? [] : [item],
  );
}

const called: string[] = [];
const actions = {
  openProfile: () => void called.push('openProfile'),
  showDataFolder: () => void called.push('showDataFolder'),
  showLog: () => void called.push('showLog'),
};

describe('menuTemplate', () => {
  it.each(['linux', 'win32', 'darwin'] as const)('has no entry that does nothing on %s', (platform) => {
    for (const entry of entries(menuTemplate('ru', platform, actions))) {
      expect(entry.role ?? entry.click, entry.label).toBeDefined();
    }
  });

  it('reaches every action', () => {
    for (const entry of entries(menuTemplate('en', 'linux', actions))) {
      if (entry.click !== undefined) (entry.click as () => void)();
    }
    expect(called.sort()).toEqual(['openProfile', 'showDataFolder', 'showLog']);
  });

  it('speaks the language of the settings', () => {
    const heads = (language: 'ru' | 'en') =>
      menuTemplate(language, 'linux', actions).map(({ label }) => label);
    expect(heads('ru')).toEqual(['Файл', 'Правка', 'Вид', 'Окно', 'Справка']);
    expect(heads('en')).toEqual(['File', 'Edit', 'View', 'Window', 'Help']);
  });
});
