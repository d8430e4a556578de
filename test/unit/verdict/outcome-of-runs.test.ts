import { describe, expect, it } from 'vitest';
import type { Visit } from '../../../src/contract/visit.ts';
import { outcomeOf } from '../../../src/verdict/outcome.ts';
import { deviceRun, goodVisit, romashka, serverRun, workstationRun } from '../../fixtures/romashka.ts';
import { makeVisit, makeWaiver } from '../../fixtures/visit.ts';
import { failed, makeRun } from '../../support/make-run.ts';

const SITE = romashka(3);
const RUNS = [workstationRun({ site: SITE }), deviceRun({ site: SITE }), serverRun({ site: SITE })];
const AT = '2026-11-22T09:00:00.000Z';

function outcome(visit: Visit | null, at = AT) {
  return outcomeOf({ runs: RUNS, visit, at, language: 'ru' });
}

function causesOf(requirement: string, visit: Visit | null, at = AT) {
  return outcome(visit, at).findings.filter(({ checks }) =>
    checks.some((id) => id.startsWith(`${requirement}:`)),
  );
}

describe('outcomeOf', () => {
  it('has no causes of what was waived', () => {
    const waivers = [makeWaiver({ requirement: 'online-install' })];
    expect(causesOf('online-install', null)).toHaveLength(1);
    expect(causesOf('online-install', makeVisit({ waivers }))).toHaveLength(0);
  });

  it('does not call a host silent of which an answer was waived', () => {
    const answers = 'printmanager-http:device>app1:8010/tcp';
    const run = makeRun({
      site: SITE,
      viewpoint: 'device',
      id: 'dddddddd-0000-4000-8000-000000000004',
      startedAt: '2026-11-22T07:00:00.000Z',
      address: '10.77.20.143',
      see: (check) => failed(check, 'connect', check.id === answers ? 'ECONNREFUSED' : 'timeout'),
    });
    const visit = makeVisit({ waivers: [makeWaiver({ requirement: 'printmanager-http', from: 'device' })] });
    const { findings } = outcomeOf({ runs: [run], visit, at: AT, language: 'ru' });
    const codes = findings.map(({ code }) => code);
    expect(codes).toContain('port-filtered');
    expect(codes.filter((code) => code.startsWith('host-silent'))).toEqual([]);
    expect(findings.flatMap(({ checks }) => checks)).not.toContain(answers);
  });

  it('finds the causes of several places at once, and none where all is good', () => {
    const { findings } = outcome(null);
    const places = ['monitoring-https', 'printmanager-https', 'device-http'];
    for (const id of places) expect(causesOf(id, null).length).toBeGreaterThan(0);
    expect(findings[0]?.severity).toBe('fail');
    expect(outcomeOf({ runs: goodVisit(SITE), visit: null, at: AT, language: 'ru' }).findings).toEqual([]);
  });

  it('judges a signed visit as on the day it was signed, and an open one as of now', () => {
    const waivers = [makeWaiver({ requirement: 'online-install', until: '2026-11-23' })];
    const later = '2026-12-24T09:00:00.000Z';
    expect(causesOf('online-install', makeVisit({ waivers }), later)).toHaveLength(1);
    expect(causesOf('online-install', makeVisit({ waivers, closedAt: AT }), later)).toHaveLength(0);
  });

  it('refuses an empty list of runs', () => {
    expect(() => outcomeOf({ runs: [], visit: null, at: AT, language: 'ru' })).toThrow(RangeError);
  });
});
