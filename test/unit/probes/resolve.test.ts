/** Names: asked once, forgotten where the answer was a failure. */
import { describe, expect, it } from 'vitest';
import type { HostAddress } from '../../../src/probes/probe.ts';
import { createResolver } from '../../../src/probes/resolve.ts';

const ADDRESS: HostAddress = { address: '10.0.0.1', family: 4 };

describe('resolver', () => {
  it('answers addresses of both families without asking', async () => {
    const resolve = createResolver(() => Promise.reject(new Error('asked')));
    expect(await resolve('10.0.0.9')).toEqual([{ address: '10.0.0.9', family: 4 }]);
    expect(await resolve('fd00::1')).toEqual([{ address: 'fd00::1', family: 6 }]);
  });

  it('asks once for a name, in whatever letters and however many want it', async () => {
    const asked: string[] = [];
    const resolve = createResolver(async (host) => {
      asked.push(host);
      return [ADDRESS];
    });
    const answers = await Promise.all([
      resolve('Print.example'),
      resolve('print.example'),
      resolve('PRINT.EXAMPLE'),
    ]);
    expect(answers).toEqual([[ADDRESS], [ADDRESS], [ADDRESS]]);
    expect(asked).toEqual(['Print.example']);
  });

  it('asks again after a failure', async () => {
    let asked = 0;
    const resolve = createResolver(async () => {
      asked += 1;
      if (asked === 1) throw Object.assign(new Error('no'), { code: 'EAI_AGAIN' });
      return [ADDRESS];
    });
    await expect(resolve('print.example')).rejects.toMatchObject({ code: 'EAI_AGAIN' });
    expect(await resolve('print.example')).toEqual([ADDRESS]);
  });
});
