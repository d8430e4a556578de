/** The site profile of a scenario, as an engineer would have written it. */
import { randomUUID } from 'node:crypto';
import { SITE_FORMAT, SITE_VERSION, type Site, siteSchema } from '../../src/contract/site.ts';
import type { Component } from '../../src/contract/words.ts';
import { DOMAIN, HOSTS, NFS_EXPORT } from './addresses.ts';
import { DATABASE, DATABASE_USER } from './daemons/postgresql.ts';
import { FTP_USER } from './daemons/vsftpd.ts';
import type { Scenario } from './scenario.ts';

const SERVER_ROLES: readonly Component[] = [
  'personalAccount',
  'printManager',
  'monitoring',
  'cups',
  'scanFtp',
  'networkAgent',
];

/** A valid profile; short waits, as nothing in the laboratory is far away. */
export function profileOf(scenario: Scenario): Site {
  const external = HOSTS.external.address;
  return siteSchema.parse({
    format: SITE_FORMAT,
    version: SITE_VERSION,
    id: randomUUID(),
    name: `Лаборатория: ${scenario.name}`,
    customer: 'ООО «Лаборатория»',
    scheme: scenario.scheme,
    servers: serversOf(scenario),
    external: [
      {
        id: 'pg',
        kind: 'postgresql',
        host: external,
        port: 5432,
        database: DATABASE,
        user: DATABASE_USER,
      },
      { id: 'ch', kind: 'clickhouse', host: external, port: 8123, tls: false },
      { id: 'ad', kind: 'domain', host: external, domain: DOMAIN },
      { id: 'nfs', kind: 'nfs', host: external, port: 2049, export: NFS_EXPORT },
    ],
    devices: (['mfu-201', 'mfu-202'] as const).map((id) => ({ id, name: id, host: HOSTS[id].address })),
    ftp: { user: FTP_USER },
    onlineInstall: true,
    probe: { timeoutMs: 1000, attempts: 2, concurrency: 64 },
  });
}

function serversOf({ scheme }: Scenario) {
  const app1 = { id: 'app1', name: 'Сервер Принтум', host: HOSTS.app1.address, roles: SERVER_ROLES };
  if (scheme === 'single') return [app1];
  const roles: readonly Component[] = [...SERVER_ROLES, 'redis'];
  return [
    { ...app1, roles },
    { id: 'app2', name: 'Второй сервер Принтум', host: HOSTS.app2.address, roles },
    { id: 'balancer', name: 'Балансировщик', host: HOSTS.balancer.address, roles: ['loadBalancer'] },
  ];
}
