/** The table of a finished run: what stands in a row, what is folded, and that nothing foreign moves the cursor. */
import { describe, expect, it } from 'vitest';
import { runTable } from '../../../src/cli/run-table.ts';
import type { CheckResult } from '../../../src/contract/check.ts';
import { RUN_FORMAT, RUN_VERSION, type Run } from '../../../src/contract/run.ts';
import { BUILT_IN_CATALOGUES } from '../../../src/requirements/load.ts';
import { summaryOf } from '../../../src/verdict/summary.ts';
import { makeSite } from '../plan/sites.ts';
import { makeResult } from '../verdict/observations.ts';

function makeRun(checks: CheckResult[], changes: Partial<Run> = {}): Run {
  const [catalogue] = BUILT_IN_CATALOGUES;
  if (catalogue === undefined) throw new Error('no catalogue is built in');
  const profile = makeSite();
  return {
    format: RUN_FORMAT,
    version: RUN_VERSION,
    id: '0b7c2f4e-1d2a-4c3b-8e9f-00112233aaaa',
    tool: { version: '0.1.0' },
    site: { id: profile.id, name: profile.name },
    profile,
    catalogue: {
      id: catalogue.id,
      revision: '12',
      updated: '2026-06-04',
      requirements: catalogue.requirements.slice(),
    },
    viewpoint: 'workstation',
    stage: 'after-install',
    place: { hostname: 'laptop', addresses: [], gateway: null, platform: 'linux', localAddress: null },
    startedAt: '2026-11-22T06:00:00.000Z',
    finishedAt: '2026-11-22T06:01:00.000Z',
    interrupted: false,
    checks,
    controls: [],
    findings: [],
    summary: summaryOf(checks),
    ...changes,
  };
}

function lines(run: Run, colours = false): readonly string[] {
  return runTable(run, { language: 'ru', colours }).trimEnd().split('\n');
}

const skip = (code: 'other-viewpoint' | 'not-selected' | 'interrupted', id: string) =>
  makeResult({
    id,
    verdict: 'skip',
    proof: 'none',
    portState: null,
    serviceState: 'not-checked',
    reason: { code, message: '' },
  });

describe('runTable', () => {
  it('shows rows by target with what was seen, cause and remedy, and counts direct and indirect apart', () => {
    const failed = makeResult({
      id: 'b',
      verdict: 'fail',
      portState: 'filtered',
      reason: {
        code: 'no-answer',
        message: '',
        params: { host: '10.77.30.10', port: 8080, transport: 'tcp', from: 'workstation', attempts: 2 },
      },
    });
    const indirect = makeResult({ id: 'c', proof: 'indirect', from: 'device' });
    const checks = [
      makeResult({ id: 'a' }),
      failed,
      indirect,
      skip('other-viewpoint', 'd'),
      skip('not-selected', 'e'),
    ];
    expect(lines(makeRun(checks))).toEqual([
      'ООО «Ромашка», головной офис · Розетка АРМ · После установки',
      '',
      'ПринтМенеджер · 10.77.30.10',
      '  + Пройдено     ПринтМенеджер, HTTPS  8080/tcp  АРМ  напрямую  открыт',
      '  x Не пройдено  ПринтМенеджер, HTTPS  8080/tcp  АРМ  напрямую  фильтруется, тишина',
      '      Причина: Ответа нет, попыток: 2. Пакеты отбрасывает фильтр, или узел молчит',
      '      Что сделать: Разрешить АРМ → 10.77.30.10, tcp 8080',
      '  ~ Отвечает     ПринтМенеджер, HTTPS  8080/tcp  МФУ  косвенно  открыт',
      '',
      'Итого: Пройдено 1 · Внимание 0 · Не пройдено 1',
      'Косвенно: Отвечает 1 · Внимание 0 · Не пройдено 0',
      'Не отсюда: 1',
      'Не выбрано: 1',
    ]);
  });

  it('says how far an interrupted run came, and what the self-check found', () => {
    const run = makeRun([makeResult({ id: 'a' }), skip('interrupted', 'b')], {
      interrupted: true,
      controls: [
        { id: 'decoy-port', outcome: 'fail', target: 'x', port: 47113, message: 'Порт-приманка открыт' },
      ],
    });
    const text = lines(run);
    expect(text).toContain('Самопроверка: Порт-приманка открыт');
    expect(text).toContain('Остановлено: 1 из 2');
  });

  it('colours only the word of a verdict, and green only a direct pass', () => {
    const rows = lines(makeRun([makeResult({ id: 'a' }), makeResult({ id: 'b', proof: 'indirect' })]), true);
    expect(rows.filter((row) => row.includes('\u001b[32m'))).toEqual([
      '  \u001b[32m+ Пройдено\u001b[39m  ПринтМенеджер, HTTPS  8080/tcp  АРМ  напрямую  открыт',
    ]);
  });

  it('lets no name of the profile or text of a peer move the cursor', () => {
    const foreign = makeResult({
      verdict: 'fail',
      serviceState: 'mismatch',
      reason: {
        code: 'unexpected-protocol',
        message: '',
        params: { seen: '"\u001b[2J\n"', port: 1, host: 'h' },
      },
    });
    const run = makeRun([foreign], { site: { id: 'x', name: 'a\u001b[2Jb\nc' } });
    expect(runTable(run, { language: 'ru', colours: false })).not.toContain('\u001b');
  });
});
