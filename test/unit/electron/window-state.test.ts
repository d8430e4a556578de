import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fitToScreens, readWindowState, saveWindowState } from '../../../electron/window-state.ts';
import { temporaryFolders } from './temporary-folder.ts';

const folder = temporaryFolders();
const LAPTOP = { x: 0, y: 0, width: 1366, height: 728 };
const RIGHT = { x: 1366, y: 0, width: 1920, height: 1040 };
const STATE = { x: 100, y: 50, width: 1000, height: 650, maximized: false };

describe('fitToScreens', () => {
  it('keeps the place when the screen is still there', () => {
    expect(fitToScreens(STATE, [LAPTOP])).toEqual({ x: 100, y: 50, width: 1000, height: 650 });
    expect(fitToScreens({ ...STATE, x: 1500 }, [LAPTOP, RIGHT])).toMatchObject({ x: 1500 });
  });

  it('gives no place when the screen is gone', () => {
    expect(fitToScreens({ ...STATE, x: 1500 }, [LAPTOP])).toBeNull();
    expect(fitToScreens({ ...STATE, y: 5000 }, [LAPTOP])).toBeNull();
    expect(fitToScreens(STATE, [])).toBeNull();
  });

  it('gives no place when too little of the title bar can be grabbed', () => {
    expect(fitToScreens({ ...STATE, x: 1300 }, [LAPTOP])).toBeNull();
    expect(fitToScreens({ ...STATE, y: 720 }, [LAPTOP])).toBeNull();
    expect(fitToScreens({ ...STATE, y: -200 }, [LAPTOP])).toBeNull();
  });

  it('shrinks the window when its screen has become smaller', () => {
    expect(fitToScreens({ ...STATE, width: 1900, height: 1000 }, [LAPTOP])).toMatchObject({
      width: 1366,
      height: 728,
    });
  });
});

describe('window state', () => {
  it('comes back as it was saved', async () => {
    const path = join(folder(), 'window-state.json');
    saveWindowState(path, STATE);
    expect(await readWindowState(path)).toEqual(STATE);
  });

  it.each(['', '{}', '[1]', '{"x":0,"y":0,"width":1e9999,"height":1,"maximized":false}'])(
    'is forgotten when the file holds %j',
    async (content) => {
      const path = join(folder(), 'window-state.json');
      writeFileSync(path, content);
      expect(await readWindowState(path)).toBeNull();
    },
  );
});
