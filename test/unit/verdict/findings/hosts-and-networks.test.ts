/** Rules about the laptop, whole networks, whole hosts and single ports: when they speak and when they are silent. */
import { describe, expect, it } from 'vitest';
import type { PlannedCheck } from '../../../../src/contract/check.ts';
import { evidenceOfVisit } from '../../../../src/verdict/findings/evidence.ts';
import { findingsOf } from '../../../../src/verdict/findings/findings.ts';
import { romashka } from '../../../fixtures/romashka.ts';
import { failed } from '../../../support/make-run.ts';
import { codesOf, makeScene, refusal, type SceneRecipe, silence, unreachable } from './scenes.ts';

const SERVER = '10.77.30.10';
const TWO_FLOORS = romashka(203);

const CASES: readonly (readonly [title: string, recipe: SceneRecipe, codes: readonly string[]])[] = [
  ['nothing is wrong', { see: () => null }, []],
  // This laptop
  [
    'no packet leaves the laptop',
    { see: (check) => failed(check, 'connect', 'ENETUNREACH') },
    ['laptop-without-network 41'],
  ],
  [
    'only one network has no route',
    { see: (check) => (check.to.role === 'device' ? failed(check, 'connect', 'ENETUNREACH') : null) },
    ['no-route-to-network 36'],
  ],
  // Networks
  [
    'every device is silent',
    { see: (check) => (check.to.role === 'device' ? silence(check) : null) },
    ['network-silent 36'],
  ],
  [
    'the devices of one of two networks are silent',
    { site: TWO_FLOORS, see: (check) => (check.to.host.startsWith('10.77.21.') ? silence(check) : null) },
    ['network-silent 18'],
  ],
  [
    'the silent network is the laptop’s own',
    { address: '10.77.20.200', see: (check) => (check.to.role === 'device' ? silence(check) : null) },
    ['own-network-silent 36'],
  ],
  [
    'a router gives the devices up one by one, after three seconds each',
    { see: (check) => (check.to.role === 'device' ? unreachable(check, 3070) : null) },
    ['network-silent 36'],
  ],
  [
    'nothing at all answers',
    { see: silence, site: romashka(6, { onlineInstall: false }) },
    ['nothing-answers 40'],
  ],
  // Hosts
  [
    'one device is silent among its neighbours',
    { see: (check) => (check.to.id === 'mfu-203' ? silence(check) : null) },
    ['host-silent 6'],
  ],
  [
    'two devices are silent among their neighbours',
    { see: (check) => (['mfu-203', 'mfu-205'].includes(check.to.id) ? silence(check) : null) },
    ['host-silent 12'],
  ],
  [
    'the server is silent and has no neighbours',
    { viewpoint: 'workstation', see: silence },
    ['host-silent-alone 7'],
  ],
  [
    'a host of which one port was asked is silent',
    { see: (check) => (check.to.id === 'ad' ? silence(check) : null) },
    ['port-silent 1'],
  ],
  [
    'a neighbour on the laptop’s own network does not answer ARP',
    {
      viewpoint: 'device',
      address: '10.77.30.143',
      see: (check) => unreachable(check),
    },
    ['host-silent-alone 5'],
  ],
  // Ports
  [
    'one port is dropped',
    { viewpoint: 'workstation', see: (check) => (check.port === 8080 ? silence(check) : null) },
    ['port-filtered 1'],
  ],
  [
    'two ports of one host are dropped',
    { viewpoint: 'workstation', see: (check) => ([8080, 8001].includes(check.port) ? silence(check) : null) },
    ['port-filtered 2'],
  ],
  [
    'one port of several devices is dropped',
    { see: (check) => (check.port === 9100 && check.to.id !== 'mfu-201' ? silence(check) : null) },
    ['port-filtered 5'],
  ],
  [
    'two ports are dropped for different devices',
    {
      see: (check) => {
        if (check.to.id === 'mfu-201' && check.port === 443) return silence(check);
        return check.to.id === 'mfu-202' && check.port === 80 ? silence(check) : null;
      },
    },
    ['port-filtered 1', 'port-filtered 1'],
  ],
  [
    'a firewall rejects a port',
    { viewpoint: 'workstation', see: (check) => (check.port === 8080 ? unreachable(check) : null) },
    ['port-rejected 1'],
  ],
  [
    'a firewall rejects two ports and spares its refusal for one of them',
    {
      viewpoint: 'workstation',
      see: (check) => {
        if (check.port === 8080) return unreachable(check);
        return check.port === 8001 ? silence(check) : null;
      },
    },
    ['port-rejected 2'],
  ],
  [
    'a firewall rejects everything at once',
    { viewpoint: 'workstation', see: (check) => unreachable(check) },
    ['port-rejected 7'],
  ],
  [
    'one port refuses while others open',
    { viewpoint: 'workstation', see: (check) => (check.port === 8080 ? refusal(check) : null) },
    ['service-not-listening 1'],
  ],
  ['every port refuses', { viewpoint: 'workstation', see: refusal }, ['host-refuses 7']],
  [
    'every port refuses before the installation',
    { viewpoint: 'workstation', stage: 'before-install', see: refusal },
    ['nothing-installed-yet 7'],
  ],
  [
    'the download site is silent',
    { see: (check) => (check.service === 'online-install' ? silence(check) : null) },
    ['download-blocked 1'],
  ],
  // Everything «open»
  [
    'a decoy opens in place of every host',
    { viewpoint: 'server', decoys: 'fail', see: (check) => hungUpOnPlainPorts(check) },
    ['everything-open 6'],
  ],
  [
    'decoys open and every service speaks for itself',
    { viewpoint: 'workstation', decoys: 'fail', see: () => null },
    [],
  ],
  [
    'a service is silent and no decoy opens',
    {
      viewpoint: 'workstation',
      see: (check) => (check.port === 80 ? failed(check, 'reply', 'timeout') : null),
    },
    ['silent-service 1'],
  ],
];

function hungUpOnPlainPorts(check: Parameters<SceneRecipe['see']>[0]) {
  const isSilent = check.service === 'http' && (check.to.role === 'device' || check.port === 8000);
  return isSilent ? failed(check, 'reply', 'timeout') : null;
}

describe('the rules', () => {
  it.each(CASES)('find the cause where %s', (_title, recipe, codes) => {
    expect(codesOf(makeScene(recipe))).toEqual(codes);
  });

  it.each(CASES)('leave no place empty in either language where %s', (_title, recipe) => {
    for (const language of ['ru', 'en'] as const) {
      for (const finding of makeScene({ ...recipe, language }).findings) {
        const text = [finding.title, finding.explanation, finding.remedy].join(' ');
        expect(text).not.toMatch(/[{}]|undefined|null|NaN/);
        expect(/[А-Яа-яЁё]/.test(text)).toBe(language === 'ru');
      }
    }
  });
});

describe('a cause', () => {
  const dropped8080: SceneRecipe = {
    viewpoint: 'device',
    see: (check) => (check.port === 8080 ? silence(check) : null),
  };

  it('says what is dropped, from where, and what to allow', () => {
    expect(makeScene(dropped8080).findings).toMatchObject([
      {
        code: 'port-filtered',
        severity: 'fail',
        title: '8080/tcp отбрасывается из сети МФУ',
        remedy: expect.stringContaining(`Разрешить 10.77.20.0/24 → ${SERVER}: 8080/tcp.`),
        addressee: 'network-admin',
      },
    ]);
  });

  it('says the same in English', () => {
    expect(makeScene({ ...dropped8080, language: 'en' }).findings[0]).toMatchObject({
      title: '8080/tcp is dropped from the MFP network',
      remedy: expect.stringContaining(`Allow 10.77.20.0/24 → ${SERVER}: 8080/tcp.`),
    });
  });

  it('agrees in number with several hosts and ports', () => {
    const run = makeScene({
      see: (check) =>
        check.to.role === 'device' && check.to.id > 'mfu-202' && [80, 443].includes(check.port)
          ? silence(check)
          : null,
    });
    expect(run.findings[0]?.title).toBe('80, 443/tcp к 4\u00A0МФУ отбрасываются из сети серверов');
  });

  it('goes to whoever runs the machine where the machine is at fault', () => {
    const run = makeScene({
      see: (check) => {
        if (check.to.id === 'mfu-201') return silence(check);
        return check.to.id === 'pg' ? refusal(check) : null;
      },
    });
    expect(run.findings.map(({ code, addressee }) => [code, addressee])).toEqual([
      ['host-silent', 'device-admin'],
      ['service-not-listening', 'printum-admin'],
    ]);
  });

  it('stands before others where it stops more', () => {
    const run = makeScene({
      see: (check) => {
        if (check.to.id === 'pg') return silence(check);
        return check.to.role === 'device' ? silence(check) : null;
      },
    });
    expect(codesOf(run)).toEqual(['network-silent 36', 'port-filtered 1']);
  });

  it.each([
    ['is silent', silence, [['host-blocked', `${SERVER} недоступен из сети АРМ`]]],
    [
      'refuses',
      (check: PlannedCheck) => (check.port === 8010 ? refusal(check) : null),
      [['refused-on-the-way', '8010/tcp запрещён из сети АРМ']],
    ],
  ] as const)('is the way, not the host, where it %s here and answers another place', (_how, see, causes) => {
    const fromWorkstation = makeScene({ viewpoint: 'workstation', see });
    const fromDevice = makeScene({ viewpoint: 'device', see: () => null });
    const results = fromWorkstation.checks.map(
      (result) => fromDevice.checks.find(({ id, proof }) => id === result.id && proof === 'direct') ?? result,
    );
    const evidence = evidenceOfVisit(results, [fromWorkstation, fromDevice]);
    const findings = evidence === null ? [] : findingsOf(evidence, 'ru');
    expect(findings.map(({ code, title }) => [code, title])).toEqual(causes);
  });
});
