/** A request tested again: which checks, and which rows close, stay, or open anew. */
import { describe, expect, it } from 'vitest';
import type { FirewallRequest } from '../../../../src/contract/firewall-request.ts';
import { checksToRetest, closeRows, provingPlace } from '../../../../src/report/request/retest.ts';
import { romashka } from '../../../fixtures/romashka.ts';
import { LATER, requestFor, runFailing, withResult } from './requests.ts';

const DEVICE = { viewpoint: 'device', address: '10.77.20.143' } as const;
const HTTPS_8080 = 'printmanager-https:device>app1:8080/tcp';
const HTTP_8010 = 'printmanager-http:device>app1:8010/tcp';
const ACTIVE = 'scan-ftp-active:device>app1:21/tcp';
const PASSIVE = 'scan-ftp-passive:device>app1:21/tcp';
const RUN_ID = 'cccccccc-0000-4000-8000-000000000003';

const request = requestFor({ runs: [runFailing([HTTPS_8080, HTTP_8010], DEVICE)] });
const retest = (failing: readonly string[], startedAt = LATER, code = 'timeout') =>
  runFailing(failing, { ...DEVICE, startedAt, id: RUN_ID }, code);
const states = ({ rows }: FirewallRequest) => rows.map(({ state }) => state);

describe('closeRows', () => {
  it('confirms a row by the run in which every check of it passed', () => {
    const run = retest([]);
    const closed = closeRows(request, run);
    expect(states(closed)).toEqual(['confirmed']);
    expect(closed.rows[0]?.confirmedBy).toEqual({ runId: RUN_ID, at: run.finishedAt });
  });

  it('leaves a row open while one check of it fails', () => {
    expect(closeRows(request, retest([HTTP_8010]))).toEqual(request);
  });

  it('opens a confirmed row again when a later run fails, not when an earlier one did', () => {
    const closed = closeRows(request, retest([]));
    expect(closeRows(closed, retest([HTTPS_8080], '2026-11-22T09:30:00.000Z'))).toEqual(closed);
    const opened = closeRows(closed, retest([HTTPS_8080], '2026-11-22T11:00:00.000Z'));
    expect(states(opened)).toEqual(['open']);
    expect(opened.rows[0]?.confirmedBy).toBeNull();
  });

  it('takes no run from before the request, from another place, or of another site', () => {
    expect(closeRows(request, retest([], '2026-11-22T08:00:00.000Z'))).toEqual(request);
    const elsewhere = runFailing([], { viewpoint: 'workstation', indirect: true, startedAt: LATER });
    expect(closeRows(request, elsewhere)).toEqual(request);
    const other = { ...retest([]), site: { id: 'other', name: '' } };
    expect(closeRows(request, other)).toEqual(request);
  });

  it('takes a result that a later run only carries over for as old as it is', () => {
    const old = retest([], '2026-11-22T08:00:00.000Z');
    expect(closeRows(request, { ...old, startedAt: LATER, finishedAt: LATER })).toEqual(request);
  });

  it('takes nothing seen at another address, though the check has kept its id', () => {
    const site = romashka(2);
    const moved = {
      ...site,
      servers: site.servers.map((server) => ({ ...server, host: '10.77.30.77' })),
    };
    const run = runFailing([], { ...DEVICE, site: moved, startedAt: LATER, id: RUN_ID });
    expect(run.checks.some(({ id, to }) => id === HTTPS_8080 && to.host === '10.77.30.77')).toBe(true);
    expect(closeRows(request, run)).toEqual(request);
  });

  it('confirms a row that joins neighbours to a network by the hosts in it', () => {
    const site = romashka(12);
    const ids = site.devices.map(({ id }) => `device-http:server>${id}:80/tcp`);
    const server = { site, viewpoint: 'server', address: '10.77.30.99' } as const;
    const asked = requestFor({ site, runs: [runFailing(ids, server)] });
    expect(asked.rows[0]?.to.some(({ address }) => address.includes('/'))).toBe(true);
    expect(states(closeRows(asked, runFailing([], { ...server, startedAt: LATER })))).toEqual(['confirmed']);
  });

  it('leaves a row alone of which the run only carries results over: something newer may be known', () => {
    const free = retest([]);
    const blocked = retest([HTTPS_8080], '2026-11-22T11:00:00.000Z');
    const opened = closeRows(closeRows(request, free), blocked);
    expect(states(opened)).toEqual(['open']);
    const carrying = {
      ...free,
      startedAt: '2026-11-22T12:00:00.000Z',
      finishedAt: '2026-11-22T12:00:20.000Z',
    };
    expect(closeRows(opened, carrying)).toEqual(opened);
  });

  it('does not touch a refused row', () => {
    const refused = { ...request, rows: request.rows.map((row) => ({ ...row, state: 'refused' as const })) };
    expect(closeRows(refused, retest([]))).toEqual(refused);
  });

  it('confirms what the network does although the service behind it is at fault', () => {
    const run = withResult(retest([]), HTTPS_8080, {
      verdict: 'fail',
      portState: 'open',
      serviceState: 'mismatch',
      reason: { code: 'plain-http-on-tls-port', message: '' },
    });
    expect(states(closeRows(request, run))).toEqual(['confirmed']);
  });

  it.each([
    ['a refusal', 'closed', 'refused'],
    ['an open port that said nothing', 'open', 'silent-service'],
    ['a port that opens for everybody', 'open', 'decoy-open'],
  ] as const)('does not take %s for a proof', (_name, portState, code) => {
    const run = withResult(retest([]), HTTPS_8080, {
      verdict: 'warn',
      portState,
      serviceState: 'silent',
      reason: { code, message: '' },
    });
    expect(states(closeRows(request, run))).toEqual(['open']);
  });

  it('tells the way there from the way back of active FTP', () => {
    const both = requestFor({ runs: [runFailing([ACTIVE, PASSIVE], DEVICE)] });
    const run = withResult(retest([]), ACTIVE, {
      verdict: 'fail',
      portState: 'open',
      serviceState: 'confirmed',
      reason: { code: 'ftp-callback-blocked', message: '' },
    });
    expect(states(closeRows(both, run))).toEqual(['confirmed', 'open']);
  });
});

describe('checksToRetest', () => {
  it('names the checks of a place, also of rows in which the server begins', () => {
    const both = requestFor({ runs: [runFailing([ACTIVE, PASSIVE, HTTPS_8080], DEVICE)] });
    expect(checksToRetest(both, 'device').toSorted()).toEqual([HTTPS_8080, ACTIVE, PASSIVE]);
    expect(checksToRetest(both, 'server')).toEqual([]);
  });

  it('leaves refused rows out', () => {
    const refused = { ...request, rows: request.rows.map((row) => ({ ...row, state: 'refused' as const })) };
    expect(checksToRetest(refused, 'device')).toEqual([]);
  });
});

describe('provingPlace', () => {
  it.each([
    [HTTPS_8080, 'device'],
    ['monitoring-http:printManager>app2:8000/tcp', 'server'],
    ['external-nfs:server>nfs:2049/tcp', 'server'],
    ['something else', null],
    ['a:clickhouse>b:1/tcp', null],
  ])('of %s is %s', (id, place) => {
    expect(provingPlace(id)).toBe(place);
  });
});
