import { describe, expect, it } from 'vitest';
import { causesText } from '../../../../../renderer/features/outcome/causes-text.ts';

const WORDS = {
  head: 'Площадка: Ромашка. 22 ноября, 12:40.',
  readiness: 'Не готово. Не выполнено 1 требование из 23.',
  addressee: (who: string) => `Кому: ${who}`,
  remedy: (text: string) => `Что сделать: ${text}`,
};

describe('the causes as a letter', () => {
  it('say of each what was seen, what to do and who can', () => {
    const text = causesText(
      [
        {
          code: 'port-filtered',
          severity: 'fail',
          title: '8080/tcp отбрасывается из сети МФУ',
          explanation: 'На 8080/tcp тишина.',
          remedy: 'Разрешить 10.77.20.0/24 → 10.77.30.10: 8080/tcp.',
          addressee: 'network-admin',
          checks: ['a'],
        },
        { code: 'slow', severity: 'warn', title: 'Ответы медленные', remedy: null, checks: ['b'] },
      ],
      WORDS,
      'ru',
    );
    expect(text).toBe(
      [
        'Площадка: Ромашка. 22 ноября, 12:40.',
        'Не готово. Не выполнено 1 требование из 23.',
        '',
        '1. 8080/tcp отбрасывается из сети МФУ',
        'На 8080/tcp тишина.',
        'Что сделать: Разрешить 10.77.20.0/24 → 10.77.30.10: 8080/tcp.',
        'Кому: Сетевой администратор',
        '',
        '2. Ответы медленные',
      ].join('\n'),
    );
  });

  it('are the head alone where there are none', () => {
    expect(causesText([], WORDS, 'ru')).toBe(`${WORDS.head}\n${WORDS.readiness}`);
  });
});
