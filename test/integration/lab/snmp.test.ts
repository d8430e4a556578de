/** What the product reads over SNMP from real agents, against snmpget; and what a real receiver wrote down of its traps. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { factsOf } from '../../../src/contract/facts.ts';
import { HOSTS } from '../../lab/addresses.ts';
import { type Lab, startLab } from '../../lab/lab.ts';
import { runOn } from '../../lab/namespace.ts';
import { runProduct } from '../../lab/product-run.ts';
import { everythingRight } from '../../lab/scenarios/everything-right.ts';
import { describeIf, needs } from '../../support/needs.ts';

const NEEDS = needs.all(needs.root(), ...['nft', 'snmpd', 'snmptrapd', 'snmpget'].map(needs.tool));
const QUIET = { env: { ...process.env, MIBS: '' } };

/** snmpget's option -Oqv gives the bare value. */
const OBJECTS = {
  description: '1.3.6.1.2.1.1.1.0',
  name: '1.3.6.1.2.1.1.5.0',
  printerName: '1.3.6.1.2.1.43.5.1.1.16.1',
  serialNumber: '1.3.6.1.2.1.43.5.1.1.17.1',
  pageCount: '1.3.6.1.2.1.43.10.2.1.4.1.1',
} as const;

describeIf(NEEDS, 'SNMP in the laboratory', () => {
  let lab: Lab;
  beforeAll(async () => {
    // snmpd is the only agent here that answers version 1 as RFC 1157 wants it.
    const onlyV1 = { snmpVersions: ['v1'], community: 'public' } as const;
    const devices = { ...everythingRight.devices, 'mfu-202': onlyV1 };
    lab = await startLab({ ...everythingRight, devices }, ['device-snmp', 'traps']);
  });
  afterAll(async () => {
    await lab?.close();
  });

  async function snmpget(version: '1' | '2c', host: string, objectId: string): Promise<string> {
    const identity = ['-v', version, '-c', 'public', '-Oqv', `udp:${host}:161`, objectId];
    const { stdout } = await runOn(lab.placeOf('server'), 'snmpget', identity, QUIET);
    return stdout.trim().replace(/^"|"$/g, '');
  }

  it.each([
    ['mfu-201', '2c', ['answered', 'answered']],
    ['mfu-202', '1', ['answered', 'silent']],
  ] as const)('reads from %s what snmpget -v %s reads', async (device, version, outcomes) => {
    const { address } = HOSTS[device];
    const only = ['--only', 'device-snmp', '--target', address];
    const { run } = await runProduct(lab, 'server', only);
    const result = run.checks.find((check) => check.proof === 'direct');
    const facts = result === undefined ? null : factsOf(result, 'snmp');
    expect(facts?.versions.map(({ outcome }) => outcome)).toEqual(outcomes);
    for (const [name, objectId] of Object.entries(OBJECTS)) {
      const seen = facts?.device?.[name as keyof typeof OBJECTS];
      expect(String(seen), name).toBe(await snmpget(version, address, objectId));
    }
    expect(facts?.device).toMatchObject({ printerState: 'idle', model: 'Printum Lab MFP 200' });
  });

  it('sends traps that snmptrapd takes down in both versions, from the address of the device', async () => {
    const { run } = await runProduct(lab, 'device', ['--only', 'snmp-trap']);
    expect(run.checks.filter(({ proof }) => proof === 'direct')).toMatchObject([{ verdict: 'pass' }]);
    const traps = () => lab.trapReceivers.get('app1')?.traps() ?? Promise.resolve([]);
    await expect.poll(async () => (await traps()).length).toBe(3);
    for (const trap of await traps()) {
      expect(trap).toContain(HOSTS.device.address);
      expect(trap).toContain('Printum Site Check');
    }
    const kinds = (await traps()).map((trap) => /TRAP2|INFORM|TRAP/.exec(trap)?.[0]);
    expect(kinds.toSorted()).toEqual(['INFORM', 'TRAP', 'TRAP2']);
  });
});
