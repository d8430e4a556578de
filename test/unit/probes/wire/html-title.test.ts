/** Titles of pages in the encodings and the disorder that devices serve them in. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { htmlTitle } from '../../../../src/probes/wire/html-title.ts';

/** «Принтер» in windows-1251. */
const PRINTER_1251 = Buffer.from([0xcf, 0xf0, 0xe8, 0xed, 0xf2, 0xe5, 0xf0]);

function page(before: string, title: Buffer | string): Buffer {
  return Buffer.concat([Buffer.from(`${before}<title>`), Buffer.from(title), Buffer.from('</title>')]);
}

describe('htmlTitle', () => {
  it('reads UTF-8 where nothing is declared', () => {
    expect(htmlTitle(page('<html>', 'Личный кабинет'), null)).toBe('Личный кабинет');
  });

  it.each([
    ['the header', 'text/html; charset=windows-1251', ''],
    ['a meta element', 'text/html', '<meta charset="windows-1251">'],
    [
      'an http-equiv element',
      'text/html',
      '<META http-equiv=Content-Type content="text/html; charset=cp1251">',
    ],
    ['nobody', null, ''],
  ])('reads windows-1251 declared by %s', (_who, contentType, before) => {
    expect(htmlTitle(page(before, PRINTER_1251), contentType)).toBe('Принтер');
  });

  it('falls back when the declared encoding does not exist', () => {
    expect(htmlTitle(page('', 'Принтер'), 'text/html; charset=x-none')).toBe('Принтер');
  });

  it('decodes entities once, collapses white space and drops what turns or hides text', () => {
    expect(htmlTitle(page('', ' A&amp;lt;B\r\n\t&laquo;C&raquo; &#1071;&#x42f;\u202e&nbsp;D '), null)).toBe(
      'A&lt;B «C» ЯЯ D',
    );
    expect(htmlTitle(page('', '&#0;&#xd800;&#9999999;&none;'), null)).toBe('&#0;&#xd800;&#9999999;&none;');
  });

  it('cuts a long title to 120 characters', () => {
    expect([...(htmlTitle(page('', 'Ж'.repeat(5000)), null) ?? '')]).toHaveLength(120);
  });

  it.each(['', '<titles>x</titles>', '<title', '<title>open', '<title> \n </title>', 'no title at all'])(
    'finds none in %j',
    (text) => {
      expect(htmlTitle(Buffer.from(text), null)).toBeNull();
    },
  );

  it('takes attributes and any letter case', () => {
    expect(htmlTitle(Buffer.from('<TITLE lang=ru>x</Title>'), null)).toBe('x');
  });

  it('stays fast on a page made of openings that never close', () => {
    const hostile = Buffer.from('<title<meta charset '.repeat(3200));
    const plain = Buffer.alloc(hostile.length, 'x');
    const time = (input: Buffer) => {
      const start = performance.now();
      for (let turn = 0; turn < 20; turn += 1) htmlTitle(input, null);
      return performance.now() - start;
    };
    time(plain);
    expect(time(hostile) / Math.max(1, time(plain))).toBeLessThan(100);
  });

  it('never throws and never exceeds its length, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 500 }), fc.string({ maxLength: 40 }), (random, type) => {
        const title = htmlTitle(page('', Buffer.from(random)), `text/html; charset=${type}`);
        expect([...(title ?? '')].length).toBeLessThanOrEqual(120);
      }),
    );
  });
});
