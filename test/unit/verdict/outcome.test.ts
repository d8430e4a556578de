/** Counts, exit codes and causes: what many verdicts come to. */
import { describe, expect, it } from 'vitest';
import type { CheckResult } from '../../../src/contract/check.ts';
import { exitCodeOf } from '../../../src/verdict/exit-code.ts';
import { findingsOf } from '../../../src/verdict/findings.ts';
import { summaryOf } from '../../../src/verdict/summary.ts';
import { makeResult } from './observations.ts';

const pass = makeResult();
const fail = makeResult({ verdict: 'fail' });
const indirectFail = makeResult({ verdict: 'fail', proof: 'indirect' });
const error = makeResult({ verdict: 'error' });
const skip = makeResult({ verdict: 'skip', proof: 'none' });

describe('summaryOf', () => {
  it('never adds direct and indirect into one number', () => {
    const indirectPass = makeResult({ proof: 'indirect' });
    expect(summaryOf([pass, fail, indirectFail, indirectPass, indirectPass, error, skip])).toEqual({
      pass: 1,
      warn: 0,
      fail: 1,
      skip: 1,
      error: 1,
      indirect: { pass: 2, warn: 0, fail: 1, skip: 0, error: 0 },
    });
  });
});

describe('exitCodeOf', () => {
  it.each([
    [0, [pass, skip, indirectFail, makeResult({ verdict: 'warn' })]],
    [1, [pass, fail, error]],
    [3, [pass, error]],
    [
      0,
      [makeResult({ verdict: 'fail', required: false }), makeResult({ verdict: 'error', proof: 'indirect' })],
    ],
    [0, []],
  ] as const)('is %i', (code, checks) => {
    expect(exitCodeOf({ interrupted: false, checks })).toBe(code);
  });

  it('is 130 where the run was interrupted, whatever failed before', () => {
    expect(exitCodeOf({ interrupted: true, checks: [fail] })).toBe(130);
  });
});

function silent(port: number, changes: Partial<CheckResult> = {}): CheckResult {
  const from = changes.from ?? 'workstation';
  return makeResult({
    id: `check-${from}-${port}`,
    port,
    verdict: 'fail',
    portState: 'filtered',
    reason: {
      code: 'no-answer',
      message: '',
      params: { host: '10.77.30.10', port, transport: 'tcp', from, attempts: 2 },
    },
    ...changes,
  });
}

describe('findingsOf', () => {
  it('explains several ports of one host by one cause with one remedy', () => {
    expect(findingsOf([silent(8080), pass, silent(8001)], 'ru')).toEqual([
      {
        code: 'no-answer',
        severity: 'fail',
        title:
          '10.77.30.10, 8080/tcp, 8001/tcp: ответа нет, попыток: 2. Пакеты отбрасывает фильтр, или узел молчит',
        remedy: 'Разрешить АРМ → 10.77.30.10, tcp 8080, 8001',
        checks: ['check-workstation-8080', 'check-workstation-8001'],
      },
    ]);
  });

  it('names each start in the remedy where one cause stops several', () => {
    const [finding] = findingsOf([silent(8080), silent(8001, { from: 'monitoring' })], 'en');
    expect(finding?.remedy).toBe(
      'Allow Workstation → 10.77.30.10, tcp 8080; Allow Monitoring → 10.77.30.10, tcp 8001',
    );
  });

  it('keeps hosts and differing words apart', () => {
    const elsewhere = silent(8080, {
      id: 'other',
      to: { role: 'printManager', id: 'app2', host: '10.77.30.11' },
    });
    const answer = (port: number, status: number) =>
      makeResult({
        id: `${port}`,
        port,
        verdict: 'warn',
        reason: { code: 'server-error', message: '', params: { status, host: '10.77.30.10' } },
      });
    const findings = findingsOf([answer(80, 502), answer(443, 503), silent(8080), elsewhere], 'en');
    expect(findings.map(({ severity, checks }) => [severity, checks])).toEqual([
      ['fail', ['check-workstation-8080']],
      ['fail', ['other']],
      ['warn', ['80']],
      ['warn', ['443']],
    ]);
  });

  it('makes one cause of what the program cannot do, whatever the host', () => {
    const cannot = (host: string) =>
      makeResult({
        id: host,
        port: 161,
        transport: 'udp',
        to: { role: 'device', id: host, host },
        verdict: 'error',
        reason: { code: 'not-implemented', message: '', params: { service: 'snmp', host } },
      });
    expect(findingsOf([cannot('10.0.0.1'), cannot('10.0.0.2')], 'ru')).toEqual([
      {
        code: 'not-implemented',
        severity: 'error',
        title: '161/udp: эта версия программы ещё не умеет проверять SNMP',
        remedy: 'Проверить вручную и отметить на бумаге',
        checks: ['10.0.0.1', '10.0.0.2'],
      },
    ]);
  });

  it('explains nothing by what was seen indirectly or not at all', () => {
    expect(findingsOf([indirectFail, skip, pass], 'ru')).toEqual([]);
  });
});
