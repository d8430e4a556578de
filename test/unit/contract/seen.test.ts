/** «Что увидели» in words, for every kind of row. */
import { describe, expect, it } from 'vitest';
import type { CheckResult } from '../../../src/contract/check.ts';
import type { Observation } from '../../../src/contract/facts.ts';
import { describeSeen, portSignOf } from '../../../src/contract/seen.ts';
import { judge } from '../../../src/verdict/judge.ts';
import {
  failed,
  makeCheck,
  makeReply,
  makeResult,
  makeTls,
  sawHttp,
  sawHttps,
  sawTcp,
} from '../verdict/observations.ts';

function row(observation: Observation): CheckResult {
  const service = observation.kind;
  const { proof: _proof, ...rest } = makeResult({ service });
  const judged = judge({
    check: makeCheck({ service }),
    proof: 'direct',
    stage: 'after-install',
    observation,
    decoy: null,
    language: 'ru',
  });
  return {
    ...rest,
    ...judged,
    proof: 'direct',
    facts: observation.outcome === 'answered' ? observation.facts : {},
    ...(observation.outcome === 'failed' ? { failure: observation.failure } : {}),
  };
}

const withStatus = (status: number) => ({ reply: makeReply({ status }) });

describe('describeSeen', () => {
  it.each([
    [sawHttp(withStatus(302)), 'открыт, HTTP 302', 'open, HTTP 302'],
    [sawHttp(withStatus(401)), 'открыт, HTTP 401, просит вход', 'open, HTTP 401, asks for login'],
    [sawHttp({ spoke: 'tls', reply: null }), 'открыт, TLS', 'open, TLS'],
    [sawHttp({ spoke: 'other', reply: null }), 'открыт, другая служба', 'open, another service'],
    [sawHttps(withStatus(302)), 'открыт, TLS 1.3', 'open, TLS 1.3'],
    [
      sawHttps({ ...withStatus(502), tls: makeTls({ protocol: 'TLSv1.2' }) }),
      'открыт, TLS 1.2, HTTP 502',
      'open, TLS 1.2, HTTP 502',
    ],
    [sawHttps({ spoke: 'plain-http', tls: null }), 'открыт, обычный HTTP', 'open, plain HTTP'],
    [sawHttps({ reply: null }), 'открыт, TLS 1.3, молчит', 'open, TLS 1.3, silent'],
    [sawTcp(), 'открыт', 'open'],
    [failed('reply', 'timeout'), 'открыт, молчит', 'open, silent'],
    [failed('reply', 'incomplete'), 'открыт, ответ не пришёл целиком', 'open, incomplete reply'],
    [failed('reply', 'too-large'), 'открыт, ответ без конца', 'open, endless reply'],
    [failed('reply', 'protocol'), 'открыт, другая служба', 'open, another service'],
    [failed('reply', 'closed'), 'открыт, соединение оборвано', 'open, connection cut'],
    [failed('tls', 'ECONNRESET'), 'открыт, соединение оборвано', 'open, connection cut'],
    [failed('tls', 'EPROTO'), 'открыт, TLS не состоялся', 'open, no TLS connection'],
    [failed('connect', 'ECONNREFUSED'), 'закрыт, отказ вернулся', 'closed, refusal came back'],
    [failed('connect', 'timeout'), 'фильтруется, тишина', 'filtered, silence'],
    [failed('connect', 'ETIMEDOUT'), 'фильтруется, тишина', 'filtered, silence'],
    [failed('connect', 'EHOSTUNREACH'), 'фильтруется, запрет вернулся', 'filtered, rejection came back'],
    [failed('connect', 'ENETUNREACH'), 'недоступен', 'unreachable'],
    [failed('resolve', 'ENOTFOUND'), 'имя не найдено', 'name not found'],
    [failed('resolve', 'EAI_AGAIN'), 'не проверялся', 'not probed'],
    [failed('resolve', 'not-implemented'), 'не проверялся', 'not probed'],
  ] as const)('says it in both languages: %#', (observation, ru, en) => {
    const result = row(observation);
    expect(describeSeen(result, 'ru')).toBe(ru);
    expect(describeSeen(result, 'en')).toBe(en);
  });
});

describe('portSignOf', () => {
  it('is the state of the port, or the sign of a row that was not probed', () => {
    expect(portSignOf({ portState: 'filtered' })).toBe('filtered');
    expect(portSignOf({ portState: null })).toBe('not-probed');
  });
});
