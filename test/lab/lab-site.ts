/** The profile of the laboratory: one Printum server behind the firewall, with the vendor's ports. */
import { randomUUID } from 'node:crypto';
import { SITE_FORMAT, SITE_VERSION, type Site, siteSchema } from '../../src/contract/site.ts';
import { SERVER_ADDRESS } from './site-network.ts';

/** A valid profile; `portOverrides` as in contract/site.ts. */
export function labSite(portOverrides: Readonly<Record<string, number>> = {}): Site {
  return siteSchema.parse({
    format: SITE_FORMAT,
    version: SITE_VERSION,
    id: randomUUID(),
    name: 'Лаборатория, головной офис',
    customer: 'ООО «Лаборатория»',
    address: 'Москва, ул. Складочная, 1, стр. 18',
    scheme: 'single',
    servers: [
      {
        id: 'app1',
        name: 'Сервер Принтум',
        host: SERVER_ADDRESS,
        roles: ['personalAccount', 'printManager', 'monitoring', 'cups', 'scanFtp', 'networkAgent'],
      },
    ],
    portOverrides,
    probe: { timeoutMs: 1000, attempts: 2, concurrency: 64 },
  });
}
