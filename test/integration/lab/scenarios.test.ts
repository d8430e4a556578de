/** Every scenario of the laboratory: its truth is complete, independent programs confirm it, and the product finds it. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CheckResult, PlannedCheck } from '../../../src/contract/check.ts';
import { PROBE_KINDS, type ProbeKind, VIEWPOINTS, type Viewpoint } from '../../../src/contract/words.ts';
import { planChecks } from '../../../src/plan/plan.ts';
import { notImplementedProbe } from '../../../src/probes/not-implemented.ts';
import { PROBES } from '../../../src/probes/registry.ts';
import { findCatalogue } from '../../../src/requirements/load.ts';
import { HOSTS } from '../../lab/addresses.ts';
import { type Lab, startLab } from '../../lab/lab.ts';
import { runProduct } from '../../lab/product-run.ts';
import { SCENARIOS } from '../../lab/scenarios/all.ts';
import { type Expected, truthAbout, unusedTruth } from '../../lab/truth.ts';
import { testimonies } from '../../lab/witnesses/all.ts';
import { describeIf, needs } from '../../support/needs.ts';

const OWN_HOSTS: Readonly<Record<Viewpoint, ReadonlySet<string>>> = {
  workstation: new Set([HOSTS.workstation.address]),
  device: new Set([HOSTS.device.address]),
  server: new Set([HOSTS.app1.address]),
};

/** What the product can probe today, asked of the product itself: the comparison grows with it. */
const IMPLEMENTED: ReadonlySet<ProbeKind> = new Set(
  PROBE_KINDS.filter((kind) => (PROBES[kind] as unknown) !== notImplementedProbe),
);

const NEEDS = needs.all(
  needs.root(),
  ...['nft', 'nmap', 'nginx', 'cupsd', 'vsftpd', 'snmpd', 'snmptrapd', 'ippeveprinter'].map(needs.tool),
  ...['redis-server', 'haproxy', 'slapd', 'krb5kdc', 'dnsmasq', 'ganesha.nfsd', 'clickhouse-server'].map(
    needs.tool,
  ),
  ...['snmpget', 'ipptool', 'curl', 'redis-cli', 'openssl', 'psql', 'ldapsearch', 'dig', 'rpcinfo'].map(
    needs.tool,
  ),
);

for (const scenario of SCENARIOS) {
  describeIf(NEEDS, `the laboratory with ${scenario.title} (${scenario.name})`, () => {
    let lab: Lab;
    beforeAll(async () => {
      lab = await startLab(scenario);
    });
    afterAll(async () => {
      await lab?.close();
    });

    for (const viewpoint of VIEWPOINTS) {
      const table = scenario.truth[viewpoint];

      it(`is what independent programs find from the ${viewpoint}, for every flow that starts there`, async () => {
        const checks = directChecks(lab, viewpoint);
        const ids = checks.map((check) => check.id);
        expect(ids.filter((id) => truthAbout(table, id) === undefined)).toEqual([]);
        expect(unusedTruth(table, ids)).toEqual([]);
        const found = await testimonies(lab, viewpoint, checks);
        expect(Object.fromEntries(found)).toEqual(
          Object.fromEntries(ids.map((id) => [id, outsideView(truthAbout(table, id))])),
        );
      });

      it(`is what the product finds from the ${viewpoint}, for every protocol that it can probe`, async () => {
        const { run } = await runProduct(lab, viewpoint);
        const compared = run.checks.filter(
          (check) => check.proof === 'direct' && IMPLEMENTED.has(check.service),
        );
        const planned = directChecks(lab, viewpoint).filter((check) => IMPLEMENTED.has(check.service));
        expect(compared.map((check) => check.id)).toEqual(planned.map((check) => check.id));
        expect(compared).not.toEqual([]);
        expect(byId(compared, judgement)).toEqual(
          byId(compared, (check) => insideView(truthAbout(table, check.id))),
        );
      });
    }

    it('has seen no byte on the RAW ports, though the product and nmap have connected to them', async () => {
      for (const rawPort of lab.rawPorts.values()) expect(await rawPort.bytes()).toEqual(Buffer.alloc(0));
      const heard = await Promise.all([...lab.rawPorts.values()].map((rawPort) => rawPort.connections()));
      expect(heard.every((count) => count === 0)).toBe(lab.rawPorts.size === 0);
    });

    it('holds no file on its FTP servers that a test transfer has left', async () => {
      for (const server of lab.ftpServers.values()) expect(await server.files()).toEqual([]);
    });
  });
}

function directChecks(lab: Lab, viewpoint: Viewpoint): readonly PlannedCheck[] {
  const catalogue = findCatalogue(lab.site.catalogue);
  if (catalogue === null) throw new Error('the profile names no catalogue');
  const request = { catalogue, viewpoint, stage: 'after-install', indirect: false } as const;
  return planChecks({ ...request, site: lab.site, ownHosts: OWN_HOSTS[viewpoint] }).filter(
    (check) => check.action.kind === 'probe',
  );
}

/** What programs can see that know nothing of verdicts. */
function outsideView(expected: Expected | undefined) {
  const { portState, serviceState, seen } = expected ?? {};
  return { portState, serviceState, ...(seen === undefined ? {} : { seen }) };
}

/** What the product must say; it tells the cause by its reason. */
function insideView(expected: Expected | undefined) {
  const { portState, serviceState, verdict, reason } = expected ?? {};
  return { portState, serviceState, verdict, reason };
}

function judgement({ portState, serviceState, verdict, reason }: CheckResult) {
  return { portState, serviceState, verdict, reason: reason.code };
}

function byId<V>(checks: readonly CheckResult[], value: (check: CheckResult) => V): Record<string, V> {
  return Object.fromEntries(checks.map((check) => [check.id, value(check)]));
}
