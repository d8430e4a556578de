/** Which rows a request has: only what a firewall can change, in as few rows as possible, and never «any». */
import { describe, expect, it } from 'vitest';
import { type FirewallRequest, firewallRequestSchema } from '../../../../src/contract/firewall-request.ts';
import { romashka } from '../../../fixtures/romashka.ts';
import { requestFor, runFailing, standing, withResult } from './requests.ts';

const DEVICE = { viewpoint: 'device', address: '10.77.20.143' } as const;
const HTTPS_8080 = 'printmanager-https:device>app1:8080/tcp';
const PASSIVE = 'scan-ftp-passive:device>app1:21/tcp';
const ACTIVE = 'scan-ftp-active:device>app1:21/tcp';

function brief(request: FirewallRequest) {
  return request.rows.map(({ from, to, transport, ports, sourcePort }) => {
    const source = sourcePort === null ? '' : ` from ${sourcePort}`;
    const range = ports.map((port) => (port.from === port.to ? port.from : `${port.from}-${port.to}`));
    const ends = (list: readonly { readonly address: string }[]) =>
      list.map(({ address }) => address).join(',') || '?';
    return `${ends(from.ends)} > ${ends(to)} ${transport} ${range.join(',')}${source}`;
  });
}

function passiveFacts(held: readonly number[]) {
  const ports = Array.from({ length: 200 }, (_, index) => {
    const port = 30_000 + index;
    return held.includes(port)
      ? { port, state: 'filtered', errno: 'timeout' }
      : { port, state: 'closed', errno: 'ECONNREFUSED' };
  });
  return {
    address: '10.77.30.10',
    localAddress: '10.77.20.143',
    control: { greeting: { code: 220, text: 'FTP' }, features: null, authTls: false },
    login: { outcome: 'accepted', step: null, directory: '/', directoryRefused: null },
    transfer: null,
    range: { from: 30_000, to: 30_199 },
    modes: [],
    ports,
    counts: { open: 0, closed: 200 - held.length, filtered: held.length, unreachable: 0 },
    blocks: [],
  };
}

function partlyFiltered(held: readonly number[]) {
  return withResult(runFailing([], DEVICE), PASSIVE, {
    verdict: 'fail',
    portState: 'open',
    serviceState: 'confirmed',
    reason: { code: 'ftp-range-partly-filtered', message: '' },
    facts: passiveFacts(held),
  });
}

describe('requestOf', () => {
  it('asks for a silent port, from the network that the person named', () => {
    const request = requestFor({ runs: [runFailing([HTTPS_8080], DEVICE)] });
    expect(brief(request)).toEqual(['10.77.20.0/24 > 10.77.30.10 tcp 8080']);
    expect(request.rows[0]).toMatchObject({
      number: 1,
      checks: [HTTPS_8080],
      permanent: true,
      state: 'open',
    });
    expect(firewallRequestSchema.parse(request)).toEqual(request);
  });

  it.each([
    ['EHOSTUNREACH', 1],
    ['ENETUNREACH', 1],
    ['ECONNREFUSED', 0],
    ['ENOTFOUND', 0],
  ])('counts what ended with %s as %s rows', (code, rows) => {
    const runs = [runFailing([HTTPS_8080], DEVICE, code)];
    expect(requestFor({ runs }).rows).toHaveLength(rows);
  });

  it('takes a refusal for a firewall only where another place was answered on the same port', () => {
    const refused = runFailing([HTTPS_8080], DEVICE, 'ECONNREFUSED');
    const answered = runFailing([], { viewpoint: 'workstation', address: '10.77.10.57' });
    expect(brief(requestFor({ runs: [refused, answered] }))).toEqual([
      '10.77.20.0/24 > 10.77.30.10 tcp 8080',
    ]);
  });

  it('takes no refusal for a firewall where the same place was answered before: the service has stopped', () => {
    const answered = runFailing([], DEVICE);
    const refused = runFailing(
      [HTTPS_8080],
      { ...DEVICE, startedAt: '2026-11-22T08:41:00.000Z' },
      'ECONNREFUSED',
    );
    expect(brief(requestFor({ runs: [answered, refused] }))).toEqual([]);
  });

  it('takes no refusal for a firewall where the other place is refused by now, too', () => {
    const other = { viewpoint: 'workstation', address: '10.77.10.57' } as const;
    const elsewhere = 'printmanager-https:workstation>app1:8080/tcp';
    const later = { startedAt: '2026-11-22T08:41:00.000Z' };
    const runs = [
      runFailing([], other),
      runFailing([elsewhere], { ...other, ...later }, 'ECONNREFUSED'),
      runFailing([HTTPS_8080], { ...DEVICE, ...later }, 'ECONNREFUSED'),
    ];
    expect(brief(requestFor({ runs }))).toEqual([]);
  });

  it('asks for what was seen blocked although the tool could not look again', () => {
    const blocked = runFailing([HTTPS_8080], DEVICE);
    const broken = withResult(
      runFailing([], { ...DEVICE, startedAt: '2026-11-22T08:41:00.000Z' }),
      HTTPS_8080,
      {
        verdict: 'error',
        portState: null,
        serviceState: 'not-checked',
        reason: { code: 'tool-failed', message: '' },
      },
    );
    expect(brief(requestFor({ runs: [blocked, broken] }))).toEqual(['10.77.20.0/24 > 10.77.30.10 tcp 8080']);
  });

  it('asks for nothing that a firewall cannot change', () => {
    const run = withResult(runFailing([], DEVICE), HTTPS_8080, {
      verdict: 'fail',
      portState: 'open',
      serviceState: 'mismatch',
      reason: { code: 'plain-http-on-tls-port', message: '' },
    });
    expect(requestFor({ runs: [run] }).rows).toEqual([]);
  });

  it('asks for no way to a site that a proxy stands before: the proxy is what refuses', () => {
    const good = runFailing([], { viewpoint: 'server', address: '10.77.30.99' });
    const download = good.checks.find(({ requirement }) => requirement === 'online-install');
    const run = withResult(good, download?.id ?? '', {
      verdict: 'fail',
      portState: 'unreachable',
      serviceState: 'denied',
      reason: { code: 'proxy-login-required', message: '' },
    });
    expect(run.checks.some(({ reason }) => reason.code === 'proxy-login-required')).toBe(true);
    expect(requestFor({ runs: [run] }).rows).toEqual([]);
  });

  it('asks for exactly the missing parts of a passive range, in one row with another port of the same way', () => {
    const held = [30_050, 30_051, 30_199];
    const run = withResult(
      partlyFiltered(held),
      HTTPS_8080,
      runFailing([HTTPS_8080], DEVICE).checks.find(({ id }) => id === HTTPS_8080) ?? {},
    );
    expect(brief(requestFor({ runs: [run] }))).toEqual([
      '10.77.20.0/24 > 10.77.30.10 tcp 8080,30050-30051,30199',
    ]);
  });

  it('asks for the connection back from port 20 where only that is held back', () => {
    const run = withResult(runFailing([], DEVICE), ACTIVE, {
      verdict: 'fail',
      portState: 'open',
      serviceState: 'confirmed',
      reason: { code: 'ftp-callback-blocked', message: '' },
    });
    expect(brief(requestFor({ runs: [run] }))).toEqual([
      '10.77.30.10 > 10.77.20.0/24 tcp 1024-65535 from 20',
    ]);
  });

  it('asks for the whole of FTP where its first port is silent', () => {
    const request = requestFor({ runs: [runFailing([ACTIVE, PASSIVE], DEVICE)] });
    expect(brief(request)).toEqual([
      '10.77.20.0/24 > 10.77.30.10 tcp 21,30000-30199',
      '10.77.30.10 > 10.77.20.0/24 tcp 1024-65535 from 20',
    ]);
  });

  it('makes one row of devices that lack the same ports, and of neighbours a network only where it is exact', () => {
    const site = romashka(12);
    const ids = site.devices.flatMap(({ id }) =>
      [80, 443].map((port) => `device-http${port === 80 ? '' : 's'}:server>${id}:${port}/tcp`),
    );
    const run = runFailing(ids, { site, viewpoint: 'server', address: '10.77.30.99' });
    // 21…32: 24/29 holds exactly eight of them.
    expect(brief(requestFor({ site, runs: [run] }))).toEqual([
      '10.77.30.10 > 10.77.20.21,10.77.20.22,10.77.20.23,10.77.20.24/29,10.77.20.32 tcp 80,443',
    ]);
  });

  it('takes the newest direct result of each check', () => {
    const first = runFailing([HTTPS_8080], DEVICE);
    const again = runFailing([], { ...DEVICE, startedAt: '2026-11-22T08:41:00.000Z' });
    expect(requestFor({ runs: [again, first] }).rows).toEqual([]);
  });

  it('asks for no address that the profile no longer has', () => {
    const [server] = romashka(2).servers;
    const moved = romashka(2, { servers: [{ ...server, host: '10.77.30.11' }] });
    const runs = [runFailing([HTTPS_8080], DEVICE)];
    expect(requestFor({ runs }).rows).toHaveLength(1);
    expect(requestFor({ site: moved, runs }).rows).toEqual([]);
  });

  it('takes the network of the run where nobody named one, and of several the one it was bound to', () => {
    const run = standing(runFailing([HTTPS_8080], DEVICE), ['192.168.5.7/24', '10.77.20.143/25']);
    const request = requestFor({ runs: [run], networks: { workstation: [], device: [] } });
    expect(brief(request)).toEqual(['10.77.20.128/25 > 10.77.30.10 tcp 8080']);
  });

  it('takes the network of the gateway where the system chose among several, and none where nothing tells', () => {
    const nobody = { workstation: [], device: [] };
    const run = standing(runFailing([HTTPS_8080], DEVICE), ['192.168.5.7/24', '10.77.20.143/24']);
    const silent = { ...run, checks: run.checks.filter(({ id }) => id === HTTPS_8080) };
    const chosen = (gateway: string | null) => {
      const place = { ...silent.place, localAddress: null, gateway };
      return brief(requestFor({ runs: [{ ...silent, place }], networks: nobody }))[0];
    };
    expect(chosen('192.168.5.1')).toBe('192.168.5.0/24 > 10.77.30.10 tcp 8080');
    expect(chosen(null)).toBe('10.77.20.21,10.77.20.22 > 10.77.30.10 tcp 8080');
  });

  it('leaves room for a source that nobody has named, and takes the devices of the profile', () => {
    const nobody = { workstation: [], device: [] };
    const at = 'printmanager-https:workstation>app1:8080/tcp';
    const runs = [
      runFailing([HTTPS_8080], DEVICE),
      runFailing([at], { viewpoint: 'workstation', address: '10.77.10.57' }),
    ];
    expect(brief(requestFor({ runs, networks: nobody }))).toEqual([
      '? > 10.77.30.10 tcp 8080',
      '10.77.20.21,10.77.20.22 > 10.77.30.10 tcp 8080',
    ]);
  });

  it('holds the whole table before anything was seen, the installation as temporary', () => {
    const request = requestFor({ basis: 'table', stage: 'before-install' });
    expect(brief(request)).toEqual([
      '10.77.10.0/24 > 10.77.30.10 tcp 80,443,1631,8000-8001,8010,8080',
      '10.77.20.0/24 > 10.77.30.10 tcp 21,8010,8080,30000-30199',
      '10.77.20.0/24 > 10.77.30.10 udp 162',
      '10.77.30.10 > 10.77.20.21,10.77.20.22 tcp 80,443,631,9100',
      '10.77.30.10 > 10.77.20.21,10.77.20.22 udp 161',
      '10.77.30.10 > 10.77.20.0/24 tcp 1024-65535 from 20',
      '10.77.30.10 > 10.77.30.20 tcp 5432,8123',
      '10.77.30.10 > 10.77.30.5 tcp 389',
      '10.77.30.10 > 10.77.30.22 tcp 2049',
      '10.77.30.10 > s3.printum.io tcp 443',
    ]);
    expect(request.rows.filter(({ permanent }) => !permanent).map(({ to }) => to[0]?.address)).toEqual([
      's3.printum.io',
    ]);
    expect(request.runIds).toEqual([]);
  });

  it('never writes «any» for an end', () => {
    const request = requestFor({ basis: 'table', networks: { workstation: [], device: [] } });
    const ends = request.rows.flatMap(({ from, to }) => [...from.ends, ...to]);
    expect(ends.map(({ address }) => address)).not.toContain('any');
    expect(JSON.stringify(request)).not.toMatch(/\bany\b|0\.0\.0\.0/i);
  });
});
