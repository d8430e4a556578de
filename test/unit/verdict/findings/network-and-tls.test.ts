/** Rules about networks, hosts, ports, TLS and clocks: when they speak and when they are silent. */
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../../../src/contract/words.ts';
import { LAPTOP_CAUSES } from '../../../../src/verdict/findings/cause-texts-laptop.ts';
import { NETWORK_CAUSES } from '../../../../src/verdict/findings/cause-texts-network.ts';
import { PORT_CAUSES } from '../../../../src/verdict/findings/cause-texts-ports.ts';
import { TLS_CAUSES } from '../../../../src/verdict/findings/cause-texts-tls.ts';
import { NETWORK_CASES } from './network-cases.ts';
import { codesOf, makeScene } from './scenes.ts';
import { TLS_CASES } from './tls-cases.ts';

const CASES = [...NETWORK_CASES, ...TLS_CASES];

/** What one run from one place cannot show; tested beside the words of the causes. */
const OF_SEVERAL_PLACES = [
  'host-blocked',
  'refused-on-the-way',
  'seen-from-elsewhere',
  'host-everything-open',
];

describe('the rules of networks and TLS', () => {
  it.each(CASES)('find the cause where %s', (_title, recipe, codes) => {
    expect(codesOf(makeScene(recipe))).toEqual(codes);
  });

  it.each(CASES)('leave no place empty in either language where %s', (_title, recipe) => {
    for (const language of LANGUAGES) {
      for (const finding of makeScene({ ...recipe, language }).findings) {
        const text = [finding.title, finding.explanation, finding.remedy].join(' ');
        expect(text).not.toMatch(/[{}]|undefined|null|NaN|\(\)/);
        expect(/[А-Яа-яЁё]/.test(text)).toBe(language === 'ru');
      }
    }
  });

  it('have a case for every cause', () => {
    const found = new Set(CASES.flatMap(([, , codes]) => codes.map((code) => code.split(' ')[0])));
    const causes = { ...LAPTOP_CAUSES, ...NETWORK_CAUSES, ...PORT_CAUSES, ...TLS_CAUSES };
    const untried = Object.keys(causes).filter((code) => !found.has(code));
    expect(untried.sort()).toEqual([...OF_SEVERAL_PLACES].sort());
  });
});
