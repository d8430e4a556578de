import { describe, expect, it } from 'vitest';
import { lowerFirst } from '../../../src/contract/sentence.ts';

describe('lowerFirst', () => {
  it.each([
    ['В соединении отказано', 'в соединении отказано'],
    ['Один сервер', 'один сервер'],
    ['АРМ', 'АРМ'],
    ['TLS работает', 'TLS работает'],
    ['MFP socket', 'MFP socket'],
    ['Розетка АРМ', 'розетка АРМ'],
    ['Printum administrator', 'Printum administrator'],
    ['Redis отвечает', 'Redis отвечает'],
    ['PostgreSQL доступен', 'PostgreSQL доступен'],
    ['ClickHouse answers', 'ClickHouse answers'],
  ])('writes %j as %j inside a sentence', (word, inside) => {
    expect(lowerFirst(word)).toBe(inside);
  });
});
