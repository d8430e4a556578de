/** Where the window stood last time, brought back onto a screen that is still there. */
import { renameSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';

const windowStateSchema = z.strictObject({
  x: z.int(),
  y: z.int(),
  width: z.int().min(1),
  height: z.int().min(1),
  maximized: z.boolean(),
});
export type WindowState = Readonly<z.infer<typeof windowStateSchema>>;

export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Small enough for 200 % zoom of the system on a 1366 × 768 laptop. */
export const SMALLEST_SIZE = { width: 640, height: 480 } as const;
/** The page itself, without the frame of the window. */
export const DEFAULT_SIZE = { width: 1366, height: 768 } as const;

/** So much of the title bar must be on a screen for a person to get hold of the window. */
const GRIP = { width: 120, height: 32 } as const;

/** Null where nothing was remembered, or nothing that can be used: the window then opens at its default size. */
export async function readWindowState(path: string): Promise<WindowState | null> {
  try {
    return windowStateSchema.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch {
    return null;
  }
}

/** Synchronous, because the last call comes while the program ends. Throws what the file system throws. */
export function saveWindowState(path: string, state: WindowState): void {
  const temporary = `${path}.tmp`;
  writeFileSync(temporary, JSON.stringify(state));
  renameSync(temporary, path);
}

/** The remembered place, made to fit the screen it is on; null where that screen is gone. */
export function fitToScreens(state: WindowState, workAreas: readonly Area[]): Area | null {
  const home = workAreas.find((area) => showsTitleBar(state, area));
  if (home === undefined) return null;
  return {
    x: Math.max(state.x, home.x),
    y: Math.max(state.y, home.y),
    width: clamp(state.width, SMALLEST_SIZE.width, home.width),
    height: clamp(state.height, SMALLEST_SIZE.height, home.height),
  };
}

function showsTitleBar(window: Area, area: Area): boolean {
  const visible =
    Math.min(window.x + window.width, area.x + area.width) - Math.max(window.x, area.x) >= GRIP.width;
  const reachable = window.y >= area.y - GRIP.height && window.y + GRIP.height <= area.y + area.height;
  return visible && reachable;
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(Math.min(value, most), Math.min(least, most));
}
