/** The `ipp` probe against CUPS itself, and against the printer that CUPS's authors made for tests. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { factsOf } from '../../../src/contract/facts.ts';
import type { Run } from '../../../src/contract/run.ts';
import type { Viewpoint } from '../../../src/contract/words.ts';
import { type Lab, startLab } from '../../lab/lab.ts';
import { runProduct } from '../../lab/product-run.ts';
import { everythingRight } from '../../lab/scenarios/everything-right.ts';
import { describeIf, needs } from '../../support/needs.ts';

const NEEDS = needs.all(needs.root(), ...['nft', 'cupsd', 'ippeveprinter'].map(needs.tool));

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

async function checksOf(lab: Lab, viewpoint: Viewpoint, requirement: string): Promise<Run['checks']> {
  const { run } = await runProduct(lab, viewpoint, ['--only', requirement]);
  return run.checks.filter((check) => check.requirement === requirement);
}
