/** Every flow that applies appears from every viewpoint, and only its own place proves it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PlannedCheck } from '../../../src/contract/check.ts';
import type { Site } from '../../../src/contract/site.ts';
import { COMPONENTS, SCHEMES, VIEWPOINTS, type Viewpoint } from '../../../src/contract/words.ts';
import { applicableRequirements, everyFlow, type PlanRequest, planChecks } from '../../../src/plan/plan.ts';
import { BUILT_IN_CATALOGUES } from '../../../src/requirements/load.ts';
import { makeHaSite, makeSite } from './sites.ts';

function plan(site: Site, viewpoint: Viewpoint, changes: Partial<PlanRequest> = {}): readonly PlannedCheck[] {
  const [catalogue] = BUILT_IN_CATALOGUES;
  if (catalogue === undefined) throw new Error('no catalogue is built in');
  return planChecks({
    site,
    catalogue,
    viewpoint,
    stage: 'after-install',
    indirect: false,
    ownHosts: new Set(),
    ...changes,
  });
}

function count(checks: readonly PlannedCheck[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { action } of checks) {
    const key = action.kind === 'probe' ? action.proof : action.reason;
    counts[key] = (counts[key] ?? 0) + 1;
  }
  return counts;
}

function actionOf(checks: readonly PlannedCheck[], id: string): unknown {
  const { action } = checks.find((check) => check.id === id) ?? {};
  return action?.kind === 'probe' ? action.proof : action?.reason;
}

describe('planChecks for one server, 40 devices, four resources and online installation', () => {
  const site = makeSite();

  it('finds 23 requirements and 263 flows from every viewpoint', () => {
    const [catalogue] = BUILT_IN_CATALOGUES;
    expect(catalogue && applicableRequirements(site, catalogue)).toHaveLength(23);
    for (const viewpoint of VIEWPOINTS) expect(plan(site, viewpoint)).toHaveLength(263);
  });

  it('probes directly what starts at the viewpoint', () => {
    expect(count(plan(site, 'workstation'))).toEqual({ direct: 7, 'other-viewpoint': 256 });
    expect(count(plan(site, 'device'))).toEqual({ direct: 5, 'other-viewpoint': 258 });
    expect(count(plan(site, 'server'))).toEqual({
      direct: 245,
      'inside-one-server': 6,
      'other-viewpoint': 12,
    });
  });

  it('adds indirect probes where they can tell something, and none to external resources or the trap port', () => {
    expect(count(plan(site, 'device', { indirect: true }))).toEqual({
      direct: 5,
      indirect: 253,
      'other-viewpoint': 5,
    });
    expect(count(plan(site, 'workstation', { indirect: true }))).toEqual({
      direct: 7,
      indirect: 250,
      'other-viewpoint': 6,
    });
    expect(count(plan(site, 'server', { indirect: true }))).toEqual({
      direct: 245,
      indirect: 17,
      'other-viewpoint': 1,
    });
  });

  it('proves flows inside the server only from the server itself', () => {
    const ownHosts = new Set(['10.77.30.10']);
    expect(count(plan(site, 'server', { ownHosts }))).toEqual({ direct: 251, 'other-viewpoint': 12 });
    expect(count(plan(site, 'workstation', { ownHosts }))).toEqual({ direct: 7, 'other-viewpoint': 256 });
    const inside = plan(site, 'server').filter((check) => check.inside);
    expect(inside.map(({ id }) => id)).toEqual([
      'monitoring-http:printManager>app1:8000/tcp',
      'monitoring-https:printManager>app1:8001/tcp',
      'printmanager-http:monitoring>app1:8010/tcp',
      'printmanager-https:monitoring>app1:8080/tcp',
      'cups-files-http:server>app1:8090/tcp',
      'cups-files-https:server>app1:8091/tcp',
    ]);
  });

  it('writes a check as the contract does', () => {
    const found = plan(site, 'workstation').find(
      ({ id }) => id === 'printmanager-https:workstation>app1:8080/tcp',
    );
    expect(found).toEqual({
      id: 'printmanager-https:workstation>app1:8080/tcp',
      requirement: 'printmanager-https',
      from: 'workstation',
      to: { role: 'printManager', id: 'app1', host: '10.77.30.10' },
      transport: 'tcp',
      port: 8080,
      service: 'https',
      required: true,
      inside: false,
      place: 'workstation',
      action: { kind: 'probe', proof: 'direct' },
    });
  });

  it('takes the port of an external resource from the profile and the download host from the catalogue', () => {
    const ids = plan(site, 'server').map(({ id }) => id);
    expect(ids).toContain('external-nfs:server>nfs:12049/tcp');
    expect(ids).toContain('external-clickhouse:server>ch:8123/tcp');
    expect(ids).toContain('online-install:server>s3.printum.io:443/tcp');
    const offline = plan(makeSite({ onlineInstall: false }), 'server');
    expect(offline.filter(({ requirement }) => requirement === 'online-install')).toEqual([]);
  });

  it('puts an override on every flow of its requirement and on nothing else', () => {
    const checks = plan(
      makeSite({ portOverrides: { 'printmanager-http': 9010, 'external-nfs': 1 } }),
      'device',
    );
    const ports = checks
      .filter(({ requirement }) => requirement === 'printmanager-http')
      .map(({ port }) => port);
    expect(ports).toEqual([9010, 9010, 9010]);
    expect(checks.find(({ requirement }) => requirement === 'external-nfs')?.port).toBe(12049);
  });

  it('carries the second connection of FTP in both modes', () => {
    const checks = plan(site, 'device');
    expect(checks.find(({ requirement }) => requirement === 'scan-ftp-active')?.callbackFrom).toBe(20);
    expect(checks.find(({ requirement }) => requirement === 'scan-ftp-passive')?.dataPorts).toEqual({
      from: 30000,
      to: 30199,
    });
  });

  it('leaves out what was not chosen, and says so', () => {
    const chosen = plan(site, 'workstation', {
      onlyRequirements: new Set(['account-http']),
      onlyHosts: new Set(['10.77.30.10']),
    });
    expect(count(chosen)).toEqual({ direct: 1, 'not-selected': 262 });
  });
});

describe('planChecks for the high availability scheme', () => {
  const site = makeHaSite();
  const checks = plan(site, 'server');

  it('leads to every server that carries the role, each check with its own id', () => {
    const ids = checks.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => id.startsWith('redis-sentinel:'))).toEqual([
      'redis-sentinel:server>app1:26379/tcp',
      'redis-sentinel:server>app2:26379/tcp',
      'redis-sentinel:server>mon:26379/tcp',
    ]);
    expect(ids).toContain('haproxy-panel:workstation>lb:7000/tcp');
    expect(ids).toContain('account-http:workstation>app2:80/tcp');
  });

  it('proves flows between servers from the server network', () => {
    expect(actionOf(checks, 'redis:server>app1:6379/tcp')).toBe('direct');
    expect(actionOf(checks, 'monitoring-http:printManager>mon:8000/tcp')).toBe('direct');
    expect(checks.some(({ inside }) => inside)).toBe(false);
  });

  it('proves no flow between servers by a server that asks itself', () => {
    const onApp1 = plan(makeHaSite(), 'server', { ownHosts: new Set(['10.77.30.11']) });
    expect(actionOf(onApp1, 'redis:server>app1:6379/tcp')).toBe('other-viewpoint');
    expect(actionOf(onApp1, 'redis:server>app2:6379/tcp')).toBe('direct');
    expect(actionOf(onApp1, 'device-http:server>mfu-201:80/tcp')).toBe('direct');
  });
});

describe('planChecks where a database lives on the only server', () => {
  it('treats its flow as inside the server', () => {
    const site = makeSite({ external: [{ id: 'pg', kind: 'postgresql', host: '10.77.30.10' }] });
    const id = 'external-postgresql:server>pg:5432/tcp';
    expect(actionOf(plan(site, 'server'), id)).toBe('inside-one-server');
    expect(actionOf(plan(site, 'server', { indirect: true }), id)).toBe('indirect');
    expect(actionOf(plan(site, 'workstation', { indirect: true }), id)).toBe('other-viewpoint');
    expect(actionOf(plan(site, 'server', { ownHosts: new Set(['10.77.30.10']) }), id)).toBe('direct');
  });
});

const anySite = fc
  .record({
    scheme: fc.constantFrom(...SCHEMES),
    servers: fc.array(fc.uniqueArray(fc.constantFrom(...COMPONENTS), { minLength: 1 }), {
      minLength: 1,
      maxLength: 6,
    }),
    devices: fc.integer({ min: 0, max: 5 }),
    onlineInstall: fc.boolean(),
    oneHost: fc.boolean(),
  })
  .map(({ scheme, servers, devices, onlineInstall, oneHost }) =>
    makeSite({
      scheme,
      onlineInstall,
      servers: servers.map((roles, index) => ({
        id: `s${index}`,
        host: `10.0.0.${oneHost ? 1 : index + 1}`,
        roles,
      })),
      devices: Array.from({ length: devices }, (_, index) => ({
        id: `d${index}`,
        host: `10.0.1.${index + 1}`,
      })),
    }),
  );

describe('planChecks for any site', () => {
  it('gives the same checks from every viewpoint, each id once, and direct proof only in its own place', () => {
    fc.assert(
      fc.property(anySite, fc.boolean(), (site, indirect) => {
        const plans = VIEWPOINTS.map((viewpoint) => plan(site, viewpoint, { indirect }));
        const ids = plans.map((checks) => checks.map(({ id }) => id));
        expect(ids[1]).toEqual(ids[0]);
        expect(ids[2]).toEqual(ids[0]);
        expect(new Set(ids[0]).size).toBe(ids[0]?.length);
        plans.forEach((checks, index) => {
          for (const { action, place, inside } of checks) {
            const direct = action.kind === 'probe' && action.proof === 'direct';
            expect(direct).toBe(place === VIEWPOINTS[index] && !inside);
            expect(action.kind === 'probe' && action.proof === 'indirect' && !indirect).toBe(false);
          }
        });
      }),
    );
  });

  it('has a check for every role of a flow that somebody carries', () => {
    fc.assert(
      fc.property(anySite, (site) => {
        const checks = plan(site, 'workstation');
        const carriers = (role: string) =>
          site.servers.filter(({ roles }) => roles.some((own) => own === role)).length;
        const found = (id: string) => checks.filter(({ requirement }) => requirement === id).length;
        expect(found('account-http')).toBe(carriers('personalAccount'));
        expect(found('printmanager-http')).toBe(3 * carriers('printManager'));
        expect(found('cups-files-http')).toBe(carriers('cups'));
        expect(found('redis')).toBe(site.scheme === 'ha' ? carriers('redis') : 0);
        expect(found('haproxy-panel')).toBe(site.scheme === 'ha' ? carriers('loadBalancer') : 0);
        expect(found('device-raw')).toBe(site.devices.length);
        expect(found('online-install')).toBe(site.onlineInstall ? 1 : 0);
      }),
    );
  });
});

describe('everyFlow', () => {
  it.each([
    ['one server', makeSite()],
    ['several servers', makeHaSite()],
  ])('has what every viewpoint has when the site is %s', (_what, site) => {
    const [catalogue] = BUILT_IN_CATALOGUES;
    if (catalogue === undefined) throw new Error('no catalogue is built in');
    const ids = everyFlow(site, catalogue).map(({ id }) => id);
    expect(ids.length).toBeGreaterThan(0);
    for (const viewpoint of VIEWPOINTS) expect(plan(site, viewpoint).map(({ id }) => id)).toEqual(ids);
  });
});
