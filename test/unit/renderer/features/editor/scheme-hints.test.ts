import { describe, expect, it } from 'vitest';
import { schemeHints } from '../../../../../renderer/features/editor/scheme-hints.ts';
import type { Component, Scheme } from '../../../../../src/contract/words.ts';

const MAIN: readonly Component[] = [
  'personalAccount',
  'printManager',
  'monitoring',
  'cups',
  'scanFtp',
  'networkAgent',
];

function codes(scheme: Scheme, ...roles: readonly (readonly Component[])[]) {
  const servers = roles.map((own, index) => ({
    id: `s${index}`,
    name: '',
    host: `10.0.0.${index + 1}`,
    roles: [...own],
  }));
  return schemeHints(scheme, servers).map(({ code }) => code);
}

describe('schemeHints', () => {
  it('has nothing to say of the usual ways to share out the components', () => {
    expect(codes('single', MAIN)).toEqual([]);
    expect(
      codes(
        'distributed',
        ['printManager', 'cups', 'scanFtp'],
        ['personalAccount', 'monitoring', 'networkAgent'],
      ),
    ).toEqual([]);
    expect(codes('ha', [...MAIN, 'redis'], [...MAIN, 'redis'], ['redis'], ['loadBalancer'])).toEqual([]);
  });

  it.each<readonly [string, Scheme, readonly (readonly Component[])[], string]>([
    ['a second server with a single one', 'single', [MAIN, ['cups', 'printManager']], 'single-one-server'],
    ['one server in the distributed scheme', 'distributed', [MAIN], 'distributed-several-servers'],
    ['one server with high availability', 'ha', [[...MAIN, 'redis', 'loadBalancer']], 'ha-two-servers'],
    ['Redis on one server alone', 'ha', [[...MAIN, 'redis'], MAIN, ['loadBalancer']], 'ha-redis'],
    [
      'two nodes of Sentinel',
      'ha',
      [[...MAIN, 'redis'], [...MAIN, 'redis'], ['loadBalancer']],
      'ha-sentinel-majority',
    ],
    ['no balancer', 'ha', [[...MAIN, 'redis'], [...MAIN, 'redis'], ['redis']], 'ha-balancer'],
    [
      'a balancer beside what it balances',
      'ha',
      [[...MAIN, 'redis', 'loadBalancer'], [...MAIN, 'redis'], ['redis']],
      'ha-balancer-apart',
    ],
    ['components that stand nowhere', 'single', [['printManager']], 'missing'],
    ['Redis outside high availability', 'single', [[...MAIN, 'redis']], 'only-ha'],
    [
      'CUPS away from PrintManager',
      'distributed',
      [['cups'], MAIN.filter((own) => own !== 'cups')],
      'cups-in-printmanager',
    ],
  ])('warns of %s', (_what, scheme, roles, code) => {
    expect(codes(scheme, ...roles)).toContain(code);
  });

  it('names the components that stand nowhere, and the address that stands twice', () => {
    const server = { id: 'a', name: '', host: 'PRN-1', roles: [...MAIN] };
    const hints = schemeHints('distributed', [
      server,
      { ...server, id: 'b', host: ' prn-1 ', roles: ['cups', 'printManager'] },
    ]);
    expect(hints).toEqual([{ code: 'same-host', host: 'prn-1' }]);
    expect(schemeHints('single', [{ ...server, roles: ['printManager', 'cups'] }])).toEqual([
      { code: 'missing', components: ['personalAccount', 'monitoring', 'scanFtp', 'networkAgent'] },
    ]);
  });
});
