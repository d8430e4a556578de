/** The repeat of single checks: only from where the run was made, or its document would tell a false address. */
import { describe, expect, it } from 'vitest';
import { createRunHandlers } from '../../../../electron/ipc/run-handlers.ts';
import type { Place } from '../../../../src/contract/run.ts';
import { BUILT_IN_CATALOGUES } from '../../../../src/requirements/load.ts';
import type { RunRequest } from '../../../../src/run/run-request.ts';
import { makeRun, makeSite } from '../documents.ts';
import { makeArchive } from '../stand-ins.ts';
import { temporaryFolders } from '../temporary-folder.ts';

const folder = temporaryFolders();

/** Repeats a check of a run made at `then`, on a computer that has `addresses` now. */
async function repeat(then: Partial<Place>, addresses: readonly string[]): Promise<RunRequest[]> {
  const archive = makeArchive(folder());
  const site = makeSite();
  const { place } = makeRun(site);
  const run = makeRun(site, { place: { ...place, ...then } });
  await archive.sites.save(site);
  await archive.runs.save(run);
  const prepared: RunRequest[] = [];
  const handlers = createRunHandlers({
    ...archive,
    desk: {
      start: async (prepare) => {
        const request = await prepare();
        prepared.push(request);
        return { runId: request.runId, checks: [] };
      },
      cancel: () => false,
      isBusy: () => false,
      close: async () => undefined,
    },
    plan: async () => [],
    addresses: async () => addresses,
    catalogues: () => BUILT_IN_CATALOGUES,
    toolVersion: '0.1.0',
    secretsOf: async () => ({}),
  });
  await handlers['runs:start']({
    siteId: site.id,
    viewpoint: run.viewpoint,
    stage: run.stage,
    indirect: false,
    localAddress: null,
    placeReason: null,
    only: null,
    again: { runId: run.id, checkIds: ['any'] },
  });
  return prepared;
}

describe('runs:start of a repeat', () => {
  it.each([
    ['the addresses are the same', ['10.77.10.57', '192.168.1.5'], ['192.168.1.5', '10.77.10.57']],
    ['only IPv6 addresses have changed', ['10.77.10.57', 'fd00::1'], ['10.77.10.57', 'fd00::2']],
    ['there never was an address', [], []],
  ])('is prepared when %s', async (_when, then, now) => {
    expect(await repeat({ addresses: then }, now)).toMatchObject([{ again: { checkIds: ['any'] } }]);
  });

  it.each([
    ['the computer stands at another socket', ['10.77.10.57'], ['10.77.20.57']],
    ['an address has been added', ['10.77.10.57'], ['10.77.10.57', '10.77.20.57']],
    ['the cable is out', ['10.77.10.57'], []],
    ['the only addresses are of IPv6 and others', ['fd00::1'], ['fd01::1']],
  ])('is refused when %s', async (_when, then, now) => {
    await expect(repeat({ addresses: then }, now)).rejects.toMatchObject({ code: 'invalid-argument' });
  });

  it('is refused when the run was bound to another address', async () => {
    const then = { addresses: ['10.77.10.57'], localAddress: '10.77.10.57' };
    await expect(repeat(then, ['10.77.10.57'])).rejects.toMatchObject({ code: 'invalid-argument' });
  });
});
