/** The demo site as the probes see it: healthy but for the two planted faults. */
import { afterEach, describe, expect, it } from 'vitest';
import { DEMO_SITE_ID } from '../../../src/contract/site.ts';
import { probeDecoy } from '../../../src/probes/decoy.ts';
import { type DemoSite, startDemoSite } from '../../../src/standin/demo-site.ts';
import { makeRunner, observe } from './observe.ts';

const demos: DemoSite[] = [];

afterEach(async () => {
  await Promise.all(demos.splice(0).map((demo) => demo.close()));
});

async function startDemo(): Promise<DemoSite> {
  const demo = await startDemoSite('ru');
  demos.push(demo);
  return demo;
}

function portOf({ site }: DemoSite, requirement: string): number {
  const port = site.portOverrides[requirement];
  if (port === undefined) throw new Error(`no port for ${requirement}`);
  return port;
}

const seen = (spoke: string, title: string) => ({
  outcome: 'answered',
  facts: { spoke, reply: { status: 200, title } },
});

describe('demo site', () => {
  it('is a profile of its own that says what it is', async () => {
    const { site } = await startDemo();
    expect(site.id).toBe(DEMO_SITE_ID);
    expect(site.name).toContain('Демо');
    expect(Object.values(site.portOverrides).every((port) => port > 1024)).toBe(true);
    expect(site.onlineInstall).toBe(false);
  });

  it.each([
    ['account-http', 'http', 'http', 'Личный кабинет (демо)'],
    ['account-https', 'https', 'tls', 'Личный кабинет (демо)'],
    ['monitoring-http', 'http', 'http', 'Мониторинг (демо)'],
    ['monitoring-https', 'https', 'plain-http', 'Мониторинг (демо)'],
    ['printmanager-http', 'http', 'http', 'ПринтМенеджер (демо)'],
    ['printmanager-https', 'https', 'tls', 'ПринтМенеджер (демо)'],
    ['cups-files-http', 'http', 'http', 'Файлы CUPS (демо)'],
    ['cups-files-https', 'https', 'tls', 'Файлы CUPS (демо)'],
  ] as const)('answers %s on its server', async (requirement, kind, spoke, title) => {
    const demo = await startDemo();
    const [server] = demo.site.servers;
    const observation = await observe(kind, { host: server?.host ?? '', port: portOf(demo, requirement) });
    expect(observation).toMatchObject(seen(spoke, title));
  });

  it('has one certificate that is expired, and others that are not', async () => {
    const demo = await startDemo();
    const validTo = async (requirement: string) => {
      const observation = await observe('https', { host: '127.0.0.1', port: portOf(demo, requirement) });
      if (observation.outcome !== 'answered' || observation.kind !== 'https') throw new Error('no answer');
      expect(observation.facts.tls?.nameMatches).toBe(true);
      return Date.parse(observation.facts.tls?.validTo ?? '');
    };
    expect(await validTo('printmanager-https')).toBeLessThan(Date.now());
    expect(await validTo('account-https')).toBeGreaterThan(Date.now());
  });

  it('answers for both devices on the same ports', async () => {
    const demo = await startDemo();
    expect(new Set(demo.site.devices.map(({ host }) => host)).size).toBe(2);
    for (const { host } of demo.site.devices) {
      expect(await observe('http', { host, port: portOf(demo, 'device-http') })).toMatchObject(
        seen('http', 'Панель МФУ (демо)'),
      );
      expect(await observe('https', { host, port: portOf(demo, 'device-https') })).toMatchObject({
        facts: { spoke: 'tls', tls: { nameMatches: true } },
      });
      expect(await observe('tcp', { host, port: portOf(demo, 'device-raw') })).toMatchObject({
        outcome: 'answered',
      });
    }
  });

  it('polls both devices over SNMP, and takes traps', async () => {
    const demo = await startDemo();
    const { community } = demo.site.snmp;
    for (const { host } of demo.site.devices) {
      const target = { host, port: portOf(demo, 'snmp-versions'), transport: 'udp' } as const;
      expect(await makeRunner().observe('snmp', target, { community })).toMatchObject({
        facts: {
          versions: [{ outcome: 'answered' }, { outcome: 'answered' }],
          device: {
            serialNumber: host === '127.0.0.1' ? 'DEMO-0001' : 'DEMO-0002',
            printerState: 'idle',
          },
        },
      });
    }
    const [server] = demo.site.servers;
    const target = { host: server?.host ?? '', port: portOf(demo, 'snmp-trap'), transport: 'udp' } as const;
    expect(await makeRunner().observe('snmp-trap', target, { community })).toMatchObject({
      facts: { acknowledged: true },
    });
  });

  it('leaves the decoy closed', async () => {
    const { site } = await startDemo();
    for (const { host } of [...site.servers, ...site.devices]) {
      const decoy = await probeDecoy(makeRunner(), host, new Set(Object.values(site.portOverrides)));
      expect(decoy).toMatchObject({ outcome: 'pass' });
    }
  });

  it('stands beside others, and ends without a trace', async () => {
    const [first, second] = await Promise.all([startDemo(), startDemo()]);
    expect(portOf(first, 'account-http')).not.toBe(portOf(second, 'account-http'));
    await first.close();
    demos.splice(demos.indexOf(first), 1);
    const port = portOf(first, 'account-http');
    expect(await observe('tcp', { host: '127.0.0.1', port })).toMatchObject({
      failure: { code: 'ECONNREFUSED' },
    });
  });
});
