/** IPP: any reply of the protocol proves it; a web server in its place, or TLS around it, is said so. */
import type { IppFacts } from '../../contract/facts-ipp.ts';
import type { ReasonCode } from '../../contract/reasons.ts';
import type { Opinion } from '../opinion.ts';
import { judgeProxyWord } from './web.ts';

const FORBIDDEN: ReadonlySet<number> = new Set([0x0401, 0x0403]);
const NOT_AUTHENTICATED = 0x0402;
const FIRST_ERROR = 0x0100;

/** The opinion after installation. */
export function judgeIpp(facts: IppFacts): Opinion {
  const { spoke, ipp, tls, queues, firstBytes } = facts;
  if (spoke === 'nothing') return opinion('silent', 'fail', 'silent-service');
  if (spoke === 'other') {
    return { ...opinion('mismatch', 'fail', 'unexpected-protocol'), params: { seen: quoted(firstBytes) } };
  }
  if (ipp === null) return judgeHttpOnly(facts);
  const params = { seen: ipp.statusWord };
  if (ipp.status === NOT_AUTHENTICATED) return opinion('denied', 'pass', 'ipp-login-required');
  if (FORBIDDEN.has(ipp.status)) return { ...opinion('denied', 'warn', 'ipp-forbidden'), params };
  if (tls !== null) return opinion('confirmed', 'warn', 'ipp-only-tls');
  if (queues?.count === 0) return opinion('confirmed', 'warn', 'ipp-no-queues');
  if (ipp.status >= FIRST_ERROR) return { ...opinion('confirmed', 'warn', 'ipp-error'), params };
  return opinion('confirmed', 'pass', 'service-confirmed');
}

function judgeHttpOnly({ reply }: IppFacts): Opinion {
  const status = reply?.status ?? 0;
  const params = { seen: `HTTP ${status}` };
  const proxyWord = judgeProxyWord(status);
  if (proxyWord !== null) return proxyWord;
  switch (status) {
    case 401:
      return { ...opinion('denied', 'pass', 'login-required'), params: { status } };
    case 403:
      return { ...opinion('denied', 'warn', 'ipp-forbidden'), params };
    case 426:
      return { ...opinion('denied', 'warn', 'ipp-wants-upgrade'), params };
    default: {
      const server = reply?.server ?? null;
      return {
        ...opinion('mismatch', 'fail', 'ipp-only-http'),
        params: { seen: server === null ? params.seen : `${params.seen}, ${server}` },
      };
    }
  }
}

function opinion(
  serviceState: Opinion['serviceState'],
  verdict: Opinion['verdict'],
  code: ReasonCode,
): Opinion {
  return { portState: 'open', serviceState, verdict, code };
}

function quoted(bytes: string | null): string {
  return bytes === null || bytes === '' ? '?' : `"${bytes}"`;
}
