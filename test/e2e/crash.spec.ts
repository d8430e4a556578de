/** A program that is killed in the middle of a run: what was measured is there again, and the visit goes on. */
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { bigSite, keepSite } from '../bench/window/big-site.ts';
import { launchApp } from '../support/launch-app.ts';
import { runningFromPlace } from '../support/visit.ts';

const canMakeNamespaces = process.platform === 'linux' && process.getuid?.() === 0;
const DEVICES = 300;
const ENOUGH = 60;

let folder: string;

test.beforeEach(({ browserName: _ }, testInfo) => {
  testInfo.skip(!canMakeNamespaces, 'needs root on Linux');
  folder = mkdtempSync(path.join(tmpdir(), 'sitecheck-crash-'));
  silence('127.1.0.0/16');
});
test.afterEach(() => {
  if (!canMakeNamespaces) return;
  execFileSync('nft', ['delete', 'table', 'ip', 'crash']);
  rmSync(folder, { recursive: true, force: true });
});

test('what was measured before the program was killed is there again, and the rest is run on', async () => {
  keepSite(folder, bigSite(DEVICES));
  const first = await launchApp({ userDataFolder: folder });
  await first.window.getByRole('button', { name: 'Начать выезд' }).click();
  await runningFromPlace(first.window, 'Сеть серверов');
  await expect.poll(() => doneOf(first.window), { timeout: 30_000 }).toBeGreaterThan(ENOUGH);
  const seen = await doneOf(first.window);
  const gone = once(first.app.process(), 'exit');
  first.app.process().kill('SIGKILL');
  await gone;

  const second = await launchApp({ userDataFolder: folder });
  try {
    const { window } = second;
    await window.getByRole('button', { name: 'Продолжить' }).click();
    const heading = window.getByRole('heading', { level: 1, name: /^Остановлено/ });
    await expect(heading).toBeVisible();
    const [kept = 0, total = 0] = numbersIn(await heading.innerText());
    expect(kept).toBeGreaterThanOrEqual(seen);
    expect(kept).toBeLessThan(total);
    await window.getByRole('button', { name: 'Продолжить' }).click();
    await expect(window.getByText(/завершено/).first()).toBeVisible({ timeout: 60_000 });
    expect(await doneOf(window)).toBe(total);
  } finally {
    await second.close();
  }
});

/** How many checks the head of the screen counts as settled. */
async function doneOf(window: Page): Promise<number> {
  const [done = 0] = numbersIn(await window.locator('.checks-progress').innerText());
  return done;
}

function numbersIn(text: string): readonly number[] {
  return [...text.matchAll(/\d+/g)].map(([number]) => Number(number));
}

/** Whoever asks a host of this network hears nothing, so that a run takes its time. */
function silence(network: string): void {
  const rules = [
    'table ip crash {',
    'chain input {',
    'type filter hook input priority 0;',
    `ip daddr ${network} drop`,
    '}',
    '}',
  ];
  execFileSync('nft', ['-f', '-'], { input: rules.join('\n') });
}
