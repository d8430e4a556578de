/** Causes in the reason's own words: what no rule knows better, grouped by host, port and reason. */
import { describe, expect, it } from 'vitest';
import type { CheckResult } from '../../../../src/contract/check.ts';
import { findingsByReason } from '../../../../src/verdict/findings/by-reason.ts';
import { makeResult } from '../observations.ts';

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

function devices(count: number): readonly string[] {
  return Array.from(
    { length: count },
    (_, index) => `10.77.${20 + Math.floor(index / 250)}.${1 + (index % 250)}`,
  );
}

function towards(
  host: string,
  port: number,
  role: 'device' | 'cups' | 'printManager' = 'device',
): CheckResult {
  return silent(port, {
    id: `${host}:${port}`,
    from: 'server',
    to: { role, id: host, host },
    reason: {
      code: 'no-answer',
      message: '',
      params: { host, port, transport: 'tcp', from: 'server', attempts: 2 },
    },
  });
}

describe('findingsByReason', () => {
  it('explains several ports of one host by one cause with one remedy', () => {
    expect(findingsByReason([silent(8080), silent(8001)], 'ru')).toEqual([
      {
        code: 'no-answer',
        severity: 'fail',
        title: '10.77.30.10, 8001, 8080/tcp: ответа нет, попыток: 2',
        explanation:
          '10.77.30.10, 8001, 8080/tcp: ответа нет, попыток: 2. Пакеты отбрасывает фильтр, или узел молчит.',
        remedy: 'Разрешить АРМ → 10.77.30.10, tcp 8080, 8001',
        addressee: 'network-admin',
        checks: ['check-workstation-8080', 'check-workstation-8001'],
      },
    ]);
  });

  it('names each start in the remedy where one cause stops several', () => {
    const [finding] = findingsByReason([silent(8080), silent(8001, { from: 'monitoring' })], 'en');
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
    const findings = findingsByReason([answer(80, 502), answer(443, 503), silent(8080), elsewhere], 'en');
    expect(findings.map(({ severity, checks }) => [severity, checks])).toEqual([
      ['warn', ['80']],
      ['warn', ['443']],
      ['fail', ['check-workstation-8080']],
      ['fail', ['other']],
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
    expect(findingsByReason([cannot('10.0.0.1'), cannot('10.0.0.2')], 'ru')).toEqual([
      {
        code: 'not-implemented',
        severity: 'error',
        title: '161/udp: эта версия программы ещё не умеет проверять SNMP',
        explanation: '161/udp: эта версия программы ещё не умеет проверять SNMP.',
        addressee: 'engineer',
        remedy: 'Проверить вручную и отметить на бумаге',
        checks: ['10.0.0.1', '10.0.0.2'],
      },
    ]);
  });

  it.each([
    [
      'ru',
      3,
      '3\u00A0МФУ: 80, 443, 9100/tcp: ответа нет, попыток: 2',
      'Разрешить Сервер Принтум → 10.77.20.1, 10.77.20.2, 10.77.20.3, tcp 80, 443, 9100',
    ],
    [
      'ru',
      299,
      '299\u00A0МФУ: 80, 443, 9100/tcp: ответа нет, попыток: 2',
      'Разрешить Сервер Принтум → 299\u00A0МФУ из списка, tcp 80, 443, 9100',
    ],
    [
      'en',
      299,
      '299\u00A0MFPs: 80, 443, 9100/tcp: no answer, attempts: 2',
      'Allow Printum server → the 299\u00A0MFPs in the list, tcp 80, 443, 9100',
    ],
  ] as const)('makes one cause in %s of the same ports of %i devices', (language, count, title, remedy) => {
    const results = devices(count).flatMap((host) => [80, 443, 9100].map((port) => towards(host, port)));
    expect(findingsByReason(results, language)).toMatchObject([
      { code: 'no-answer', severity: 'fail', title, remedy, checks: results.map(({ id }) => id) },
    ]);
  });

  it.each([
    ['two devices', devices(2).map((host) => towards(host, 80)), 2],
    ['other ports', devices(3).map((host, index) => towards(host, 80 + index)), 3],
    [
      'servers and devices',
      [...devices(2), 'x'].map((host) => towards(host, 80, host === 'x' ? 'cups' : 'device')),
      3,
    ],
    [
      'two sets of ports',
      [...devices(6)].flatMap((host, index) => [
        towards(host, 80),
        ...(index < 3 ? [towards(host, 443)] : []),
      ]),
      2,
    ],
  ] as const)('comes to as many causes as there are for %s', (_name, results, causes) => {
    expect(findingsByReason(results, 'ru')).toHaveLength(causes);
  });

  it('counts servers in the plural of the language and names the first of them', () => {
    const results = ['a', 'b', 'c', 'd'].map((host) => towards(host, 8080, 'printManager'));
    expect(findingsByReason(results, 'ru')[0]).toMatchObject({
      title: expect.stringMatching(/^4\u00A0узла, ПринтМенеджер: 8080\/tcp: ответа нет/),
      remedy: 'Разрешить Сервер Принтум → a и ещё 3, tcp 8080',
    });
  });

  it('merges names that are not found, although each sentence holds its own name', () => {
    const results = devices(5).map((host) => ({
      ...towards(host, 80),
      reason: { code: 'name-not-found' as const, message: '', params: { host, errno: 'ENOTFOUND' } },
    }));
    expect(findingsByReason(results, 'ru')[0]?.title).toBe(
      '5\u00A0МФУ: 80/tcp: имя 10.77.20.1 и ещё 4 не находится (ENOTFOUND)',
    );
  });

  it('makes a first word of one letter small', () => {
    const refused = { code: 'refused', message: '', params: { errno: 'ECONNREFUSED' } } as const;
    expect(findingsByReason([silent(80, { reason: refused })], 'ru')[0]?.title).toContain(
      ': в соединении отказано',
    );
  });

  it('makes one cause of ten thousand devices', () => {
    const results = devices(10_000).map((host) => towards(host, 9100));
    const [finding, ...others] = findingsByReason(results, 'ru');
    expect(finding?.checks).toHaveLength(10_000);
    expect(others).toEqual([]);
  });
});
