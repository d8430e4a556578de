/** Looking at a screen: a picture, nothing that leaves the window, no serious accessibility fault. */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** Takes the picture `<name>.png` into the folder, then says what is wrong with the screen, if anything. */
export async function look(window: Page, folder: string, name: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  await window.evaluate(() => document.fonts.ready.then(() => undefined));
  await window.screenshot({ path: path.join(folder, `${name}.png`), animations: 'disabled' });
  const beyond = await window.evaluate(() => {
    const { scrollWidth, clientWidth, scrollHeight, clientHeight } = document.documentElement;
    return { sideways: scrollWidth - clientWidth, down: scrollHeight - clientHeight };
  });
  expect.soft(beyond, `${name} leaves the window`).toEqual({ sideways: 0, down: 0 });
  // The paper inside the frame has no scripts, and axe is one.
  const { violations } = await new AxeBuilder({ page: window })
    .setLegacyMode(true)
    .exclude('iframe')
    .analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect
    .soft(
      serious.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`),
      name,
    )
    .toEqual([]);
}
