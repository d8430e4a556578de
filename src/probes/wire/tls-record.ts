/** TLS records, as far as a program must know them that did not ask for TLS (RFC 8446, 5.1). */

const CHANGE_CIPHER_SPEC = 0x14;
const APPLICATION_DATA = 0x17;
const MAJOR_VERSION = 3;

/** Whether the bytes begin like a record: a TLS server answers plain text with an alert. */
export function isTlsRecord(bytes: Uint8Array): boolean {
  const [type = 0, major = 0, minor = 0xff] = bytes;
  return type >= CHANGE_CIPHER_SPEC && type <= APPLICATION_DATA && major === MAJOR_VERSION && minor <= 4;
}
