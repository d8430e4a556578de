/** What runs know together, for requests. */
import { describe, expect, it } from 'vitest';
import { evidenceOf } from '../../../../src/report/request/evidence.ts';
import { runFailing, withResult } from './requests.ts';

describe('evidenceOf', () => {
  it('takes the address of a proxy for no address of the site behind it', () => {
    const good = runFailing([], { viewpoint: 'server', address: '10.77.30.99' });
    const download = good.checks.find(({ requirement }) => requirement === 'online-install');
    const addressOf = (proxy: object | null) => {
      const facts = { address: '10.77.30.50', proxy };
      const run = withResult(good, download?.id ?? '', { facts });
      return evidenceOf([run]).addresses.get('s3.printum.io');
    };
    expect(addressOf(null)).toBe('10.77.30.50');
    expect(
      addressOf({ endpoint: '10.77.30.50:3128', scheme: 'http', outcome: 'tunnel', status: 200 }),
    ).toBeUndefined();
  });
});
