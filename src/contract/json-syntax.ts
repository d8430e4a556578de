/** Finds where a text stops being JSON (RFC 8259), because engines word and place that differently. */

const SPACE = /[ \t\r\n]*/y;
const SCALAR = /(?:-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?|true|false|null)(?![A-Za-z0-9_.+-])/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9A-Fa-f]{4})/y;

type Expected = 'value' | 'value-or-close' | 'key' | 'key-or-close' | 'separator';

/** Offset of the first character that cannot stand there; the text's length where it ends too early. */
export function findSyntaxError(text: string): number {
  const closers: string[] = [];
  let expected: Expected = 'value';
  let at = skip(SPACE, text, 0);
  while (at < text.length) {
    const char = text[at] ?? '';
    const closer = closers.at(-1);
    if (expected === 'separator' && closer === undefined) return at;
    if (expected !== 'value' && expected !== 'key' && char === closer) {
      closers.pop();
      expected = 'separator';
      at += 1;
    } else if (expected === 'separator') {
      if (char !== ',') return at;
      expected = closer === '}' ? 'key' : 'value';
      at += 1;
    } else if (expected === 'key' || expected === 'key-or-close') {
      const end = skipString(text, at);
      if (end.wrong) return end.at;
      const colon = skip(SPACE, text, end.at);
      if (text[colon] !== ':') return colon;
      expected = 'value';
      at = colon + 1;
    } else if (char === '{' || char === '[') {
      closers.push(char === '{' ? '}' : ']');
      expected = char === '{' ? 'key-or-close' : 'value-or-close';
      at += 1;
    } else {
      const end = char === '"' ? skipString(text, at) : skipScalar(text, at);
      if (end.wrong) return end.at;
      expected = 'separator';
      at = end.at;
    }
    at = skip(SPACE, text, at);
  }
  return text.length;
}

/** Both count from 1. */
export function lineAndColumn(
  text: string,
  offset: number,
): { readonly line: number; readonly column: number } {
  const before = text.slice(0, offset);
  const lastBreak = before.lastIndexOf('\n');
  return { line: before.split('\n').length, column: offset - lastBreak };
}

interface Skipped {
  readonly at: number;
  readonly wrong: boolean;
}

function skipScalar(text: string, from: number): Skipped {
  const at = skip(SCALAR, text, from);
  return { at, wrong: at === from };
}

/** By hand: one pattern over megabytes of a string overflows the stack of the regular expression engine. */
function skipString(text: string, from: number): Skipped {
  if (text[from] !== '"') return { at: from, wrong: true };
  let at = from + 1;
  while (at < text.length) {
    const char = text.charCodeAt(at);
    if (char === 0x22) return { at: at + 1, wrong: false };
    if (char < 0x20) return { at, wrong: true };
    const next = char === 0x5c ? skip(ESCAPE, text, at) : at + 1;
    if (next === at) return { at, wrong: true };
    at = next;
  }
  return { at, wrong: true };
}

function skip(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from;
  return pattern.test(text) ? pattern.lastIndex : from;
}
