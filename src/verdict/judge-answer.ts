/** What it means that a service answered: in its own protocol, with a remark, or as something else. */
import type { Check } from '../contract/check.ts';
import type { Observation } from '../contract/facts.ts';
import type { Opinion } from './opinion.ts';
import { judgeClickhouse } from './services/clickhouse.ts';
import { judgeDomain } from './services/domain.ts';
import { judgeFtpActive } from './services/ftp-active.ts';
import { judgeFtpPassive } from './services/ftp-passive.ts';
import { judgeHaproxy } from './services/haproxy.ts';
import { judgeIpp } from './services/ipp.ts';
import { judgeNfs } from './services/nfs.ts';
import { judgeOnlineInstall } from './services/online-install.ts';
import { judgePostgresql } from './services/postgresql.ts';
import { judgeRaw } from './services/raw.ts';
import { judgeRedis, judgeSentinel } from './services/redis.ts';
import { judgeSnmp, judgeSnmpVersions } from './services/snmp.ts';
import { judgeSnmpTrap } from './services/snmp-trap.ts';
import { judgeHttp, judgeHttps } from './services/web.ts';

type Answer = Extract<Observation, { readonly outcome: 'answered' }>;

/** The opinion after installation; stage and place are considered by the caller. */
export function judgeAnswer(check: Check, answer: Answer): Opinion {
  switch (answer.kind) {
    case 'tcp':
      return { portState: 'open', serviceState: 'not-checked', verdict: 'pass', code: 'port-open' };
    case 'raw':
      return judgeRaw(answer.facts);
    case 'http':
      return judgeHttp(answer.facts);
    case 'https':
      return judgeHttps(check, answer.facts, answer.startedAt);
    case 'haproxy':
      return judgeHaproxy(check, answer.facts, answer.startedAt);
    case 'online-install':
      return judgeOnlineInstall(check, answer.facts, answer.startedAt);
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
    case 'domain':
      return judgeDomain(answer.facts);
    case 'nfs':
      return judgeNfs(answer.facts);
    case 'snmp':
      return judgeSnmp(answer.facts);
    case 'snmp-versions':
      return judgeSnmpVersions(answer.facts);
    case 'snmp-trap':
      return judgeSnmpTrap(answer.facts);
  }
}
