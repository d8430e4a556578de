/** Certificates made at run time, read back by Node's own parser. */
import { X509Certificate } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { makeCertificate } from '../../../src/standin/certificate.ts';

describe('makeCertificate', () => {
  it('signs itself, names itself and is valid today unless told otherwise', async () => {
    const { cert } = await makeCertificate({
      commonName: 'Демо',
      dnsNames: ['print.example'],
      ipAddresses: ['10.0.0.1', '::1'],
    });
    const read = new X509Certificate(cert);
    expect(read.verify(read.publicKey)).toBe(true);
    expect(read.subject).toBe('CN=Демо');
    expect(read.checkHost('print.example')).toBe('print.example');
    expect([read.checkIP('10.0.0.1'), read.checkIP('::1'), read.checkIP('10.0.0.2')]).toEqual([
      '10.0.0.1',
      '::1',
      undefined,
    ]);
    expect(Date.parse(read.validFrom)).toBeLessThan(Date.now());
    expect(Date.parse(read.validTo)).toBeGreaterThan(Date.now());
  });

  it('carries the dates it is told, and a key of its own each time', async () => {
    const options = {
      commonName: 'x',
      notBefore: new Date('2020-01-01T00:00:00Z'),
      notAfter: new Date('2021-01-01T00:00:00Z'),
    };
    const [first, second] = await Promise.all([makeCertificate(options), makeCertificate(options)]);
    expect(new Date(new X509Certificate(first.cert).validTo).toISOString()).toBe('2021-01-01T00:00:00.000Z');
    expect(first.key).not.toBe(second.key);
  });
});
