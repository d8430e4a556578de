/** Every scenario of the laboratory: its truth is complete, independent programs confirm it, and the product finds it. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CheckResult, PlannedCheck } from '../../../src/contract/check.ts';
import type { Run } from '../../../src/contract/run.ts';
import { VIEWPOINTS, type Viewpoint } from '../../../src/contract/words.ts';
import { planChecks } from '../../../src/plan/plan.ts';
import { findCatalogue } from '../../../src/requirements/load.ts';
import { HOSTS } from '../../lab/addresses.ts';
import { expectedCauses, foundCauses } from '../../lab/expected-findings.ts';
import { type Lab, startLab } from '../../lab/lab.ts';
import { runProduct } from '../../lab/product-run.ts';
import { LAB_PROGRAMS } from '../../lab/programs.ts';
import { SCENARIOS } from '../../lab/scenarios/all.ts';
import { CONNECTED, type Expected, truthAbout, unusedTruth } from '../../lab/truth.ts';
import { type Testimony, testimonies } from '../../lab/witnesses/all.ts';
import { describeIf, needs } from '../../support/needs.ts';

const OWN_HOSTS: Readonly<Record<Viewpoint, ReadonlySet<string>>> = {
  workstation: new Set([HOSTS.workstation.address]),
  device: new Set([HOSTS.device.address]),
  server: new Set([HOSTS.app1.address]),
};

for (const scenario of SCENARIOS) {
  const need = needs.all(needs.root(), ...LAB_PROGRAMS.map(needs.tool));
  describeIf(need, `the laboratory with ${scenario.title} (${scenario.name})`, () => {
    let lab: Lab;
    let planned: Readonly<Record<Viewpoint, readonly PlannedCheck[]>>;
    let found: Readonly<Record<Viewpoint, ReadonlyMap<string, Testimony>>>;
    let runs: Readonly<Record<Viewpoint, Run>>;

    beforeAll(async () => {
      lab = await startLab(scenario);
      planned = await forEachViewpoint(async (viewpoint) => directChecks(lab, viewpoint));
      // One after the other, so that what a witness counts is not what the product does.
      found = await forEachViewpoint((viewpoint) => testimonies(lab, viewpoint, planned[viewpoint]));
      runs = await forEachViewpoint(async (viewpoint) => (await runProduct(lab, viewpoint)).run);
    });
    afterAll(async () => {
      await lab?.close();
    });

    for (const viewpoint of VIEWPOINTS) {
      const table = scenario.truth[viewpoint];

      it(`knows the truth about every flow that starts at the ${viewpoint}, and nothing beyond`, () => {
        const ids = planned[viewpoint].map((check) => check.id);
        expect(ids.filter((id) => truthAbout(table, id) === undefined)).toEqual([]);
        expect(unusedTruth(table, ids)).toEqual([]);
      });

      it(`is what independent programs find from the ${viewpoint}`, () => {
        const ids = planned[viewpoint].map((check) => check.id);
        expect(Object.fromEntries(found[viewpoint])).toEqual(
          Object.fromEntries(ids.map((id) => [id, outsideView(truthAbout(table, id))])),
        );
      });

      it(`is what the product finds from the ${viewpoint}`, () => {
        const compared = runs[viewpoint].checks.filter(isComparable);
        const wanted = planned[viewpoint];
        expect(wanted).not.toEqual([]);
        expect(compared.map((check) => check.id)).toEqual(wanted.map((check) => check.id));
        expect(byId(compared, judgement)).toEqual(
          byId(compared, (check) => insideView(truthAbout(table, check.id))),
        );
      });

      it(`has its causes, and no others, found from the ${viewpoint} in both languages`, () => {
        const expected = scenario.findings[viewpoint] ?? [];
        expect(foundCauses(runs[viewpoint], expected)).toEqual(expectedCauses(expected));
      });
    }

    it('proves nothing from a viewpoint about flows that start elsewhere', () => {
      for (const viewpoint of VIEWPOINTS) {
        const ids = new Set(planned[viewpoint].map((check) => check.id));
        const others = runs[viewpoint].checks.filter((check) => !ids.has(check.id));
        expect(others).not.toEqual([]);
        expect(new Set(others.map((check) => check.verdict))).toEqual(new Set(['skip']));
      }
    });

    it('has seen no byte on the RAW ports, though they were connected to', async () => {
      for (const rawPort of lab.rawPorts.values()) expect(await rawPort.bytes()).toEqual(Buffer.alloc(0));
      const counts = await Promise.all([...lab.rawPorts.values()].map((rawPort) => rawPort.connections()));
      const isReached = Object.values(scenario.truth.server).includes(CONNECTED);
      expect(counts.some((count) => count > 0)).toBe(lab.rawPorts.size > 0 && isReached);
    });

    it('holds no file on its FTP servers that the product has left', async () => {
      for (const server of lab.ftpServers.values()) {
        const files = await server.files();
        expect(files.filter((name) => !name.startsWith('witness-'))).toEqual([]);
      }
    });
  });
}

async function forEachViewpoint<V>(
  make: (viewpoint: Viewpoint) => Promise<V>,
): Promise<Readonly<Record<Viewpoint, V>>> {
  const [workstation, device, server] = await Promise.all([
    make('workstation'),
    make('device'),
    make('server'),
  ]);
  return { workstation, device, server };
}

function directChecks(lab: Lab, viewpoint: Viewpoint): readonly PlannedCheck[] {
  const catalogue = findCatalogue(lab.site.catalogue);
  if (catalogue === null) throw new Error('the profile names no catalogue');
  const request = { catalogue, viewpoint, stage: 'after-install', indirect: false } as const;
  return planChecks({ ...request, site: lab.site, ownHosts: OWN_HOSTS[viewpoint] }).filter(
    (check) => check.action.kind === 'probe',
  );
}

function isComparable(check: CheckResult): boolean {
  return check.proof === 'direct';
}

/** What programs can see that know nothing of verdicts. */
function outsideView(expected: Expected | undefined) {
  const { portState, serviceState, nmapState, seen } = expected ?? {};
  return { portState: nmapState ?? portState, serviceState, ...(seen === undefined ? {} : { seen }) };
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
