/** What it means that a service answered: in its own protocol, with a remark, or as something else. */
import type { Check } from '../contract/check.ts';
import type { HttpReply, Observation, ProbeFacts, TlsFacts } from '../contract/facts.ts';
import type { Opinion } from './opinion.ts';
import { judgeClickhouse } from './services/clickhouse.ts';
import { judgeFtpActive } from './services/ftp-active.ts';
import { judgeFtpPassive } from './services/ftp-passive.ts';
import { judgeIpp } from './services/ipp.ts';
import { judgePostgresql } from './services/postgresql.ts';
import { judgeRedis, judgeSentinel } from './services/redis.ts';
import { judgeSnmp, judgeSnmpVersions } from './services/snmp.ts';
import { judgeSnmpTrap } from './services/snmp-trap.ts';

type Answer = Extract<Observation, { readonly outcome: 'answered' }>;

/** The opinion after installation; stage and place are considered by the caller. */
export function judgeAnswer(check: Check, answer: Answer): Opinion {
  switch (answer.kind) {
    case 'tcp':
      return { portState: 'open', serviceState: 'not-checked', verdict: 'pass', code: 'port-open' };
    case 'http':
      return judgeHttp(answer.facts);
    case 'https':
      return judgeHttps(check, answer.facts, answer.startedAt);
    case 'ftp-passive':
      return judgeFtpPassive(answer.facts);
    case 'ftp-active':
      return judgeFtpActive(answer.facts);
    case 'ipp':
      return judgeIpp(answer.facts);
    case 'redis':
      return judgeRedis(answer.facts);
    case 'redis-sentinel':
      return judgeSentinel(answer.facts);
    case 'clickhouse':
      return judgeClickhouse(answer.facts);
    case 'postgresql':
      return judgePostgresql(answer.facts);
    case 'snmp':
      return judgeSnmp(answer.facts);
    case 'snmp-versions':
      return judgeSnmpVersions(answer.facts);
    case 'snmp-trap':
      return judgeSnmpTrap(answer.facts);
    default:
      // Nobody knows yet what makes such an answer good, and an answer nobody can judge is not a pass.
      return { portState: null, serviceState: 'not-checked', verdict: 'error', code: 'not-implemented' };
  }
}

function judgeHttp(facts: ProbeFacts<'http'>): Opinion {
  if (facts.spoke === 'tls') return mismatch('tls-on-plain-port', 'TLS');
  if (facts.spoke === 'other' || facts.reply === null)
    return mismatch('unexpected-protocol', quoted(facts.firstBytes));
  return judgeReply(facts.reply);
}

function judgeHttps(check: Check, facts: ProbeFacts<'https'>, seenAt: string): Opinion {
  if (facts.spoke === 'plain-http') return mismatch('plain-http-on-tls-port', 'HTTP');
  if (facts.spoke === 'other' || facts.tls === null)
    return mismatch('unexpected-protocol', quoted(facts.firstBytes));
  if (facts.reply === null) {
    return facts.firstBytes === null
      ? { portState: 'open', serviceState: 'silent', verdict: 'fail', code: 'silent-service' }
      : mismatch('unexpected-protocol', quoted(facts.firstBytes));
  }
  const reply = judgeReply(facts.reply);
  return (
    certificateDates(facts.tls, seenAt) ??
    (reply.verdict === 'warn' ? reply : (certificateName(check, facts.tls) ?? reply))
  );
}

/** Any status is an answer; one that asks for a login or tells of an error is said so (RFC 9110, 15). */
function judgeReply({ status }: HttpReply): Opinion {
  if (status === 401 || status === 407) {
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
