/** Rules about the quality of a path: delay, its evenness, and the size of packets that get through. */
import { describe, expect, it } from 'vitest';
import type { PlannedCheck } from '../../../../src/contract/check.ts';
import type { Language } from '../../../../src/contract/words.ts';
import { evidenceOf } from '../../../../src/verdict/findings/evidence.ts';
import { findingsOf } from '../../../../src/verdict/findings/findings.ts';
import { romashka } from '../../../fixtures/romashka.ts';
import { failed } from '../../../support/make-run.ts';
import { notStored, sawActive, sawPassive } from './ftp-sights.ts';
import { makeScene, plainPage, type SceneRecipe, securePage } from './scenes.ts';

/** Findings of a run from the server in which the connections to devices took these times, one after another. */
function timed(times: readonly number[], language: Language = 'ru', role = 'device', ownDelayMs = 3) {
  const run = makeScene({ site: romashka(3), see: () => null });
  let index = 0;
  const checks = run.checks.map((check) => {
    if (check.to.role !== role || check.transport !== 'tcp' || check.proof !== 'direct') return check;
    const rttMs = times[index % times.length] ?? null;
    index += 1;
    return { ...check, rttMs: rttMs === null ? null : rttMs + ownDelayMs, ownDelayMs };
  });
  expect(index).toBeGreaterThan(0);
  return findingsOf(evidenceOf({ ...run, checks }), language);
}

describe('the rule about delay', () => {
  it('names the network and the time where even the fastest connection is slow', () => {
    const [finding, ...others] = timed([180, 190, 200, 210]);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({
      code: 'path-slow',
      severity: 'warn',
      title: '10.77.20.0/24: задержка 180 мс',
      addressee: 'network-admin',
    });
    expect(finding?.explanation).toContain('2,9 Мбит/с');
    expect(timed([180, 190, 200, 210], 'en')[0]).toMatchObject({
      title: '10.77.20.0/24: latency 180 ms',
      explanation: expect.stringContaining('2.9 Mbit/s'),
    });
  });

  it('names the spread where connections are now fast, now slow', () => {
    const [finding, ...others] = timed([5, 6, 1010]);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({
      code: 'path-uneven',
      title: '10.77.20.0/24: задержка скачет на 1005 мс',
      explanation: expect.stringContaining('за 5 мс, другие за 1010 мс'),
    });
    expect(timed([5, 6, 1010], 'en')[0]?.title).toBe('10.77.20.0/24: latency varies by 1005 ms');
  });

  it.each([
    ['a sound network', [1, 2, 3]],
    ['a line between cities', [60, 65, 70]],
    [
      'a slow start among fast connections',
      [1, 400, 400, 400, 400, 400, 400, 400, 400, 400, 400, 400].map((ms) => ms / 3),
    ],
    ['one late answer of twelve', [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 900]],
  ])('is silent about %s', (_name, times) => {
    expect(timed(times)).toEqual([]);
  });

  it('is silent where the laptop itself was late', () => {
    const run = makeScene({ site: romashka(3), see: () => null });
    const late = run.checks.map((check) =>
      check.rttMs === null ? check : { ...check, rttMs: 400, ownDelayMs: 380 },
    );
    expect(findingsOf(evidenceOf({ ...run, checks: late }), 'ru')).toEqual([]);
    const unknown = run.checks.map((check) => (check.rttMs === null ? check : { ...check, rttMs: 400 }));
    expect(findingsOf(evidenceOf({ ...run, checks: unknown }), 'ru')).toEqual([]);
  });

  it('is silent about databases, which no scan goes to', () => {
    expect(timed([500], 'ru', 'postgresql')).toEqual([]);
  });

  it('says nothing of the spread of eight connections', () => {
    const run = makeScene({ site: romashka(2), see: () => null });
    const checks = run.checks.map((check) => ({
      ...check,
      rttMs: check.port === 80 ? 1 : 1010,
      ownDelayMs: 0,
    }));
    expect(findingsOf(evidenceOf({ ...run, checks }), 'ru')).toEqual([]);
  });

  it('says nothing of too few connections', () => {
    const run = makeScene({ site: romashka(1), see: () => null });
    const checks = run.checks.map((check) =>
      check.to.role === 'device' && [80, 443, 631].includes(check.port)
        ? { ...check, rttMs: 900, ownDelayMs: 0 }
        : { ...check, rttMs: null },
    );
    expect(findingsOf(evidenceOf({ ...run, checks }), 'ru')).toEqual([]);
  });
});

describe('the rule about large packets', () => {
  const hangs = (check: PlannedCheck) => failed(check, 'tls', 'timeout');
  const stalled = notStored({ command: 'STOR', reply: null, failure: 'timeout' });

  /** From the place of a device: its only TLS is that of the PrintManager. */
  function fromDevice(see: (check: PlannedCheck) => ReturnType<typeof hangs> | null): SceneRecipe {
    return {
      viewpoint: 'device',
      see: (check) => {
        if (check.service === 'ftp-passive') return see(check) ?? sawPassive();
        return see(check) ?? (check.service === 'ftp-active' ? sawActive() : null);
      },
    };
  }

  it.each(['ru', 'en'] as const)(
    'speaks in %s where every handshake stalls and short replies come',
    (language) => {
      const [finding, ...others] = makeScene({
        viewpoint: 'workstation',
        language,
        see: (check) =>
          check.service === 'https' ? hangs(check) : check.service === 'http' ? plainPage('http') : null,
      }).findings;
      expect(others).toEqual([]);
      expect(finding).toMatchObject({
        code: 'large-packets-lost',
        severity: 'fail',
        addressee: 'network-admin',
      });
      expect(finding?.title).toContain('10.77.30.10');
      expect(finding?.explanation).toContain('443, 8001, 8080/tcp');
      expect(finding?.explanation).toContain('80, 8000, 8010/tcp');
      expect(`${finding?.explanation} ${finding?.remedy}`).not.toMatch(/\{|undefined/);
    },
  );

  it('speaks where a handshake and the test file of FTP stall together', () => {
    const recipe = fromDevice((check) => {
      if (check.service === 'https') return hangs(check);
      return check.service === 'ftp-passive' ? sawPassive({ transfer: stalled }) : null;
    });
    const active = recipe.see;
    const see = (check: PlannedCheck) =>
      check.service === 'ftp-active' ? sawActive({ transfer: stalled }) : active(check);
    const [finding, ...others] = makeScene({ ...recipe, see }).findings;
    expect(others).toEqual([]);
    expect(finding?.code).toBe('large-packets-lost');
    expect(finding?.explanation).toContain('проверочный файл не прошёл');
  });

  it.each([
    [
      'one handshake stalls and others do not',
      {
        viewpoint: 'workstation',
        see: (check: PlannedCheck) =>
          check.service === 'https' ? (check.port === 443 ? hangs(check) : securePage()) : null,
      },
    ],
    [
      'one handshake stalls and there is no other',
      {
        viewpoint: 'device',
        see: (check: PlannedCheck) => {
          if (check.service === 'https') return hangs(check);
          return check.service === 'http' ? plainPage('http') : 'cancelled';
        },
      },
    ],
    [
      'only transfers stall, which a full disk does too',
      {
        viewpoint: 'device',
        see: (check: PlannedCheck) => {
          if (check.service === 'ftp-passive') return sawPassive({ transfer: stalled });
          return check.service === 'ftp-active' ? sawActive({ transfer: stalled }) : 'cancelled';
        },
      },
    ],
    [
      'a file came through in one mode although all else stalls',
      fromDevice((check) => {
        if (check.service === 'https') return hangs(check);
        return check.service === 'ftp-passive' ? sawPassive({ transfer: stalled }) : null;
      }),
    ],
    [
      'handshakes are cut and not stalled',
      {
        viewpoint: 'workstation',
        see: (check: PlannedCheck) => (check.service === 'https' ? failed(check, 'tls', 'ECONNRESET') : null),
      },
    ],
    [
      'nothing short came either',
      {
        viewpoint: 'workstation',
        see: (check: PlannedCheck) =>
          check.service === 'https' ? hangs(check) : failed(check, 'reply', 'timeout'),
      },
    ],
  ] as const satisfies readonly (readonly [string, SceneRecipe])[])(
    'is silent where %s',
    (_title, recipe) => {
      const codes = makeScene(recipe).findings.map(({ code }) => code);
      expect(codes).not.toContain('large-packets-lost');
      expect(codes).not.toEqual([]);
    },
  );
});
