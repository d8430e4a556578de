/** The `nfs` probe against a real NFS server of version 4, through the product as its users start it. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { factsOf } from '../../../src/contract/facts.ts';
import { NFS_EXPORT } from '../../lab/addresses.ts';
import { type Lab, startLab } from '../../lab/lab.ts';
import { runProduct } from '../../lab/product-run.ts';
import { everythingRight } from '../../lab/scenarios/everything-right.ts';
import { describeIf, needs } from '../../support/needs.ts';

const NEEDS = needs.all(needs.root(), ...['nft', 'ganesha.nfsd'].map(needs.tool));

describeIf(NEEDS, 'nfs probe and a real NFS server', () => {
  let lab: Lab;
  beforeAll(async () => {
    lab = await startLab(everythingRight, ['nfs']);
  });
  afterAll(async () => {
    await lab?.close();
  });

  it.each([
    [NFS_EXPORT, 'found', 'pass', 'service-confirmed'],
    ['/srv/nothing', 'absent', 'warn', 'nfs-export-missing'],
  ])('looks for %s in version 4', async (path, exportSeen, verdict, reason) => {
    const external = lab.site.external.map((each) =>
      each.kind === 'nfs' ? { ...each, export: path } : each,
    );
    const asked = { ...lab, site: { ...lab.site, external } };
    const { run } = await runProduct(asked, 'server', ['--only', 'external-nfs']);
    const check = run.checks.find(({ requirement }) => requirement === 'external-nfs');
    expect(check).toMatchObject({ verdict, reason: { code: reason } });
    expect(check && factsOf(check, 'nfs')).toMatchObject({
      versions: [
        { version: 4, state: 'answered' },
        { version: 3, state: 'mismatch' },
      ],
      supported: { low: 4, high: 4 },
      rpcbind: null,
      exportSeen,
    });
  });
});
