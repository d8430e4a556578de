/** «Что увидели»: the text after the port's sign, the same on screen, in the terminal and on paper. */
import type { CheckResult } from './check.ts';
import { factsOf } from './facts.ts';
import { PORT_STATE_LABELS } from './labels.ts';
import { describeClickhouse } from './seen-clickhouse.ts';
import { describeDomain } from './seen-domain.ts';
import { describeFtp } from './seen-ftp.ts';
import { describeHaproxy } from './seen-haproxy.ts';
import { describeIpp } from './seen-ipp.ts';
import { describeNfs } from './seen-nfs.ts';
import { describeOnlineInstall } from './seen-online-install.ts';
import { describePostgresql } from './seen-postgresql.ts';
import { describeRaw } from './seen-raw.ts';
import { describeRedis } from './seen-redis.ts';
import { describeSnmp } from './seen-snmp.ts';
import type { Language, LocalText, PortState } from './words.ts';

type Seen = Pick<CheckResult, 'portState' | 'serviceState' | 'service' | 'facts' | 'reason' | 'failure'>;

const TALKS: Readonly<Record<string, LocalText>> = {
  'plain-http-on-tls-port': { ru: 'обычный HTTP', en: 'plain HTTP' },
  'tls-on-plain-port': { ru: 'TLS', en: 'TLS' },
  silent: { ru: 'молчит', en: 'silent' },
  mismatch: { ru: 'другая служба', en: 'another service' },
  denied: { ru: 'просит вход', en: 'asks for login' },
  'hung-up': { ru: 'соединение оборвано', en: 'connection cut' },
  'tls-failed': { ru: 'TLS не состоялся', en: 'no TLS connection' },
  'reply-too-slow': { ru: 'ответ не пришёл целиком', en: 'incomplete reply' },
  'reply-too-large': { ru: 'ответ без конца', en: 'endless reply' },
};

const REJECTED: LocalText = { ru: 'фильтруется, запрет вернулся', en: 'filtered, rejection came back' };

/** The sign that stands before the text. */
export function portSignOf(result: Pick<CheckResult, 'portState'>): PortState | 'not-probed' {
  return result.portState ?? 'not-probed';
}

/** For example «открыт, HTTP 302», «открыт, TLS 1.3», «фильтруется, тишина», «не проверялся». */
export function describeSeen(result: Seen, language: Language): string {
  const state = portSignOf(result);
  if (state === 'filtered' && cameBack(result)) return REJECTED[language];
  const port = PORT_STATE_LABELS[state][language];
  // Behind a proxy the port itself is out of sight, and the proxy is what has something to say.
  const talk = state === 'open' ? talkOf(result, language) : describeOnlineInstall(result, language);
  return talk === null || talk === '' ? port : `${port}, ${talk}`;
}

/** An open port seen indirectly or judged before installation carries another reason: facts tell more than it. */
function talkOf(result: Seen, language: Language): string | null {
  const http = factsOf(result, 'http');
  if (http?.spoke === 'tls') return text('tls-on-plain-port', language);
  const https = factsOf(result, 'https');
  if (https?.spoke === 'plain-http') return text('plain-http-on-tls-port', language);
  const words =
    describeFtp(result, language) ??
    describeHaproxy(result, language) ??
    describeIpp(result, language) ??
    describeOnlineInstall(result, language) ??
    describeRaw(result, language) ??
    describeRedis(result, language) ??
    describeClickhouse(result, language) ??
    describePostgresql(result, language) ??
    describeDomain(result, language) ??
    describeNfs(result, language) ??
    describeSnmp(result, language);
  if (words !== null) return words;
  if (result.serviceState === 'mismatch') {
    return text(result.failure?.code === 'too-large' ? 'reply-too-large' : 'mismatch', language);
  }
  if (result.failure !== undefined) return failedTalk(result.failure, language);
  const parts: string[] = [];
  if (https?.tls) parts.push(https.tls.protocol.replace(/^TLSv/, 'TLS '));
  const reply = https?.reply ?? http?.reply ?? null;
  const plainlyGood = https?.tls && reply !== null && reply.status < 400;
  if (reply !== null && !plainlyGood) parts.push(`HTTP ${reply.status}`);
  if (result.serviceState === 'denied' || result.serviceState === 'silent') {
    parts.push(text(result.serviceState, language));
  }
  return parts.length === 0 ? null : parts.join(', ');
}

function failedTalk(failure: NonNullable<Seen['failure']>, language: Language): string | null {
  if (failure.code === 'timeout' || failure.code === 'ETIMEDOUT') return text('silent', language);
  if (failure.code === 'incomplete') return text('reply-too-slow', language);
  if (failure.code === 'closed' || failure.code === 'ECONNRESET' || failure.code === 'EPIPE') {
    return text('hung-up', language);
  }
  return text(failure.phase === 'tls' ? 'tls-failed' : 'hung-up', language);
}

function cameBack(result: Seen): boolean {
  const code = result.failure?.code;
  return code !== undefined && code !== 'timeout' && code !== 'ETIMEDOUT';
}

function text(talk: string, language: Language): string {
  return TALKS[talk]?.[language] ?? '';
}
