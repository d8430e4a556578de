import { describe, expect, it } from 'vitest';
import { decodeText } from '../../../electron/decode-text.ts';

const TEXT = 'Имя;Адрес\r\nМФУ, 2 этаж;10.77.20.21\r\n';
/** «Имя» and «МФУ, 2 этаж» in the code page of a Russian Windows. */
const WINDOWS_1251 = Buffer.concat([
  Buffer.from([0xc8, 0xec, 0xff, 0x3b, 0xc0, 0xe4, 0xf0, 0xe5, 0xf1, 0x0d, 0x0a]),
  Buffer.from([0xcc, 0xd4, 0xd3, 0x2c, 0x20, 0x32, 0x20, 0xfd, 0xf2, 0xe0, 0xe6]),
  Buffer.from(';10.77.20.21\r\n'),
]);
const swapped = (text: string) => Buffer.from(text, 'utf16le').swap16();

describe('decodeText', () => {
  it.each([
    ['UTF-8', Buffer.from(TEXT)],
    ['UTF-8 with its mark', Buffer.from(`\uFEFF${TEXT}`)],
    ['UTF-16 with its mark', Buffer.from(`\uFEFF${TEXT}`, 'utf16le')],
    ['UTF-16 of the other order with its mark', swapped(`\uFEFF${TEXT}`)],
    ['Windows-1251', WINDOWS_1251],
  ])('reads %s', (_what, bytes) => {
    expect(decodeText(bytes)).toBe(TEXT);
  });

  it.each([
    ['UTF-16', Buffer.from('host;name\n', 'utf16le')],
    ['UTF-16 of the other order', swapped('host;name\n')],
    ['plain ASCII', Buffer.from('host;name\n')],
  ])('reads %s without a mark', (_what, bytes) => {
    expect(decodeText(bytes)).toBe('host;name\n');
  });

  it('reads an empty file', () => {
    expect(decodeText(new Uint8Array())).toBe('');
  });
});
