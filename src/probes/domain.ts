/** The `domain` probe: the directory of a domain by LDAP, and beside it the domain's DNS and Kerberos. */
import type { DomainFacts } from '../contract/facts-domain.ts';
import { askDns, askKerberos } from './domain-beside.ts';
import { askDirectory, domainOf } from './domain-ldap.ts';
import { askPlainOrTls } from './plain-or-tls.ts';
import { inBackground, type Probe, type ProbeContext } from './probe.ts';
import { limitedSignal } from './talk.ts';

/** What stands beside must be told before the time of the whole probe is over. */
const RESERVE_MS = 60;

export const domainProbe: Probe<'domain'> = {
  run: async (target, options, context) => {
    const asked = await askPlainOrTls({
      target,
      context,
      ask: askDirectory,
      mayWantTls: ({ spoke }) => spoke !== 'ldap',
    });
    const { address, localAddress, tls, answer } = asked;
    const base: DomainFacts = { address, localAddress, tls, ...NOTHING, ...(answer ?? {}) };
    const domain = options.domain === '' ? domainOf(base.rootEntry) : options.domain;
    if (base.spoke !== 'ldap' || domain === null) return base;
    const beside = await lookBeside(address, domain, options, context);
    return { ...base, domain, ...beside };
  },
};

const NOTHING = {
  spoke: 'nothing',
  result: null,
  rootEntry: null,
  domain: null,
  dns: null,
  kerberos: null,
  firstBytes: null,
} as const;

async function lookBeside(
  address: string,
  domain: string,
  { nameServer, kerberosPort }: { readonly nameServer: string; readonly kerberosPort: number },
  context: ProbeContext,
): Promise<Pick<DomainFacts, 'dns' | 'kerberos'>> {
  const timeoutMs = Math.max(RESERVE_MS, context.remainingMs() - RESERVE_MS);
  const limit = limitedSignal(context.signal, timeoutMs);
  const beside = { ...inBackground(context), signal: limit.signal };
  try {
    const [dns, kerberos] = await Promise.all([
      askDns({ domain, nameServer, timeoutMs }, beside),
      askKerberos({ address, port: kerberosPort, realm: domain.toUpperCase() }, beside),
    ]);
    return { dns, kerberos };
  } finally {
    limit.release();
  }
}
