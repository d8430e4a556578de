/** Counts what the page could not do in time: long tasks (W3C Long Tasks) and the frames of a scroll. */
import type { Page } from '@playwright/test';

export interface LongTasks {
  readonly count: number;
  readonly longestMs: number;
}

/** From now on; `stop` gives what was seen. Chromium reports a task as long from 50 ms on. */
export async function watchLongTasks(page: Page): Promise<{ stop: () => Promise<LongTasks> }> {
  await page.evaluate(() => {
    const durations: number[] = [];
    const observer = new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) durations.push(entry.duration);
    });
    observer.observe({ type: 'longtask' });
    Object.assign(window, {
      stopLongTasks: () => {
        observer.disconnect();
        return durations;
      },
    });
  });
  return {
    async stop() {
      const durations = await page.evaluate(() =>
        (window as unknown as { stopLongTasks: () => number[] }).stopLongTasks(),
      );
      return { count: durations.length, longestMs: Math.max(0, ...durations) };
    },
  };
}

/** A fast wheel: about sixty rows in a quarter of a second. */
const PIXELS_A_FRAME = 120;
const FRAMES = 240;

/** Scrolls an element from its top and measures the time between the frames, in milliseconds. */
export async function scrollThrough(page: Page, selector: string): Promise<readonly number[]> {
  return page.evaluate(
    async ({ selector: wanted, pixels, frames }) => {
      const element = document.querySelector(wanted);
      if (!(element instanceof HTMLElement)) throw new Error(`no ${wanted}`);
      const nextFrame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
      element.scrollTop = 0;
      const gaps: number[] = [];
      let before = await nextFrame();
      for (let step = 0; step < frames; step += 1) {
        element.scrollTop += pixels;
        const now = await nextFrame();
        gaps.push(now - before);
        before = now;
      }
      return gaps;
    },
    { selector, pixels: PIXELS_A_FRAME, frames: FRAMES },
  );
}
