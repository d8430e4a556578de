/** What begins like TLS and what does not. */
import { expect, it } from 'vitest';
import { isTlsRecord } from '../../../../src/probes/wire/tls-record.ts';

it.each([
  ['an alert', [0x15, 3, 1, 0, 2], true],
  ['a handshake of TLS 1.2', [0x16, 3, 3, 0, 40], true],
  ['SSH', [0x53, 0x53, 0x48], false],
  ['a type that does not exist', [0x18, 3, 3], false],
  ['a version that does not exist', [0x16, 3, 9], false],
  ['two bytes of an alert', [0x15, 3], false],
  ['nothing', [], false],
])('isTlsRecord judges %s', (_what, bytes, expected) => {
  expect(isTlsRecord(Uint8Array.from(bytes))).toBe(expected);
});
