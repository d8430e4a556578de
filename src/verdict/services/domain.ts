/** A domain: LDAP is what the check is about; a fault of DNS or Kerberos beside it is a remark. */
import type { DomainDns, DomainFacts } from '../../contract/facts-domain.ts';
import type { ReasonCode, ReasonParams } from '../../contract/reasons.ts';
import type { Opinion } from '../opinion.ts';

const SUCCESS = 0;
/** The name server answered, and there is nothing of that name; whatever else happened is no answer. */
const NOTHING_THERE: ReadonlySet<string> = new Set(['ENOTFOUND', 'ENODATA']);
const SERVICE_QUESTION = 'SRV _ldap._tcp.';

/** The opinion after installation. */
export function judgeDomain(facts: DomainFacts): Opinion {
  const { spoke, result, rootEntry, firstBytes } = facts;
  if (spoke === 'nothing') return opinion('silent', 'fail', 'silent-service');
  if (spoke === 'other') {
    const seen = firstBytes === null || firstBytes === '' ? '?' : `"${firstBytes}"`;
    return opinion('mismatch', 'fail', 'unexpected-protocol', { seen });
  }
  if (rootEntry === null && result !== null && result.code !== SUCCESS) {
    return opinion('denied', 'pass', 'domain-ldap-refused', {
      seen: `${result.code} ${result.message}`.trim(),
    });
  }
  return judgeName(facts) ?? judgeBeside(facts) ?? opinion('confirmed', 'pass', 'service-confirmed');
}

/** A directory has contexts of many kinds; only one that is a domain can be the wrong one. */
function judgeName({ rootEntry, domain }: DomainFacts): Opinion | null {
  const found = (rootEntry?.namingContexts ?? []).map(domainName).filter((name) => name !== null);
  if (domain === null || found.length === 0) return null;
  const wanted = domain.toLowerCase().replace(/\.$/, '');
  if (found.includes(wanted)) return null;
  return opinion('confirmed', 'warn', 'domain-other', { seen: found[0] ?? '?', other: domain });
}

function judgeBeside({ domain, dns, kerberos }: DomainFacts): Opinion | null {
  if (kerberos !== null && !kerberos.confirmed) {
    return beside('domain-kerberos', { other: kerberos.port, errno: kerberos.failure ?? '?' });
  }
  if (dns === null || domain === null || dns.ldap.length > 0) return null;
  const silence = silenceOf(dns);
  return silence === null
    ? beside('domain-no-service-records', { seen: domain })
    : beside('domain-dns-silent', { seen: domain, errno: silence });
}

function silenceOf({ failures }: DomainDns): string | null {
  const failure = failures.find(({ question }) => question.startsWith(SERVICE_QUESTION));
  return failure === undefined || NOTHING_THERE.has(failure.code) ? null : failure.code;
}

/** The way to the neighbours: it stands at any stage, and says nothing from another place. */
function beside(code: ReasonCode, params: ReasonParams): Opinion {
  return { ...opinion('confirmed', 'warn', code, params), concerns: 'path' };
}

function domainName(context: string): string | null {
  const parts = context.split(',').map((part) => /^\s*dc=(.+?)\s*$/i.exec(part)?.[1]?.toLowerCase());
  return parts.every((part) => part !== undefined) ? parts.join('.') : null;
}

function opinion(
  serviceState: Opinion['serviceState'],
  verdict: Opinion['verdict'],
  code: ReasonCode,
  params: ReasonParams = {},
): Opinion {
  return { portState: 'open', serviceState, verdict, code, params };
}
