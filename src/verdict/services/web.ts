/** HTTP and HTTPS: any reply is an answer; logins, errors, certificates and the wrong protocol are said so. */
import type { Check } from '../../contract/check.ts';
import type { HttpReply, ProbeFacts, TlsFacts } from '../../contract/facts.ts';
import type { Opinion } from '../opinion.ts';

/** The opinion after installation. */
export function judgeHttp(facts: ProbeFacts<'http'>): Opinion {
  if (facts.spoke === 'tls') return mismatch('tls-on-plain-port', 'TLS');
  if (facts.spoke === 'other' || facts.reply === null)
    return mismatch('unexpected-protocol', quoted(facts.firstBytes));
  return judgeReply(facts.reply);
}

/** The opinion after installation; `seenAt` is the ISO time that the dates of the certificate are compared with. */
export function judgeHttps(check: Check, facts: ProbeFacts<'https'>, seenAt: string): Opinion {
  if (facts.spoke === 'plain-http') return mismatch('plain-http-on-tls-port', 'HTTP');
  if (facts.spoke === 'other' || facts.tls === null)
    return mismatch('unexpected-protocol', quoted(facts.firstBytes));
  if (facts.reply === null) {
    return facts.firstBytes === null
      ? { portState: 'open', serviceState: 'silent', verdict: 'fail', code: 'silent-service' }
      : mismatch('unexpected-protocol', quoted(facts.firstBytes));
  }
  const reply = judgeReply(facts.reply);
  if (reply.verdict === 'fail') return reply;
  return (
    certificateDates(facts.tls, seenAt) ??
    (reply.verdict === 'pass' ? (certificateName(check, facts.tls) ?? reply) : reply)
  );
}

/** What only a proxy says, never the server itself (RFC 9110, 15.5.8; RFC 6585, 6): one on the path answers for it. */
const SAID_BY_PROXY: ReadonlySet<number> = new Set([407, 511]);

/** The opinion of a reply that is a proxy's, whatever was asked; null where the server itself may have said it. */
export function judgeProxyWord(status: number): Opinion | null {
  return SAID_BY_PROXY.has(status) ? mismatch('unexpected-protocol', `HTTP ${status}`) : null;
}

/** Any other status is an answer; one that asks for a login or tells of an error is said so (RFC 9110, 15). */
function judgeReply({ status }: HttpReply): Opinion {
  const proxyWord = judgeProxyWord(status);
  if (proxyWord !== null) return proxyWord;
  if (status === 401) {
    return {
      portState: 'open',
      serviceState: 'denied',
      verdict: 'pass',
      code: 'login-required',
      params: { status },
    };
  }
  if (status >= 500 && status <= 599) {
    return {
      portState: 'open',
      serviceState: 'confirmed',
      verdict: 'warn',
      code: 'server-error',
      params: { status },
    };
  }
  return { portState: 'open', serviceState: 'confirmed', verdict: 'pass', code: 'service-confirmed' };
}

/** A chain that nobody vouches for is a fact and no remark: sites sign their own certificates. */
function certificateDates(tls: TlsFacts, seenAt: string): Opinion | null {
  const now = Date.parse(seenAt);
  const base = { portState: 'open', serviceState: 'confirmed', verdict: 'warn' } as const;
  if (now > Date.parse(tls.validTo)) {
    return { ...base, code: 'certificate-expired', params: { date: tls.validTo } };
  }
  if (now < Date.parse(tls.validFrom)) {
    return { ...base, code: 'certificate-not-yet-valid', params: { date: tls.validFrom } };
  }
  return null;
}

/** Asked only of names: where the profile holds an address, people will connect by a name it does not know. */
function certificateName(check: Check, tls: TlsFacts): Opinion | null {
  if (tls.nameMatches || isAddress(check.to.host)) return null;
  const names = tls.subjectAltNames.length > 0 ? tls.subjectAltNames.slice(0, 3).join(', ') : tls.subject;
  return {
    portState: 'open',
    serviceState: 'confirmed',
    verdict: 'warn',
    code: 'certificate-name-mismatch',
    params: { seen: names === '' ? '?' : names },
  };
}

function isAddress(host: string): boolean {
  return host.includes(':') || /^[0-9.]+$/.test(host);
}

function mismatch(
  code: 'plain-http-on-tls-port' | 'tls-on-plain-port' | 'unexpected-protocol',
  seen: string,
): Opinion {
  return { portState: 'open', serviceState: 'mismatch', verdict: 'fail', code, params: { seen } };
}

function quoted(bytes: string | null): string {
  return bytes === null || bytes === '' ? '?' : `"${bytes}"`;
}
