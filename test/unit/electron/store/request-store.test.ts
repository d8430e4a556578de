import { statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../../../electron/store/document.ts';
import { createRequestStore, REQUEST_KIND } from '../../../../electron/store/request-store.ts';
import { createSetAside } from '../../../../electron/store/set-aside.ts';
import { createSiteAttic } from '../../../../electron/store/site-attic.ts';
import requestOfVersion1 from '../../../fixtures/request-1.json' with { type: 'json' };
import { LATER, requestFor, runFailing } from '../../report/request/requests.ts';
import { temporaryFolders } from '../temporary-folder.ts';

const folder = temporaryFolders();
const DEVICE = { viewpoint: 'device', address: '10.77.20.143' } as const;
const BLOCKED = 'printmanager-https:device>app1:8080/tcp';
const request = requestFor({ runs: [runFailing([BLOCKED], DEVICE)] });

function open() {
  const userData = folder();
  const setAside = createSetAside(join(userData, 'set-aside'), () => new Date());
  const requests = createRequestStore(userData, setAside, () => new Date());
  return { userData, requests, attic: createSiteAttic(userData, () => new Date()) };
}

describe('request store', () => {
  it('reads a document as the first version wrote it', () => {
    const reading = parseDocument(JSON.stringify(requestOfVersion1), REQUEST_KIND);
    expect(reading).toEqual({ state: 'ok', value: requestOfVersion1 });
  });

  it('does not write a request that a run says nothing about', async () => {
    const { userData, requests } = open();
    await requests.add(request);
    const path = join(userData, 'requests', request.site.id, `${request.id}.request.json`);
    const before = new Date('2026-11-22T06:00:00.000Z');
    utimesSync(path, before, before);
    await requests.closeBy(runFailing([BLOCKED], { ...DEVICE, startedAt: LATER }));
    expect(statSync(path).mtime).toEqual(before);
    await requests.closeBy(runFailing([], { ...DEVICE, startedAt: LATER }));
    expect(statSync(path).mtime).not.toEqual(before);
  });

  it('loses and finds its requests with their site, and knows their numbers all the time', async () => {
    const { requests, attic } = open();
    await requests.add(request);
    await attic.putAway(request.site.id);
    expect(await requests.list(request.site.id)).toEqual([]);
    expect(await requests.numbers()).toEqual([request.number]);
    await attic.bringBack(request.site.id);
    expect(await requests.list(request.site.id)).toEqual([request]);
  });
});
