/** What profile and catalogue tell only together. */
import { describe, expect, it } from 'vitest';
import { catalogueOf, checkAgainstCatalogue } from '../../../src/requirements/check-site.ts';
import { BUILT_IN_CATALOGUES } from '../../../src/requirements/load.ts';
import { makeSite } from '../plan/sites.ts';

function remarks(changes: Readonly<Record<string, unknown>>) {
  const [catalogue] = BUILT_IN_CATALOGUES;
  if (catalogue === undefined) throw new Error('no catalogue is built in');
  return checkAgainstCatalogue(makeSite(changes), catalogue, 'x.site.json', 'en');
}

describe('checkAgainstCatalogue', () => {
  it('finds nothing in a complete profile', () => {
    expect(remarks({ portOverrides: { 'account-http': 8081, 'online-install': 8443 } })).toEqual({
      problems: [],
      warnings: [],
    });
  });

  it('refuses an override of a requirement that does not exist', () => {
    expect(remarks({ portOverrides: { 'acount-http': 8081, constructor: 1 } }).problems).toEqual([
      'x.site.json: portOverrides.acount-http: the catalogue printum-r12 has no such requirement; list them with: sitecheck plan',
      'x.site.json: portOverrides.constructor: the catalogue printum-r12 has no such requirement; list them with: sitecheck plan',
    ]);
  });

  it('warns of an override without effect, a role nobody carries, and a site without devices', () => {
    const { problems, warnings } = remarks({
      portOverrides: { 'external-nfs': 2050 },
      servers: [
        { id: 'a', host: 'a', roles: ['personalAccount', 'monitoring', 'cups', 'scanFtp', 'networkAgent'] },
      ],
      devices: [],
    });
    expect(problems).toEqual([]);
    expect(warnings).toEqual([
      'x.site.json: portOverrides.external-nfs: has no effect: the port of an external resource is set in external',
      'x.site.json: servers: no server carries the role printManager, so these are not checked: printmanager-http, printmanager-https',
      'x.site.json: devices: the list is empty, so the flows to MFPs are not checked',
    ]);
  });

  it('misses roles of the high availability scheme only in that scheme', () => {
    expect(remarks({ scheme: 'distributed' }).warnings).toEqual([]);
    expect(remarks({ scheme: 'ha' }).warnings).toEqual([
      'x.site.json: servers: no server carries the role redis, so these are not checked: redis, redis-sentinel',
      'x.site.json: servers: no server carries the role loadBalancer, so these are not checked: haproxy-panel',
    ]);
  });
});

describe('catalogueOf', () => {
  it('names the catalogues there are where the profile asks for another', () => {
    expect(catalogueOf(makeSite(), 'x.site.json', 'ru').ok).toBe(true);
    expect(catalogueOf(makeSite({ catalogue: 'printum-r99' }), 'x.site.json', 'ru')).toEqual({
      ok: false,
      problems: [
        'x.site.json: catalogue: стоит «printum-r99»; нужно одно из: printum-r12, или файл каталога с этим именем и .json рядом с профилем',
      ],
    });
  });
});
