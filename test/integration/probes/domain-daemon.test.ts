/** The `domain` probe against a small real domain: slapd, krb5kdc and dnsmasq. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Daemon, together } from '../../lab/daemon.ts';
import { startDns, startKerberos, startLdap } from '../../lab/daemons/domain.ts';
import { CURRENT_HOST } from '../../lab/namespace.ts';
import { observeService, verdictLine } from '../../servers/service-observe.ts';
import { describeIf, needs } from '../../support/needs.ts';

const NEEDS = needs.all(needs.root(), ...['slapd', 'krb5kdc', 'dnsmasq'].map(needs.tool));
const ADDRESS = '127.77.0.12';
const DOMAIN = 'corp.example';

describeIf(NEEDS, 'domain probe and a real domain', () => {
  let domain: Daemon;
  beforeAll(async () => {
    const place = { host: CURRENT_HOST, address: ADDRESS };
    const daemons = [
      await startLdap(place, { domain: DOMAIN }),
      await startKerberos(place, { domain: DOMAIN }),
      await startDns(place, { domain: DOMAIN, names: { [DOMAIN]: ADDRESS } }),
    ];
    domain = together('domain', daemons);
  });
  afterAll(async () => {
    await domain?.close();
  });

  it.each([
    [389, null],
    [636, { protocol: 'TLSv1.3' }],
  ])('finds LDAP on %i, DNS and Kerberos', async (port, tls) => {
    const options = { domain: DOMAIN, nameServer: ADDRESS, kerberosPort: 88 };
    const observation = await observeService('domain', { host: ADDRESS, port }, options, { timeoutMs: 5000 });
    expect(observation).toMatchObject({
      outcome: 'answered',
      facts: {
        spoke: 'ldap',
        tls,
        rootEntry: { namingContexts: ['dc=corp,dc=example'], ldapVersions: ['3'] },
        dns: {
          servers: [ADDRESS],
          addresses: [ADDRESS],
          ldap: [{ host: 'dc1.corp.example', port: 389 }],
          kerberos: [{ host: 'dc1.corp.example', port: 88 }],
        },
        kerberos: { confirmed: true, errorCode: 6, realm: 'CORP.EXAMPLE' },
      },
    });
    expect(verdictLine(observation)).toBe('open confirmed pass service-confirmed');
  });
});
