/** Site profiles of a size that customers have, written where the program keeps its sites. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { SITE_FORMAT, SITE_VERSION, type Site } from '../../../src/contract/site.ts';

/** A profile whose devices are addresses of the loopback network, where every port refuses at once. */
export function bigSite(devices: number): Site {
  return {
    format: SITE_FORMAT,
    version: SITE_VERSION,
    id: `b1900000-0000-4000-8000-${String(devices).padStart(12, '0')}`,
    name: `${devices} МФУ`,
    customer: '',
    address: '',
    catalogue: 'printum-r12',
    scheme: 'single',
    servers: [{ id: 'app1', name: '', host: '127.0.0.1', roles: ['printManager'] }],
    external: [],
    devices: Array.from({ length: devices }, (_, index) => ({
      id: `mfu-${index + 1}`,
      name: `МФУ ${index + 1}`,
      host: `127.1.${Math.floor(index / 250)}.${(index % 250) + 1}`,
      model: 'Kyocera ECOSYS M3645dn',
      location: `этаж ${Math.floor(index / 100) + 1}`,
    })),
    snmp: { community: 'public' },
    ftp: { user: '', directory: '/' },
    onlineInstall: false,
    portOverrides: {},
    probe: { timeoutMs: 1000, attempts: 1, concurrency: 96 },
  };
}

export function keepSite(userDataFolder: string, site: Site): void {
  const folder = path.join(userDataFolder, 'sites');
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, `${site.id}.site.json`), JSON.stringify(site));
}
