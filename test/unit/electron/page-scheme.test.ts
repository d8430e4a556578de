import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { answerPage } from '../../../electron/page-scheme.ts';
import { temporaryFolders } from './temporary-folder.ts';

const folder = temporaryFolders();
let pages = '';

beforeAll(() => {
  const root = folder();
  pages = join(root, 'renderer');
  mkdirSync(join(pages, 'assets'), { recursive: true });
  mkdirSync(join(root, 'renderer-secret'));
  writeFileSync(join(root, 'renderer-secret', 'a.html'), 'secret');
  writeFileSync(join(root, 'package.json'), '{}');
  writeFileSync(join(pages, 'index.html'), '<title>x</title>');
  writeFileSync(join(pages, 'assets', 'шрифт.woff2'), 'font');
  writeFileSync(join(pages, 'notes.txt'), 'text');
});

describe('answerPage', () => {
  it('gives the page with a policy that allows no foreign script and no connection', async () => {
    const answer = await answerPage('app://sitecheck/index.html?x=1#y', pages);
    expect(await answer.text()).toBe('<title>x</title>');
    const policy = answer.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).not.toMatch(/script-src[^;]*unsafe|connect-src/);
  });

  it('finds a file whose name is encoded', async () => {
    const answer = await answerPage(`app://sitecheck/assets/${encodeURIComponent('шрифт.woff2')}`, pages);
    expect(answer.headers.get('content-type')).toBe('font/woff2');
  });

  it.each([
    'app://sitecheck/../package.json',
    'app://sitecheck/..%2fpackage.json',
    'app://sitecheck/%2e%2e%2frenderer-secret%2fa.html',
    'app://sitecheck/%E0%A4%A',
    'app://sitecheck/',
    'app://sitecheck/missing.html',
    'app://sitecheck/notes.txt',
    'app://other/index.html',
  ])('gives nothing for %s', async (url) => {
    expect((await answerPage(url, pages)).status).toBe(404);
  });
});
