import { describe, expect, it } from 'vitest';
import {
  buildItems,
  chooseChip,
  type Narrowing,
  pressedChip,
} from '../../../../../renderer/features/results/items.ts';
import {
  chipOf,
  countProbes,
  countRows,
  notReached,
  rowSign,
  toRepeat,
} from '../../../../../renderer/features/results/row-sign.ts';
import { groupChecks, plannedOf, sectionOf } from '../../../../../renderer/features/results/rows.ts';
import { failed, makeRun, planOf, seeGood } from '../../../../support/make-run.ts';
import { makeSite, SITE_ID } from '../../fake-bridge.ts';

const site = makeSite();
const plan = planOf({ site, viewpoint: 'device', indirect: true });
const run = makeRun({
  site,
  viewpoint: 'device',
  id: SITE_ID,
  startedAt: '2026-11-22T07:12:00.000Z',
  address: '10.77.20.143',
  indirect: true,
  see: (check) => {
    if (check.port === 8080) return failed(check, 'connect', 'timeout');
    if (check.service === 'snmp-trap') return 'cancelled';
    return check.service.startsWith('ftp') ? failed(check, 'connect', 'not-implemented') : seeGood(check);
  },
});
const results = new Map(run.checks.map((result) => [result.id, result]));
const NONE = { results: new Map(), running: new Set<string>() } as const;
const DONE = { results, running: new Set<string>() } as const;
const ALL: Narrowing = { chip: 'all', only: null, query: '' };

function items(narrowing: Narrowing, folded: ReadonlySet<string> = new Set()) {
  return buildItems({
    groups: groupChecks(plan, site),
    folded,
    opened: new Set(),
    narrowing,
    sources: DONE,
    titleOf: ({ requirement }) => requirement,
  });
}

describe('chooseChip', () => {
  it('lets go of a chosen cause, so that a chip shows every row it counts', () => {
    const direct = run.checks.find(({ verdict }) => verdict === 'pass');
    if (direct === undefined) throw new Error('nothing passed');
    const cause: Narrowing = { chip: 'all', only: new Set([direct.id]), query: '' };
    const chosen = { ...cause, ...chooseChip(cause, 'fail') };
    const shown = items(chosen).filter(({ kind }) => kind === 'row').length;
    expect(shown).toBe(countRows({ checks: plan, ...DONE }).fail);
    expect({ ...cause, ...chooseChip(cause, 'all') }).toEqual(ALL);
    expect(chooseChip(chosen, 'fail').chip).toBe('all');
  });
});

describe('pressedChip', () => {
  it('is none while a cause is chosen', () => {
    expect(pressedChip(ALL)).toBe('all');
    expect(pressedChip({ ...ALL, only: new Set() })).toBeNull();
    expect(pressedChip({ ...ALL, chip: 'fail' })).toBe('fail');
  });
});

describe('countProbes', () => {
  it('counts what is probed from here, not what was decided before', () => {
    const planned = plan.filter(({ action }) => action.kind === 'probe');
    expect(planned.length).toBeLessThan(plan.length);
    expect(countProbes({ checks: plan, ...NONE })).toEqual({ done: 0, total: planned.length });
    const cut = run.checks.filter(({ reason }) => reason.code === 'interrupted').length;
    expect(cut).toBeGreaterThan(0);
    expect(countProbes({ checks: plan, ...DONE })).toEqual({
      done: planned.length - cut,
      total: planned.length,
    });
  });
});

describe('groupChecks', () => {
  it('makes one group for each target and loses no check', () => {
    const groups = groupChecks(plan, site);
    expect(groups.map(({ kind, host }) => `${kind} ${host}`)).toEqual([
      'server 10.77.30.10',
      'device 10.77.20.21',
      'device 10.77.20.22',
      'external 10.77.30.20',
    ]);
    expect(groups.reduce((sum, group) => sum + group.total, 0)).toBe(plan.length);
    expect(groups[1]).toMatchObject({ name: 'МФУ, 2 этаж', location: 'каб. 201' });
  });

  it('keeps the order of the catalogue inside each part of a group', () => {
    const [server] = groupChecks(plan, site);
    const order = plan.map(({ id }) => id);
    const positions = server?.sections.direct.map(({ id }) => order.indexOf(id)) ?? [];
    expect(positions.length).toBe(5);
    expect(positions).toEqual([...positions].sort((a, b) => a - b));
  });
});

describe('plannedOf', () => {
  it('reads the plan of a finished run back from its results', () => {
    const again = run.checks.map((result) => plannedOf(result, run.viewpoint));
    expect(again.map(sectionOf)).toEqual(plan.map(sectionOf));
    expect(again.map(({ place }) => place)).toEqual(plan.map(({ place }) => place));
  });
});

describe('rowSign', () => {
  const direct = plan.find((check) => sectionOf(check) === 'direct');
  const elsewhere = plan.find((check) => sectionOf(check) === 'elsewhere');

  it('knows before any result what is queued and what is not from here', () => {
    expect(direct && rowSign(direct, NONE)).toBe('queued');
    expect(elsewhere && rowSign(elsewhere, NONE)).toBe('other-place');
    expect(direct && rowSign(direct, { ...NONE, running: new Set([direct.id]) })).toBe('running');
  });

  it('is never the sign of proof for an indirect answer', () => {
    for (const check of plan.filter((entry) => sectionOf(entry) === 'indirect')) {
      expect(['answers', 'other-place', 'fail-indirect', 'warn', 'error']).toContain(rowSign(check, DONE));
    }
  });

  it('calls queued what a stopped run never reached', () => {
    const trap = plan.find(({ service }) => service === 'snmp-trap');
    expect(trap && rowSign(trap, DONE)).toBe('queued');
    expect(notReached({ checks: plan, ...DONE })).toEqual([trap?.id]);
  });
});

describe('countRows', () => {
  it('counts every row once', () => {
    const counts = countRows({ checks: plan, ...DONE });
    expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(plan.length);
    expect(counts.fail).toBe(1);
    expect(counts.queued).toBe(1);
  });

  it('counts a failure as one word, seen directly or not', () => {
    expect(chipOf('fail-indirect')).toBe('fail');
  });
});

describe('toRepeat', () => {
  it('repeats failures and not what this version cannot check', () => {
    const repeated = toRepeat({ checks: plan, ...DONE });
    expect(repeated).toContain('printmanager-https:device>app1:8080/tcp');
    expect(repeated.some((id) => id.startsWith('scan-ftp'))).toBe(false);
  });
});

describe('buildItems', () => {
  const rows = (narrowing: Narrowing) => items(narrowing).filter(({ kind }) => kind === 'row');

  it('puts direct rows first and a line before the indirect ones', () => {
    const kinds = items(ALL).map((item) => (item.kind === 'row' ? item.section : item.kind));
    expect(kinds.slice(0, 8)).toEqual([
      'group',
      'direct',
      'direct',
      'direct',
      'direct',
      'direct',
      'section',
      'indirect',
    ]);
    expect(rows(ALL).length).toBe(plan.length);
  });

  it('finds by host, port and requirement, and shows a folded group that has a hit', () => {
    expect(rows({ ...ALL, query: '10.77.20.22' }).length).toBeGreaterThan(0);
    expect(rows({ ...ALL, query: '30000' }).length).toBe(1);
    expect(rows({ ...ALL, query: 'нет такого' })).toEqual([]);
    const folded = new Set(groupChecks(plan, site).map(({ id }) => id));
    expect(items(ALL, folded).every(({ kind }) => kind === 'group')).toBe(true);
    expect(items({ ...ALL, query: '8080/tcp' }, folded).some(({ kind }) => kind === 'row')).toBe(true);
  });

  it('narrows to one verdict and to the rows of one cause', () => {
    expect(rows({ ...ALL, chip: 'fail' }).map(({ key }) => key)).toEqual([
      'printmanager-https:device>app1:8080/tcp',
    ]);
    const only = new Set(['printmanager-http:device>app1:8010/tcp']);
    expect(rows({ ...ALL, only }).map(({ key }) => key)).toEqual([...only]);
  });
});
