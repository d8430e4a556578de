/** What the causes of networks and TLS say, to whom, and in which order. */
import { describe, expect, it } from 'vitest';
import type { PlannedCheck } from '../../../../src/contract/check.ts';
import { evidenceOf, evidenceOfVisit } from '../../../../src/verdict/findings/evidence.ts';
import { findingsOf } from '../../../../src/verdict/findings/findings.ts';
import { failed, plainHttpOnTlsPort } from '../../../support/make-run.ts';
import { codesOf, makeScene, refusal, type SceneRecipe, silence } from './scenes.ts';
import { timed } from './tls-cases.ts';

const SERVER = '10.77.30.10';

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

describe('what was seen indirectly', () => {
  const plainOn = (port: number): SceneRecipe => ({
    viewpoint: 'workstation',
    indirect: true,
    see: (check) => (check.port === port ? plainHttpOnTlsPort() : null),
  });

  it('is a remark of its own where nobody asked directly', () => {
    const run = makeScene(plainOn(8091));
    expect(run.findings).toMatchObject([
      {
        code: 'seen-from-elsewhere',
        severity: 'warn',
        title: '10.77.30.10, 8091/tcp: на порту HTTPS отвечает обычный HTTP',
        remedy: expect.stringMatching(
          /^Включить TLS на порту 8091 .*\. Затем повторить проверку из сети серверов\.$/,
        ),
        addressee: 'printum-admin',
      },
    ]);
  });

  it('is not said again where the same port was seen directly', () => {
    expect(codesOf(makeScene(plainOn(8001)))).toEqual(['http-instead-of-https 1']);
  });
});

describe('a cause in TLS', () => {
  it('is short where the site has one server', () => {
    const run = makeScene({
      viewpoint: 'workstation',
      see: (check) => (check.port === 8001 ? plainHttpOnTlsPort() : null),
    });
    expect(run.findings[0]?.title).toBe('На 8001 обычный HTTP вместо HTTPS');
  });

  it('tells by how much the clock is off, and which way', () => {
    const run = makeScene({ see: (check) => timed(check, 192) });
    expect(run.findings[0]).toMatchObject({
      title: 'Часы ноутбука отстают на 3\u00A0ч 12\u00A0мин',
      severity: 'warn',
      addressee: 'engineer',
    });
    const ahead = makeScene({ language: 'en', see: (check) => timed(check, -192) });
    expect(ahead.findings[0]?.title).toBe('The clock of the laptop is 3\u00A0h 12\u00A0min fast');
  });
});

describe('a decoy that opens on one host alone', () => {
  it('speaks of what stands before that host', () => {
    const run = makeScene({
      see: (check) =>
        check.to.id === 'mfu-201' && check.port === 80 ? failed(check, 'reply', 'timeout') : null,
    });
    const controls = run.controls.map((control) => ({
      ...control,
      outcome: control.target === '10.77.20.21' ? ('fail' as const) : control.outcome,
    }));
    expect(findingsOf(evidenceOf({ ...run, controls }), 'ru')).toMatchObject([
      {
        code: 'host-everything-open',
        title: 'За 10.77.20.21 отвечает кто-то на пути',
        addressee: 'network-admin',
      },
    ]);
    expect(codesOf(run)).toEqual(['silent-service 1']);
  });
});
