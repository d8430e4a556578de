/** A certificate made for this run, as the files that daemons want. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeCertificate } from '../../src/standin/certificate.ts';

export interface CertificateFiles {
  readonly key: string;
  readonly certificate: string;
  /** Both in one file, as HAProxy wants them. */
  readonly both: string;
}

/** Writes a self-signed certificate for the name and the address into the folder; paths are absolute. */
export async function writeCertificate(
  folder: string,
  name: string,
  address: string,
): Promise<CertificateFiles> {
  const { key, cert } = await makeCertificate({
    commonName: name,
    dnsNames: [name],
    ipAddresses: [address],
  });
  const files = {
    key: join(folder, 'server.key'),
    certificate: join(folder, 'server.crt'),
    both: join(folder, 'server.pem'),
  };
  await writeFile(files.key, key, { mode: 0o600 });
  await writeFile(files.certificate, cert);
  await writeFile(files.both, cert + key, { mode: 0o600 });
  return files;
}
