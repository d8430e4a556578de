import { describe, expect, it } from 'vitest';
import type { CoverageCounts } from '../../../src/contract/coverage.ts';
import type { Readiness } from '../../../src/contract/labels.ts';
import { readinessFact, readinessSentence } from '../../../src/report/readiness-sentence.ts';

const NONE: CoverageCounts = {
  failed: 0,
  'fail-indirect': 0,
  'not-seen': 0,
  indirect: 0,
  remark: 0,
  waived: 0,
  proven: 0,
};

function of(readiness: Readiness, counts: Partial<CoverageCounts>) {
  return { readiness, requirements: 23, requirementCounts: { ...NONE, ...counts } };
}

function plain(text: string): string {
  return text.replaceAll('\u00A0', ' ');
}

describe('readinessSentence', () => {
  it.each([
    [1, 'Не выполнено 1 требование из 23.'],
    [2, 'Не выполнены 2 требования из 23.'],
    [5, 'Не выполнено 5 требований из 23.'],
    [21, 'Не выполнено 21 требование из 23.'],
  ])('agrees with the number %i', (failed, sentence) => {
    expect(plain(readinessSentence(of('not-ready', { failed }), 'ru'))).toBe(
      `${sentence} Что сделать, указано в строках.`,
    );
  });

  it('counts what was seen only from elsewhere among what is not proven', () => {
    const counts = { 'not-seen': 2, indirect: 1, 'fail-indirect': 1 };
    expect(plain(readinessFact(of('not-enough-data', counts), 'ru'))).toBe(
      'Пока не доказаны 4 требования из 23.',
    );
    expect(plain(readinessFact(of('not-enough-data', counts), 'en'))).toBe(
      '4 requirements of 23 are not proven yet.',
    );
  });

  it('never says that all is proven when something was waived', () => {
    expect(plain(readinessFact(of('ready', { proven: 23 }), 'ru'))).toBe(
      'Выполнены все 23 требования, каждое доказано напрямую.',
    );
    expect(plain(readinessFact(of('ready', { proven: 21, waived: 2 }), 'ru'))).toBe(
      'Доказано напрямую 21 требование из 23, снято: 2.',
    );
    expect(plain(readinessFact(of('remarks', { proven: 20, remark: 1, waived: 2 }), 'en'))).toBe(
      '21 requirements of 23 met, with remarks: 1, waived: 2.',
    );
  });

  it('says that nothing was checked when there is nothing', () => {
    expect(readinessFact(of('not-checked', {}), 'en')).toBe('No requirement was checked.');
  });
});
