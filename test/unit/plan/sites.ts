/** Sites for tests of what is planned and judged. */
import { type Site, siteSchema } from '../../../src/contract/site.ts';

/** As in the pictures of the screens: one server, four external resources, online installation, 40 devices. */
export function makeSite(changes: Readonly<Record<string, unknown>> = {}): Site {
  return siteSchema.parse({
    format: 'printum-sitecheck/site',
    version: 1,
    id: '0b7c2f4e-1d2a-4c3b-8e9f-001122334455',
    name: 'ООО «Ромашка», головной офис',
    scheme: 'single',
    servers: [
      {
        id: 'app1',
        host: '10.77.30.10',
        roles: ['personalAccount', 'printManager', 'monitoring', 'cups', 'scanFtp', 'networkAgent'],
      },
    ],
    external: [
      { id: 'pg', kind: 'postgresql', host: '10.77.30.20' },
      { id: 'ch', kind: 'clickhouse', host: '10.77.30.20', tls: true },
      { id: 'ad', kind: 'domain', host: '10.77.30.5' },
      { id: 'nfs', kind: 'nfs', host: '10.77.30.22', port: 12049 },
    ],
    devices: Array.from({ length: 40 }, (_, index) => ({
      id: `mfu-${201 + index}`,
      host: `10.77.20.${21 + index}`,
    })),
    onlineInstall: true,
    ...changes,
  });
}

/** Two application servers, a Redis of three, and a balancer. */
export function makeHaSite(): Site {
  return makeSite({
    scheme: 'ha',
    servers: [
      {
        id: 'app1',
        host: '10.77.30.11',
        roles: ['personalAccount', 'printManager', 'cups', 'scanFtp', 'redis'],
      },
      { id: 'app2', host: '10.77.30.12', roles: ['personalAccount', 'printManager', 'cups', 'redis'] },
      { id: 'mon', host: '10.77.30.13', roles: ['monitoring', 'networkAgent', 'redis'] },
      { id: 'lb', host: '10.77.30.10', roles: ['loadBalancer'] },
    ],
    devices: [{ id: 'mfu-201', host: '10.77.20.21' }],
  });
}
