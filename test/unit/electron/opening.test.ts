import { describe, expect, it } from 'vitest';
import { BridgeFailure } from '../../../electron/failure.ts';
import { createOpener, profilePathFrom, siteFile, siteIdOfOwnFile } from '../../../electron/opening.ts';
import type { Site } from '../../../src/contract/site.ts';
import { makeSite } from './documents.ts';

describe('profilePathFrom', () => {
  it.each([
    [['electron', '--no-sandbox', '/opt/app', 'x.site.json'], false, '/home/me/x.site.json'],
    [['electron', '--user-data-dir=/tmp/a.json', '/opt/app'], false, null],
    [['sitecheck', '/media/usb/Ромашка.site.JSON'], true, '/media/usb/Ромашка.site.JSON'],
    [['sitecheck', 'profile'], true, '/home/me/profile'],
    [['sitecheck', '--inspect=0', ''], true, null],
  ])('reads %j', (argv, packed, path) => {
    expect(profilePathFrom({ argv, cwd: '/home/me', packed })).toBe(path);
  });
});

describe('opener', () => {
  function open(load: (path: string) => Promise<Site | null>) {
    return createOpener({ load, language: () => 'ru', log: () => undefined });
  }

  it('has nothing to open when nothing was given', async () => {
    expect(await open(async () => null).current()).toEqual({ siteId: null, problems: [] });
  });

  it('waits for what is being opened', async () => {
    const site = makeSite();
    const opener = open(async () => site);
    void opener.open('a');
    expect(await opener.current()).toEqual({ siteId: site.id, problems: [] });
  });

  it('gives one line for each problem when the profile is wrong', async () => {
    const opener = open(async () => {
      throw new BridgeFailure('invalid-file', { ru: 'a: первое\na: второе', en: '' });
    });
    expect(await opener.open('a')).toEqual({ siteId: null, problems: ['a: первое', 'a: второе'] });
  });

  it('opens one after another when two profiles come at once', async () => {
    const order: string[] = [];
    const opener = open(async (path) => {
      order.push(`begin ${path}`);
      await new Promise((resolve) => setImmediate(resolve));
      order.push(`end ${path}`);
      return null;
    });
    void opener.open('a');
    await opener.open('b');
    expect(order).toEqual(['begin a', 'end a', 'begin b', 'end b']);
  });
});

describe('siteIdOfOwnFile', () => {
  const id = '0b7c1f7e-6f7e-4a3c-9a53-0f3f0f3f0f3f';
  it('knows a saved site by the file that the jump list names, and no other file', () => {
    expect(siteIdOfOwnFile('/data', siteFile('/data', id))).toBe(id);
    expect(siteIdOfOwnFile('/data', `/home/user/${id}.site.json`)).toBeNull();
    expect(siteIdOfOwnFile('/data', '/data/sites/my.site.json')).toBeNull();
  });
});
