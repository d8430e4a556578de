/** Rules about names, addresses and serial numbers: one device under two, or another one than was meant. */
import { describe, expect, it } from 'vitest';
import type { Site } from '../../../../src/contract/site.ts';
import { type Evidence, evidenceOf, evidenceOfVisit } from '../../../../src/verdict/findings/evidence.ts';
import { findingsOf } from '../../../../src/verdict/findings/findings.ts';
import { romashka } from '../../../fixtures/romashka.ts';
import { failed } from '../../../support/make-run.ts';
import { polled, type See, SICK, SILENT } from './device-cases.ts';
import { sawPoll } from './device-sights.ts';
import { makeScene, type SceneRecipe } from './scenes.ts';

function seen(recipe: SceneRecipe) {
  return makeScene(recipe).findings;
}

describe('the rules about names and serial numbers', () => {
  const named = romashka(0, {
    devices: [
      { id: 'mfu-a', host: 'mfu-a.corp.example' },
      { id: 'mfu-b', host: 'mfu-b.corp.example' },
    ],
  });

  /** The names led there; what a made-up run holds in their place is the name itself. */
  function reached(site: Site, addresses: Readonly<Record<string, string>>, see: See = () => null): Evidence {
    const run = makeScene({ site, see });
    const checks = run.checks.map((check) => {
      const address = addresses[check.to.id];
      if (address === undefined) return check;
      const params = { ...check.reason.params, other: address };
      return { ...check, facts: { ...check.facts, address }, reason: { ...check.reason, params } };
    });
    return evidenceOf({ ...run, checks });
  }

  it('find two names that lead to one device', () => {
    const evidence = reached(named, { 'mfu-a': '10.77.20.5', 'mfu-b': '10.77.20.5' });
    const [finding, ...others] = findingsOf(evidence, 'ru');
    expect(others).toEqual([]);
    expect(finding).toMatchObject({
      code: 'same-address',
      severity: 'warn',
      title: 'Разные имена, один адрес 10.77.20.5',
      explanation: expect.stringContaining('mfu-a (mfu-a.corp.example), mfu-b (mfu-b.corp.example)'),
    });
    expect(findingsOf(evidence, 'en')[0]?.title).toBe('Different names, one address: 10.77.20.5');
  });

  it('find a name of a device that leads to a server', () => {
    const site = romashka(0, { devices: [{ id: 'mfu-a', host: 'mfu-a.corp.example' }] });
    const findings = findingsOf(reached(site, { 'mfu-a': '10.77.30.20' }), 'ru');
    expect(findings.map(({ code }) => code)).toEqual(['same-address']);
  });

  it('find a device that was entered twice', () => {
    const site = romashka(0, {
      devices: [
        { id: 'mfu-a', host: '10.77.20.5' },
        { id: 'mfu-b', host: '10.77.20.5' },
      ],
    });
    expect(seen({ site, see: () => null }).map(({ code }) => code)).toEqual(['same-address']);
  });

  it('take external resources on one machine for what they are', () => {
    expect(findingsOf(reached(named, { 'mfu-a': '10.77.20.5', 'mfu-b': '10.77.20.6' }), 'ru')).toEqual([]);
  });

  it('tell a stale name by the address that the device answers from', () => {
    const site = romashka(0, { devices: [{ id: 'mfu-a', host: 'mfu-a.corp.example' }] });
    const see = polled(new Set(['mfu-a']), {
      ...SILENT,
      address: '10.77.20.22',
      strangers: [{ address: '10.77.20.99', port: 161 }],
    });
    const [finding] = findingsOf(reached(site, { 'mfu-a': '10.77.20.22' }, see), 'ru');
    expect(finding).toMatchObject({ code: 'device-other-address', addressee: 'network-admin' });
    expect(finding?.explanation).toContain('Имя mfu-a.corp.example указывает на 10.77.20.22');
  });

  it.each([
    ['XRX1234567', ['duplicate-serial']],
    ['xrx1234567 ', ['duplicate-serial']],
    ['00000000', []],
    ['Unknown', []],
    ['1234', []],
    ['', []],
  ])('make of the serial number «%s» at two addresses what it is worth', (serialNumber, expected) => {
    const see = polled(new Set(['mfu-201', 'mfu-204']), { serialNumber });
    const findings = seen({ see });
    expect(findings.map(({ code }) => code)).toEqual(expected);
    for (const { title, explanation } of findings) {
      expect(title).toContain(serialNumber.trim());
      expect(explanation).toContain('10.77.20.21, 10.77.20.24');
    }
  });

  it('see nothing in different serial numbers', () => {
    const see: See = (check) =>
      check.service === 'snmp' ? sawPoll('snmp', { serialNumber: `SERIAL-${check.to.id}` }) : null;
    expect(seen({ see })).toEqual([]);
  });

  it('do not throw on facts of another shape', () => {
    const run = makeScene({ see: polled(SICK, { v1: 'silent', serialNumber: 'XRX1234567' }) });
    const checks = run.checks.map((check) => ({
      ...check,
      facts: { device: 7, address: null, versions: 'x' },
    }));
    const evidence = evidenceOfVisit(checks, [run]);
    expect(evidence && findingsOf(evidence, 'ru').map(({ code }) => code)).toContain('snmp-one-version');
  });
});

describe('a name that is not found', () => {
  it('stays what it is', () => {
    const see: See = (check) => (check.to.id === 'mfu-202' ? failed(check, 'resolve', 'ENOTFOUND') : null);
    expect(seen({ see }).map(({ code }) => code)).not.toContain('same-address');
  });
});
