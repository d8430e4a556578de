/** The vendor's download site: answers with its own certificate, or somebody stands on the way. */
import type { Check } from '../../contract/check.ts';
import type { TlsFacts } from '../../contract/facts.ts';
import type { OnlineInstallFacts, ProxyFacts } from '../../contract/facts-online-install.ts';
import type { ReasonCode, ReasonParams } from '../../contract/reasons.ts';
import type { Opinion } from '../opinion.ts';
import { judgeHttps } from './web.ts';

/** The opinion at any stage: the site stands before anything is installed. `seenAt` is an ISO time. */
export function judgeOnlineInstall(check: Check, facts: OnlineInstallFacts, seenAt: string): Opinion {
  return { ...judge(check, facts, seenAt), concerns: 'path' };
}

function judge(check: Check, facts: OnlineInstallFacts, seenAt: string): Opinion {
  const { proxy, spoke, tls, error } = facts;
  if (spoke === 'nothing') return withoutWay(proxy, error, facts.firstBytes);
  const connection = { address: facts.address ?? '', localAddress: facts.localAddress ?? '' };
  const page = judgeHttps(check, { ...facts, ...connection, spoke }, seenAt);
  if (tls === null || page.serviceState === 'mismatch' || page.serviceState === 'silent') return page;
  if (page.code.startsWith('certificate-') && page.code !== 'certificate-name-mismatch') return page;
  const issuer = tls.issuer === '' ? '?' : tls.issuer;
  if (!tls.nameMatches) return opinion('mismatch', 'fail', 'download-other-name', { seen: namesIn(tls) });
  if (tls.verificationError !== null) {
    return opinion('confirmed', 'warn', 'download-inspected', { issuer, errno: tls.verificationError });
  }
  if (page.code !== 'service-confirmed') return page;
  return proxy === null
    ? opinion('confirmed', 'pass', 'download-direct', { issuer })
    : opinion('confirmed', 'pass', 'download-through-proxy', { issuer, proxy: proxy.endpoint });
}

/** A proxy that asks for a login is no way to the site: the installer would stop at the same place. */
function withoutWay(proxy: ProxyFacts | null, error: string | null, firstBytes: string | null): Opinion {
  const params = { proxy: proxy?.endpoint ?? '?', errno: error ?? '?', status: proxy?.status ?? 0 };
  switch (proxy?.outcome) {
    case 'tunnel':
      return lost('not-checked', 'proxy-tunnel-broken', params);
    case 'login-wanted':
      return lost('denied', 'proxy-login-required', params);
    case 'login-refused':
      return lost('denied', 'proxy-login-refused', params);
    case 'refused':
      return lost('not-checked', 'proxy-refused', params);
    case 'other':
      return lost('not-checked', 'proxy-not-http', { ...params, seen: firstBytes ? `"${firstBytes}"` : '?' });
    case 'unsupported':
      return {
        ...lost('not-checked', 'proxy-unsupported', { ...params, seen: proxy.scheme }),
        portState: null,
        verdict: 'error',
      };
    default:
      return lost('not-checked', 'proxy-no-answer', params);
  }
}

function namesIn({ subjectAltNames, subject }: TlsFacts): string {
  const names = subjectAltNames.length > 0 ? subjectAltNames.slice(0, 3).join(', ') : subject;
  return names === '' ? '?' : names;
}

function lost(serviceState: Opinion['serviceState'], code: ReasonCode, params: ReasonParams): Opinion {
  return { portState: 'unreachable', serviceState, verdict: 'fail', code, params };
}

function opinion(
  serviceState: Opinion['serviceState'],
  verdict: Opinion['verdict'],
  code: ReasonCode,
  params: ReasonParams,
): Opinion {
  return { portState: 'open', serviceState, verdict, code, params };
}
