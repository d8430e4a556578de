/** Rules about devices: SNMP, print ports and the stores behind them; each speaks for its cause and is silent otherwise. */
import { describe, expect, it } from 'vitest';
import { LANGUAGES, type Language } from '../../../../src/contract/words.ts';
import { evidenceOfVisit } from '../../../../src/verdict/findings/evidence.ts';
import { findingsOf } from '../../../../src/verdict/findings/findings.ts';
import {
  both,
  DEVICE_CASES,
  FIRST_ONLY,
  HA,
  polled,
  refusedOn,
  type See,
  SICK,
  SILENT,
  silentOn,
  trapped,
} from './device-cases.ts';
import { sawRedis, sawSentinel, sawTrap } from './device-sights.ts';
import { makeScene, type SceneRecipe, silence } from './scenes.ts';

const TITLED = DEVICE_CASES.filter(([, , , [ru]]) => ru !== '');

function seen(recipe: SceneRecipe, language: Language = 'ru') {
  return makeScene({ ...recipe, language }).findings;
}

function codes(recipe: SceneRecipe): readonly string[] {
  return seen(recipe).map(({ code, checks }) => `${code} ${checks.length}`);
}

describe('the rules about devices', () => {
  it.each(DEVICE_CASES)('find %s', (_cause, recipe, expected) => {
    expect(codes(recipe)).toEqual(expected);
  });

  it.each(TITLED)('name in both languages %s', (_cause, recipe, _codes, [ru, en]) => {
    expect(seen(recipe)[0]?.title).toBe(ru);
    expect(seen(recipe, 'en')[0]?.title).toBe(en);
  });

  it.each(DEVICE_CASES)('leave no place of their texts empty for %s', (_cause, recipe) => {
    for (const language of LANGUAGES) {
      for (const { title, explanation, remedy } of seen(recipe, language)) {
        expect(`${title} ${explanation} ${remedy}`).not.toMatch(/\{|\}|undefined| {2}|—/);
      }
    }
  });

  const silentCases: readonly (readonly [string, SceneRecipe, readonly string[]])[] = [
    ['every device answers both versions', { see: polled(SICK, {}) }, []],
    ['a trap is acknowledged', { viewpoint: 'device', see: trapped(() => sawTrap(true)) }, []],
    [
      'both print ports refuse, which is no matter of one of them',
      { see: refusedOn([631, 9100], FIRST_ONLY) },
      ['service-not-listening 2'],
    ],
    [
      'IPP is dropped on the way',
      { see: (check) => (check.to.id === 'mfu-202' && check.port === 631 ? silence(check) : null) },
      ['port-filtered 1'],
    ],
    [
      'the whole device is silent',
      { see: both(silentOn([80, 443, 631, 9100], FIRST_ONLY), polled(FIRST_ONLY, SILENT)) },
      ['host-silent 6'],
    ],
    [
      'all is well with Redis',
      {
        site: HA,
        see: ({ service }) => {
          if (service === 'redis-sentinel') return sawSentinel('master');
          return service === 'redis' ? sawRedis() : null;
        },
      },
      [],
    ],
  ];

  it.each(silentCases)('are silent where %s', (_title, recipe, expected) => {
    expect(codes(recipe)).toEqual(expected);
  });

  it('say that the other direction of SNMP works where a visit has seen it', () => {
    const polls = makeScene({ see: polled(new Set(), {}) });
    const traps = makeScene({ viewpoint: 'device', see: trapped(() => sawTrap(false)) });
    const standing = [
      ...polls.checks.filter(({ proof }) => proof === 'direct'),
      ...traps.checks.filter(({ proof }) => proof === 'direct'),
    ];
    const evidence = evidenceOfVisit(standing, [polls, traps]);
    if (evidence === null) throw new Error('a visit without runs');
    const [finding] = findingsOf(evidence, 'ru');
    expect(finding).toMatchObject({ code: 'trap-unconfirmed', addressee: 'network-admin' });
    expect(finding?.explanation).toContain('161/udp, работает');
  });

  it('ask the network administrator about traps where the server can be reached otherwise', () => {
    const [finding] = seen({ viewpoint: 'device', see: trapped(() => sawTrap(false)) });
    expect(finding?.addressee).toBe('network-admin');
    expect(finding?.explanation).toContain('Другие порты этого узла отсюда отвечают');
  });

  it('ask the engineer about traps where nothing else is known of the way', () => {
    const see: See = (check) => (check.service === 'snmp-trap' ? sawTrap(false) : 'cancelled');
    expect(seen({ viewpoint: 'device', see })[0]).toMatchObject({
      code: 'trap-unconfirmed',
      addressee: 'engineer',
    });
  });
});
