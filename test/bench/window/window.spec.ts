/** How fast the packed window is: its start, a big site, and thousands of rows while results arrive. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { packedExecutable } from '../../../build/package/pack.mjs';
import { type LaunchedApp, launchApp } from '../../support/launch-app.ts';
import { runningFromPlace } from '../../support/visit.ts';
import { limit, median } from '../ratios.ts';
import { bigSite, keepSite } from './big-site.ts';
import { scrollThrough, watchLongTasks } from './smoothness.ts';

const START_LIMIT_MS = 2000;
const STARTS = 5;
const OPEN_LIMIT_MS = 300;
const LONG_TASK_LIMIT_MS = 50;
const FRAME_LIMIT_MS = 1000 / 60;
const DEVICES_FOR_5000_ROWS = 830;
const CHECKS_OF_A_DEVICE = 6;
const FIRST_RESULTS = 100;
const NEARLY_ALL = 0.95;

let userDataFolder: string;

test.beforeEach(() => {
  userDataFolder = mkdtempSync(path.join(tmpdir(), 'sitecheck-bench-'));
});
test.afterEach(() => {
  rmSync(userDataFolder, { recursive: true, force: true });
});

test('cold start to a usable window', async () => {
  const times: number[] = [];
  for (let start = 0; start < STARTS; start += 1) {
    const startMs = performance.now();
    const { window, close } = await open();
    await expect(window.getByRole('heading', { level: 1 })).toBeVisible();
    times.push(performance.now() - startMs);
    await close();
  }
  limit(`cold start, median of ${STARTS}`, median(times), START_LIMIT_MS, 'ms');
});

test('opening the profile of a site with 2,000 devices', async () => {
  keepSite(userDataFolder, bigSite(2000));
  const { window, close } = await open();
  try {
    await expect(window.getByRole('row', { name: /2000 МФУ/ })).toBeVisible();
    const button = window.getByRole('button', { name: 'Профиль' });
    await expect(button).toBeEnabled();
    const elapsedMs = await button.evaluate(async (element: HTMLElement) => {
      const startMs = performance.now();
      element.click();
      while (document.querySelector('[data-device-row]') === null) {
        await new Promise((resolve) => requestAnimationFrame(resolve));
      }
      return performance.now() - startMs;
    });
    limit('opening 2,000 devices', elapsedMs, OPEN_LIMIT_MS, 'ms');
  } finally {
    await close();
  }
});

/** Silence paces a run: every probe waits for its answer, as at a site behind a firewall. */
function silenceDevices(): void {
  const rules = [
    'table ip bench {',
    'chain input {',
    'type filter hook input priority 0;',
    'ip daddr 127.1.0.0/16 drop',
    '}',
    '}',
  ];
  execFileSync('nft', ['-f', '-'], { input: rules.join('\n') });
}

test('5,000 rows while results arrive, and scrolling through them', async () => {
  const site = bigSite(DEVICES_FOR_5000_ROWS);
  keepSite(userDataFolder, site);
  if (process.getuid?.() === 0) silenceDevices();
  const { window, close } = await open();
  try {
    await window.getByRole('button', { name: 'Начать выезд' }).click();
    const starting = await watchLongTasks(window);
    const startMs = performance.now();
    await runningFromPlace(window, 'Сеть серверов');
    await expect.poll(() => settled(window)).toBeGreaterThan(FIRST_RESULTS);
    limit(
      'longest task until the first results',
      (await starting.stop()).longestMs,
      LONG_TASK_LIMIT_MS,
      'ms',
    );

    const arriving = await watchLongTasks(window);
    await expect
      .poll(() => settled(window), { timeout: 240_000, intervals: [250] })
      .toBeGreaterThan(DEVICES_FOR_5000_ROWS * CHECKS_OF_A_DEVICE * NEARLY_ALL);
    const { count, longestMs } = await arriving.stop();
    const rate = (await settled(window)) / ((performance.now() - startMs) / 1000);
    console.log(`${rate.toFixed(0)} results a second, ${count} long tasks`);
    limit('longest task while results arrive', longestMs, LONG_TASK_LIMIT_MS, 'ms');

    const ending = await watchLongTasks(window);
    await expect(window.getByText(/завершено/).first()).toBeVisible({ timeout: 60_000 });
    limit('longest task at the end of the run', (await ending.stop()).longestMs, LONG_TASK_LIMIT_MS, 'ms');

    const scrolling = await watchLongTasks(window);
    const gaps = await scrollThrough(window, '.check-scroller');
    limit('median frame of a scroll through 5,000 rows', median(gaps), FRAME_LIMIT_MS, 'ms');
    limit('longest task of that scroll', (await scrolling.stop()).longestMs, LONG_TASK_LIMIT_MS, 'ms');
  } finally {
    await close();
  }
});

/** How many checks the head of the screen counts as settled. */
async function settled(window: Page): Promise<number> {
  return Number(/\d+/.exec(await window.locator('.checks-progress').innerText())?.[0] ?? 0);
}

async function open(): Promise<LaunchedApp> {
  const executable = packedExecutable();
  if (executable === undefined) throw new Error('npm run bench packs the program before this');
  return launchApp({ executable, userDataFolder });
}
