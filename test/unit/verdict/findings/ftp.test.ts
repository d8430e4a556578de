/** Rules about FTP: each speaks where its cause is there, and says nothing where it is not. */
import { describe, expect, it } from 'vitest';
import type { PlannedCheck } from '../../../../src/contract/check.ts';
import { LANGUAGES } from '../../../../src/contract/words.ts';
import { evidenceOf } from '../../../../src/verdict/findings/evidence.ts';
import { findingsOf } from '../../../../src/verdict/findings/findings.ts';
import { romashka } from '../../../fixtures/romashka.ts';
import { FTP_CASES, half, nobodyCame, none, portRefused, type Sights } from './ftp-cases.ts';
import { passiveMode, sawActive, sawPassive, step } from './ftp-sights.ts';
import { makeScene } from './scenes.ts';

function seen({ passive = sawPassive(), active = sawActive() }: Sights, language: 'ru' | 'en' = 'ru') {
  const see = (check: PlannedCheck) => {
    if (check.service === 'ftp-passive') return passive;
    return check.service === 'ftp-active' ? active : null;
  };
  return makeScene({ viewpoint: 'device', see, language }).findings;
}

describe('the rules about FTP', () => {
  it.each(FTP_CASES)('name %s', (_cause, sights, codes, [ru, en]) => {
    const findings = seen(sights);
    expect(findings.map(({ code, checks }) => `${code} ${checks.length}`)).toEqual(codes);
    expect(findings[0]?.title).toBe(ru);
    expect(seen(sights, 'en')[0]?.title).toBe(en);
  });

  it.each(FTP_CASES)('leave no place of their texts empty for %s', (_cause, sights) => {
    for (const language of LANGUAGES) {
      for (const { title, explanation, remedy, addressee } of seen(sights, language)) {
        expect(`${title} ${explanation} ${remedy}`).not.toMatch(/\{|\}|undefined|—(?!\s)| {2}|«\?»/);
        expect(addressee).toBeDefined();
      }
    }
  });

  it.each([
    ['all is well', {}],
    ['the whole range is closed, which means that the way is free', { passive: sawPassive() }],
  ])('say nothing where %s', (_title, sights) => {
    expect(seen(sights)).toEqual([]);
  });

  it('leave a server alone that refuses PASV of its own will', () => {
    const modes = [
      passiveMode('PASV', { step: step('PASV', 502), announced: null, tries: [] }),
      passiveMode('EPSV'),
    ];
    expect(seen({ passive: sawPassive({ modes }) }).map(({ code }) => code)).toEqual(['ftp-pasv-refused']);
  });

  it('leave a server alone that refuses PORT and EPRT alike', () => {
    const modes = [portRefused, { ...portRefused, command: 'EPRT' as const }];
    const active = sawActive({ modes, transfer: null });
    expect(seen({ active }).map(({ code }) => code)).toEqual(['ftp-port-refused']);
  });

  it('say of one mode that the other works, and only where it does', () => {
    const [beside] = seen({ passive: sawPassive(half) });
    expect(beside?.explanation).toContain('Активный режим при этом работает.');
    const both = seen({
      passive: sawPassive(half),
      active: sawActive({ modes: [nobodyCame], transfer: null }),
    });
    expect(both.map(({ explanation }) => explanation).join(' ')).not.toContain('при этом работает');
  });

  it('do not claim that port 21 answers where it refuses', () => {
    const [finding] = seen({ passive: sawPassive({ ...none, control: null, modes: [], transfer: null }) });
    expect(finding?.explanation).toContain('Порт 21 отказывает');
  });

  it('make one cause of two servers with the same hole', () => {
    const site = romashka(1, {
      scheme: 'ha',
      servers: ['app1', 'app2'].map((id, index) => ({
        id,
        host: `10.77.30.${10 + index}`,
        roles: ['printManager', 'scanFtp'],
      })),
    });
    const see = ({ service }: PlannedCheck) => {
      if (service === 'ftp-passive') return sawPassive(half);
      return service === 'ftp-active' ? sawActive() : null;
    };
    const [finding, ...others] = makeScene({ viewpoint: 'device', site, see }).findings;
    expect(others).toEqual([]);
    expect(finding?.checks).toHaveLength(2);
    expect(finding?.remedy).toContain('10.77.30.10, 10.77.30.11, tcp 30000–30199');
  });

  it('still name the cause where a document has lost the facts', () => {
    const run = makeScene({
      viewpoint: 'device',
      see: ({ service }) => {
        if (service === 'ftp-passive') return sawPassive(half);
        return service === 'ftp-active' ? sawActive() : null;
      },
    });
    const checks = run.checks.map((check) => ({ ...check, facts: {} }));
    const [finding] = findingsOf(evidenceOf({ ...run, checks }), 'ru');
    expect(finding?.title).toBe('Доходят 100\u00A0портов FTP из 200: закрыты 30100–30199');
  });
});
