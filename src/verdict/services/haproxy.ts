/** The HAProxy panel: judged as every HTTPS page, and the page must be the panel unless a login stands before it. */
import type { Check } from '../../contract/check.ts';
import type { HaproxyFacts } from '../../contract/facts-haproxy.ts';
import type { Opinion } from '../opinion.ts';
import { judgeHttps } from './web.ts';

/** The opinion after installation; `seenAt` is the ISO time that the dates of the certificate are compared with. */
export function judgeHaproxy(check: Check, facts: HaproxyFacts, seenAt: string): Opinion {
  const page = judgeHttps(check, facts, seenAt);
  const { reply, panel } = facts;
  if (panel || reply === null || page.serviceState !== 'confirmed' || reply.status >= 500) return page;
  const seen = reply.title === null ? `HTTP ${reply.status}` : `"${reply.title}"`;
  return {
    portState: 'open',
    serviceState: 'mismatch',
    verdict: 'warn',
    code: 'haproxy-other-page',
    params: { seen },
  };
}
