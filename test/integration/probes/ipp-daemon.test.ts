/** The `ipp` probe against CUPS itself, and against the printer that CUPS's authors made for tests. */
import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import ipp from 'ipp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { factsOf } from '../../../src/contract/facts.ts';
import type { Run } from '../../../src/contract/run.ts';
import type { Viewpoint } from '../../../src/contract/words.ts';
import { requestBytes } from '../../../src/probes/ipp-request.ts';
import type { ProbeTarget } from '../../../src/probes/probe.ts';
import { PRINTER_GROUP, parseIppMessage } from '../../../src/probes/wire/ipp-message.ts';
import type { Daemon } from '../../lab/daemon.ts';
import { startCups } from '../../lab/daemons/cups.ts';
import { type Lab, startLab } from '../../lab/lab.ts';
import { CURRENT_HOST } from '../../lab/namespace.ts';
import { runProduct } from '../../lab/product-run.ts';
import { everythingRight } from '../../lab/scenarios/everything-right.ts';
import { closedPort } from '../../servers/peer.ts';
import { describeIf, needs } from '../../support/needs.ts';

const NEEDS = needs.all(needs.root(), ...['nft', 'cupsd', 'ippeveprinter'].map(needs.tool));
const CUPS_ADDRESS = '127.77.0.13';

describeIf(NEEDS, 'the decoder of IPP and the library, on the same bytes of the real CUPS', () => {
  let cups: Daemon;
  let port: number;
  beforeAll(async () => {
    port = await closedPort();
    const place = { host: CURRENT_HOST, address: CUPS_ADDRESS };
    cups = await startCups(place, { port, queues: ['one', 'two'] });
  });
  afterAll(async () => {
    await cups?.close();
  });

  it('read the same texts and truths of everything that CUPS says of its queues', async () => {
    const target = { host: CUPS_ADDRESS, port, transport: 'tcp' } as const;
    const question = { operation: 'CUPS-Get-Printers', path: '/', attributes: ['all'] } as const;
    const bytes = await post(target, requestBytes(target, question));
    const parse = parseIppMessage(bytes);
    if (parse.kind !== 'message') throw new Error(parse.kind);
    const groups = parse.message.groups.filter(({ tag }) => tag === PRINTER_GROUP);
    const byLibrary = ipp.parse(bytes)['printer-attributes-tag'] as readonly Record<string, unknown>[];
    expect(groups.map(({ attributes }) => [...attributes.keys()])).toEqual(byLibrary.map(Object.keys));
    const compared = groups.flatMap(({ attributes }, index) =>
      [...attributes]
        .filter(([, values]) => values.length > 0 && values.every(isPlain))
        .map(([name, values]) => {
          const other = byLibrary[index]?.[name];
          expect(Array.isArray(other) ? other : [other], name).toEqual(values);
          return name;
        }),
    );
    expect(compared.length).toBeGreaterThan(50);
  });
});

describeIf(NEEDS, 'ipp probe and the real CUPS', () => {
  let lab: Lab;
  beforeAll(async () => {
    lab = await startLab(everythingRight, ['cups', 'device-ipp']);
  });
  afterAll(async () => {
    await lab?.close();
  });

  it('names the queues of cupsd, and the default one', async () => {
    const [check] = await checksOf(lab, 'workstation', 'cups-ipp');
    expect(check).toMatchObject({ verdict: 'pass', serviceState: 'confirmed' });
    expect(check && factsOf(check, 'ipp')).toMatchObject({
      spoke: 'ipp',
      tls: null,
      reply: { server: expect.stringContaining('CUPS') },
      queues: { count: 2, names: ['direct-mfu-201', 'direct-mfu-202'], default: 'direct-mfu-201' },
    });
  });

  it('tells what ippeveprinter says of itself', async () => {
    const checks = await checksOf(lab, 'server', 'device-ipp');
    expect(checks.map(({ verdict }) => verdict)).toEqual(['pass', 'pass']);
    const [check] = checks;
    expect(check && factsOf(check, 'ipp')).toMatchObject({
      spoke: 'ipp',
      tls: null,
      tries: [{ path: '/ipp/print', httpStatus: 200, ippStatus: 0 }],
      printer: {
        name: 'mfu-201',
        makeAndModel: 'Printum Lab MFP 200',
        state: 'idle',
        stateReasons: ['none'],
        versions: ['1.1', '2.0'],
        documentFormats: expect.arrayContaining(['image/pwg-raster']),
        uris: expect.arrayContaining([{ uri: expect.stringMatching(/^ipp:/), security: 'none' }]),
      },
    });
  });
});

async function post({ host, port }: ProbeTarget, body: Uint8Array): Promise<Buffer> {
  // Over loopback CUPS answers to no other name.
  const headers = { Host: 'localhost', 'Content-Type': 'application/ipp', 'Content-Length': body.length };
  const sent = request({ host, port, path: '/', method: 'POST', headers, agent: false });
  sent.end(body);
  const [reply] = (await once(sent, 'response')) as [IncomingMessage];
  return Buffer.concat(await reply.toArray());
}

/** Numbers may be enums, which the library turns into words. */
function isPlain(value: unknown): boolean {
  return typeof value !== 'number';
}

async function checksOf(lab: Lab, viewpoint: Viewpoint, requirement: string): Promise<Run['checks']> {
  const { run } = await runProduct(lab, viewpoint, ['--only', requirement]);
  return run.checks.filter((check) => check.requirement === requirement);
}
