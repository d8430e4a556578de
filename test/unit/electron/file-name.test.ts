import { describe, expect, it } from 'vitest';
import { safeFileName } from '../../../electron/file-name.ts';

describe('safeFileName', () => {
  it.each([
    ['ООО «Ромашка», головной офис', 'ООО Ромашка , головной офис'],
    ['a/b\\c:d*e?f"g<h>i|j', 'a b c d e f g h i j'],
    ['../../etc/passwd', 'etc passwd'],
    ['line\nbreak\u0000', 'line break'],
    ['trailing dots. . .', 'trailing dots'],
    ['CON', '_CON'],
    ['nul.txt', '_nul.txt'],
    ['console', 'console'],
  ])('makes %j a name that every system accepts', (text, name) => {
    expect(safeFileName(text, 'x')).toBe(name);
  });

  it('takes the fallback when nothing is left', () => {
    expect(safeFileName('«…/»'.replace('…', ''), 'site')).toBe('site');
  });

  it('keeps whole characters when it shortens a name', () => {
    expect(safeFileName('😀'.repeat(200), 'x')).toBe('😀'.repeat(100));
  });
});
