/** A whole run in this process, against the demo site's stand-ins on loopback. */
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Run, type RunEvent, runSchema } from '../../../src/contract/run.ts';
import type { Site } from '../../../src/contract/site.ts';
import { planChecks } from '../../../src/plan/plan.ts';
import { findCatalogue } from '../../../src/requirements/load.ts';
import type { RunRequest } from '../../../src/run/run-request.ts';
import { runSite } from '../../../src/run/run-site.ts';
import { type DemoSite, startDemoSite } from '../../../src/standin/demo-site.ts';

const catalogue = findCatalogue('printum-r12') ?? missing('the built-in catalogue');

describe('runSite on the demo site', () => {
  let demo: DemoSite;

  beforeAll(async () => {
    demo = await startDemoSite('ru');
  });
  afterAll(() => demo.close());

  function request(changes: Partial<RunRequest> = {}, site: Site = demo.site): RunRequest {
    return {
      runId: randomUUID(),
      site,
      catalogue,
      viewpoint: 'workstation',
      stage: 'after-install',
      indirect: false,
      localAddress: null,
      language: 'ru',
      toolVersion: '0.0.0-test',
      ...changes,
    };
  }

  async function run(changes: Partial<RunRequest> = {}): Promise<{ document: Run; events: RunEvent[] }> {
    const events: RunEvent[] = [];
    const document = await runSite(request(changes), {
      signal: new AbortController().signal,
      onEvent: (event) => events.push(event),
    });
    return { document, events };
  }

  it('writes a valid document with a row for every flow of the plan', async () => {
    const { document } = await run();
    expect(runSchema.parse(document)).toEqual(document);
    const planned = planChecks({ ...request(), ownHosts: new Set() });
    expect(document.checks.map((check) => check.id)).toEqual(planned.map((check) => check.id));
  });

  it('keeps the requirements that apply to the site also when nothing in the profile answers for them', async () => {
    const { document } = await run({ site: { ...demo.site, devices: [] } });
    const used = new Set(document.checks.map((check) => check.requirement));
    const ids = document.catalogue.requirements.map(({ id }) => id);
    expect(ids.filter((id) => !used.has(id))).toContain('snmp-versions');
    expect(document.catalogue.requirements.every(({ schemes }) => schemes.includes(demo.site.scheme))).toBe(
      true,
    );
  });

  it('finds both planted faults and passes the rest that it can check', async () => {
    const { document } = await run();
    const verdicts = Object.fromEntries(
      document.checks
        .filter((check) => check.proof === 'direct')
        .map((check) => [check.requirement, `${check.verdict} ${check.reason.code}`]),
    );
    expect(verdicts).toMatchObject({
      'account-http': 'pass service-confirmed',
      'account-https': 'pass service-confirmed',
      'monitoring-http': 'pass service-confirmed',
      'monitoring-https': 'fail plain-http-on-tls-port',
      'printmanager-http': 'pass service-confirmed',
      'printmanager-https': 'warn certificate-expired',
    });
  });

  it('tells of every check that it began before it tells its result', async () => {
    const { document, events } = await run();
    const probed = document.checks.filter((check) => check.proof === 'direct').map((check) => check.id);
    for (const id of probed) {
      const began = events.findIndex((event) => event.kind === 'started' && event.checkId === id);
      const ended = events.findIndex((event) => event.kind === 'result' && event.result.id === id);
      expect(began).toBeGreaterThanOrEqual(0);
      expect(ended).toBeGreaterThan(began);
    }
  });

  it('controls each probed host with one decoy port', async () => {
    const { document } = await run({ viewpoint: 'server' });
    const hosts = new Set(
      document.checks
        .filter((check) => check.proof === 'direct' && check.transport === 'tcp')
        .map((check) => check.to.host),
    );
    expect(document.controls.map((control) => control.target).sort()).toEqual([...hosts].sort());
    expect(document.controls.map((control) => control.outcome)).toEqual([...hosts].map(() => 'pass'));
  });

  it('keeps what it measured and names the rest when it is interrupted', async () => {
    const interruption = new AbortController();
    const document = await runSite(
      request({ site: { ...demo.site, probe: { ...demo.site.probe, concurrency: 1 } } }),
      {
        signal: interruption.signal,
        onEvent: (event) => {
          if (event.kind === 'result') interruption.abort();
        },
      },
    );
    expect(document.interrupted).toBe(true);
    expect(document.checks.filter((check) => check.proof === 'direct')).toHaveLength(1);
    expect(document.checks.some((check) => check.reason.code === 'interrupted')).toBe(true);
    expect(document.summary.pass + document.summary.fail + document.summary.warn).toBe(1);
  });

  it.each(['control', 'result'] as const)(
    'rejects and ends every connection when a listener fails on %s',
    async (kind) => {
      const silent = createServer();
      silent.listen(0, demo.site.servers[0]?.host);
      await once(silent, 'listening');
      const { port } = silent.address() as AddressInfo;
      const connected = once(silent, 'connection') as Promise<[Socket]>;
      const portOverrides = { ...demo.site.portOverrides, 'account-http': port };
      const site: Site = { ...demo.site, portOverrides, probe: { ...demo.site.probe, timeoutMs: 60_000 } };
      const run = runSite(request({ site }), {
        signal: new AbortController().signal,
        onEvent: (event) => {
          if (event.kind === kind) throw new Error('the listener fails');
        },
      });
      try {
        const closed = connected.then(([socket]) => once(socket.resume(), 'close'));
        await Promise.all([expect(run).rejects.toThrow('the listener fails'), closed]);
      } finally {
        silent.close();
      }
    },
  );

  it('probes only the named check and carries the other rows over when a finished run is repeated', async () => {
    const { document: previous } = await run();
    const checkId = previous.checks.find((check) => check.requirement === 'monitoring-https')?.id ?? '';
    const { document, events } = await run({ again: { previous, checkIds: [checkId] } });
    expect(events.flatMap((event) => (event.kind === 'started' ? [event.checkId] : []))).toEqual([checkId]);
    expect(document.continues).toBe(previous.id);
    for (const check of document.checks) {
      const before = previous.checks.find((earlier) => earlier.id === check.id);
      if (check.id === checkId) expect(check.startedAt).not.toBe(before?.startedAt);
      else expect(check).toEqual(before);
    }
  });

  it('carries nothing over from an address that the profile no longer names', async () => {
    const { document: previous } = await run({
      onlyRequirements: new Set(['account-http', 'account-https']),
    });
    const servers = demo.site.servers.map((server) => ({ ...server, host: '127.0.0.3' }));
    const checkId = previous.checks.find((check) => check.requirement === 'account-http')?.id ?? 'none';
    const site = { ...demo.site, servers, devices: [] };
    const { document } = await run({ site, again: { previous, checkIds: [checkId] } });
    const seen = document.checks.filter((check) => check.proof === 'direct');
    expect(seen.map((check) => [check.requirement, check.to.host])).toEqual([['account-http', '127.0.0.3']]);
    const left = document.checks.find((check) => check.requirement === 'account-https');
    expect(left).toMatchObject({ verdict: 'skip', reason: { code: 'not-selected' } });
    expect(document.controls.map((control) => control.target)).not.toContain(demo.site.servers[0]?.host);
  });

  it('hides the community of the profile in the document', async () => {
    const { document } = await run({ site: { ...demo.site, snmp: { community: 'kept-secret' } } });
    expect(JSON.stringify(document)).not.toContain('kept-secret');
  });
});

function missing(what: string): never {
  throw new Error(`${what} is missing`);
}
