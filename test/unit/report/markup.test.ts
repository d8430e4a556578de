import { describe, expect, it } from 'vitest';
import { fillMarkup, fillText, withArrows } from '../../../src/report/fill.ts';
import { cleanText, html, raw } from '../../../src/report/markup.ts';

describe('html', () => {
  it('escapes what could end a text or an attribute', () => {
    expect(html`<b title="${`"'&<>`}">${'<i>'}</b>`.markup).toBe(
      '<b title="&quot;&#39;&amp;&lt;&gt;">&lt;i&gt;</b>',
    );
  });

  it('leaves markup as it is, alone and in lists, and prints nothing for null', () => {
    expect(html`${raw('<i></i>')}${[raw('<b></b>'), null]}${null}${0}`.markup).toBe('<i></i><b></b>0');
  });
});

describe('cleanText', () => {
  it.each([
    ['a\u0000b\u001Bc', 'abc'],
    ['x\u202Egnp.exe\u202C', 'xgnp.exe'],
    ['\u2066a\u2069\u200F\u061C', 'a'],
    ['a\r\n\tb', 'a b'],
    ['a\u2028b', 'a b'],
    ['\uD800a', 'a'],
    ['  a  ', 'a'],
    ['10\u00A0МФУ', '10\u00A0МФУ'],
    ['и\u0306', 'й'],
    ['Қазақ, Łódź, 東京', 'Қазақ, Łódź, 東京'],
  ])('makes %j one line of visible text', (text, cleaned) => {
    expect(cleanText(text)).toBe(cleaned);
  });
});

describe('fillMarkup', () => {
  it('escapes the text, keeps its spaces and puts the values in', () => {
    expect(fillMarkup('a < {x} & {y}', { x: raw('<b>1</b>'), y: raw('2') }).markup).toBe(
      'a &lt; <b>1</b> &amp; 2',
    );
  });

  it('leaves a place without a value visible', () => {
    expect(fillMarkup('{x}', {}).markup).toBe('{x}');
    expect(fillText('{x} {y}', { y: 1 })).toBe('{x} 1');
  });
});

describe('withArrows', () => {
  it('draws the arrow that the fonts lack and escapes the rest', () => {
    const { markup } = withArrows('a<b → c');
    expect(markup).toMatch(/^a&lt;b <svg class="arrow"[^>]*>.*<\/svg> c$/);
  });
});
