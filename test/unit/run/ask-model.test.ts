/** Which RAW port may be asked for its model. */
import { describe, expect, it } from 'vitest';
import { siteSchema } from '../../../src/contract/site.ts';
import { planChecks } from '../../../src/plan/plan.ts';
import { findCatalogue } from '../../../src/requirements/load.ts';
import { probeOptions } from '../../../src/run/probe-options.ts';
import { makeSite } from '../plan/sites.ts';

const DEVICES = [
  { id: 'quiet', host: '10.77.20.21' },
  { id: 'refused', host: '10.77.20.22', askModel: false },
  { id: 'asked', host: '10.77.20.23', askModel: true },
];

function site() {
  return siteSchema.parse({ ...makeSite(), devices: DEVICES });
}

describe('probeOptions', () => {
  it('lets the RAW port be asked for its model only at the device that is marked so', () => {
    const catalogue = findCatalogue('printum-r12');
    if (catalogue === null) throw new Error('the built-in catalogue is missing');
    const request = { site: site(), catalogue, viewpoint: 'server', stage: 'after-install' } as const;
    const checks = planChecks({ ...request, indirect: false, ownHosts: new Set() });
    const raw = checks.filter(({ service }) => service === 'raw');
    expect(raw.map((check) => [check.to.id, probeOptions(check, site())])).toEqual([
      ['quiet', { askModel: false }],
      ['refused', { askModel: false }],
      ['asked', { askModel: true }],
    ]);
  });

  it('takes nothing but yes or no for the mark', () => {
    const marked = { ...makeSite(), devices: [{ id: 'a', host: 'a', askModel: 'yes' }] };
    expect(siteSchema.safeParse(marked).success).toBe(false);
  });
});
