import { describe, expect, it } from 'vitest';
import { provesOf } from '../../../../../renderer/features/visit/proves.ts';
import { planOf } from '../../../../support/make-run.ts';
import { makeSite } from '../../fake-bridge.ts';

describe('provesOf', () => {
  it('counts direct, indirect and other flows apart, and names the ports of each line once', () => {
    const checks = planOf({ site: makeSite(), viewpoint: 'device', indirect: true });
    const proves = provesOf(checks, 'device', ({ requirement }) => requirement);
    expect(proves.direct).toBe(5);
    expect(proves.direct + proves.indirect + proves.elsewhere).toBe(checks.length);
    expect(proves.groups).toContainEqual({ name: 'scan-ftp-passive', ports: ['21', '30000–30199'] });
    expect(proves.groups).toContainEqual({ name: 'snmp-trap', ports: ['162/udp'] });
    expect(proves.otherPlaces).toEqual(['workstation', 'server']);
  });
});
