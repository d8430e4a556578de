/** What it means that a probe saw no facts: the port's state, and whether network, service or tool is at fault. */
import type { Check, ProbeFailure } from '../contract/check.ts';
import type { ProbeKind } from '../contract/words.ts';
import type { Opinion } from './opinion.ts';
import { isOwnFailure, portStateOf } from './port-state.ts';

interface FailureContext {
  readonly check: Check;
  readonly localAddress?: string | null;
}

/** The opinion after installation; stage and place are considered by the caller. */
export function judgeFailure(context: FailureContext, failure: ProbeFailure): Opinion {
  const opinion = judgeAnyFailure(context, failure);
  // The vendor's site stands before anything is installed here: what keeps us from it counts at any stage.
  return context.check.service === 'online-install' ? { ...opinion, concerns: 'path' } : opinion;
}

function judgeAnyFailure(context: FailureContext, failure: ProbeFailure): Opinion {
  if (isOwnFailure(failure)) return ownFailure(context, failure);
  const portState = portStateOf(context.check.transport, failure);
  const params = { errno: failure.code };
  const base = { portState, serviceState: 'not-checked', params } as const;
  switch (portState) {
    case 'closed':
      return { ...base, verdict: 'fail', code: 'refused' };
    case 'unreachable':
      return { ...base, verdict: 'fail', code: 'no-route' };
    case 'unresolved':
      return { ...base, verdict: 'fail', code: 'name-not-found' };
    case 'open|filtered':
      return { ...base, verdict: 'fail', code: 'no-answer' };
    case 'filtered':
      return filtered(context, failure);
    case 'open':
      return afterConnect(context.check, failure);
    default:
      return {
        ...base,
        verdict: 'error',
        code: failure.phase === 'resolve' ? 'name-service-failed' : 'tool-failed',
      };
  }
}

function filtered({ check }: FailureContext, failure: ProbeFailure): Opinion {
  const base = {
    portState: 'filtered',
    serviceState: 'not-checked',
    params: { errno: failure.code },
  } as const;
  if (failure.code === 'timeout' || failure.code === 'ETIMEDOUT') {
    return { ...base, verdict: 'fail', code: 'no-answer' };
  }
  // Linux reports «administratively prohibited» from the path as EACCES, but only over IPv6 (RFC 4443, 3.1).
  const fromPath = failure.code === 'EACCES' && check.to.host.includes(':');
  const local = (failure.code === 'EACCES' || failure.code === 'EPERM') && !fromPath;
  return local
    ? { ...base, portState: null, verdict: 'error', code: 'blocked-on-this-computer' }
    : { ...base, verdict: 'fail', code: 'rejected-by-network' };
}

/** The port is open; what went wrong is the talk. */
function afterConnect(check: Check, failure: ProbeFailure): Opinion {
  const base = { portState: 'open', params: { errno: wordFor(failure) } } as const;
  switch (failure.code) {
    case 'timeout':
    case 'ETIMEDOUT':
      return { ...base, serviceState: 'silent', verdict: 'fail', code: 'silent-service' };
    case 'incomplete':
      return { ...base, serviceState: 'silent', verdict: 'fail', code: 'reply-too-slow' };
    case 'too-large':
      return { ...base, serviceState: 'mismatch', verdict: 'fail', code: 'reply-too-large' };
    case 'closed':
    case 'ECONNRESET':
    case 'ECONNABORTED':
    case 'EPIPE':
      return { ...base, serviceState: 'silent', verdict: 'fail', code: 'hung-up' };
    case 'protocol':
      if (failure.phase === 'tls') break;
      return {
        portState: 'open',
        serviceState: 'mismatch',
        verdict: 'fail',
        code: 'unexpected-protocol',
        params: { seen: failure.detail },
      };
    default:
      break;
  }
  return failure.phase === 'tls' || (WITHIN_TLS.has(check.service) && isTlsCode(failure.code))
    ? { ...base, serviceState: 'silent', verdict: 'fail', code: 'tls-failed' }
    : { ...base, serviceState: 'silent', verdict: 'fail', code: 'hung-up' };
}

function ownFailure({ localAddress }: FailureContext, failure: ProbeFailure): Opinion {
  const base = {
    portState: null,
    serviceState: 'not-checked',
    verdict: 'error',
    params: { errno: failure.code },
  } as const;
  if (failure.code === 'not-implemented') return { ...base, code: 'not-implemented' };
  return failure.code === 'EADDRNOTAVAIL' && typeof localAddress === 'string'
    ? { ...base, code: 'local-address-unavailable', params: { errno: failure.code, seen: localAddress } }
    : { ...base, code: 'tool-failed' };
}

/** Where TLS goes on beneath the talk, so that its errors may come late. */
const WITHIN_TLS: ReadonlySet<ProbeKind> = new Set<ProbeKind>(['https', 'haproxy', 'online-install']);

function isTlsCode(code: string): boolean {
  return code === 'EPROTO' || code.startsWith('ERR_SSL_') || code.startsWith('ERR_TLS_');
}

/** What stands in brackets after the words: a peer that says goodbye sends FIN. */
function wordFor(failure: ProbeFailure): string {
  return failure.code === 'closed' ? 'FIN' : failure.code;
}
