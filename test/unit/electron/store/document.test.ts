import { mkdirSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type DocumentKind, parseDocument, readDocument } from '../../../../electron/store/document.ts';
import { temporaryFolders } from '../temporary-folder.ts';

const folder = temporaryFolders();

const KIND: DocumentKind<{ format: string; version: number; name: string; size: number }> = {
  format: 'test/thing',
  version: 3,
  schema: z.strictObject({ format: z.string(), version: z.literal(3), name: z.string(), size: z.int() }),
  migrations: [
    { from: 2, migrate: ({ width, ...rest }) => ({ ...rest, size: width }) },
    { from: 1, migrate: ({ title, ...rest }) => ({ ...rest, name: title }) },
  ],
  maxBytes: 1000,
};

describe('parseDocument', () => {
  it('applies the migrations in the order of their versions when the document is old', () => {
    const text = JSON.stringify({ format: 'test/thing', version: 1, title: 'a', width: 2 });
    expect(parseDocument(text, KIND)).toEqual({
      state: 'ok',
      value: { format: 'test/thing', version: 3, name: 'a', size: 2 },
    });
  });

  it('accepts a byte order mark when an editor has put one in front', () => {
    const text = `\uFEFF${JSON.stringify({ format: 'test/thing', version: 3, name: 'a', size: 2 })}`;
    expect(parseDocument(text, KIND).state).toBe('ok');
  });

  it.each([
    ['not JSON', '{"format": '],
    ['a list', '[]'],
    ['null', 'null'],
    ['of another format', '{"format": "test/other", "version": 3}'],
    ['without a version', '{"format": "test/thing"}'],
    ['of version 0', '{"format": "test/thing", "version": 0}'],
    ['of half a version', '{"format": "test/thing", "version": 1.5}'],
    ['with a wrong value', '{"format": "test/thing", "version": 3, "name": "a", "size": "big"}'],
    ['with an unknown key', '{"format": "test/thing", "version": 3, "name": "a", "size": 1, "more": 1}'],
  ])('calls a document corrupt when it is %s', (_what, text) => {
    expect(parseDocument(text, KIND).state).toBe('corrupt');
  });

  it('names the place of the wrong value when a value is not allowed', () => {
    const reading = parseDocument('{"format":"test/thing","version":3,"name":"a","size":"big"}', KIND);
    expect(reading).toMatchObject({ problem: { ru: 'Недопустимое значение: size.' } });
  });

  it('calls a document foreign when it is from a later version', () => {
    expect(parseDocument('{"format":"test/thing","version":4}', KIND)).toMatchObject({ state: 'foreign' });
  });
});

describe('readDocument', () => {
  it('says missing when there is no file', async () => {
    expect(await readDocument(join(folder(), 'none.json'), KIND)).toEqual({ state: 'missing' });
  });

  it('does not read a file when it is too big', async () => {
    const path = join(folder(), 'big.json');
    writeFileSync(path, '');
    truncateSync(path, 8 * 1024 ** 3);
    expect(await readDocument(path, KIND)).toMatchObject({
      state: 'corrupt',
      problem: { en: 'The file is too big: 8192 MiB, allowed are 1.' },
    });
  });

  it('leaves a thing alone when it cannot be read at all', async () => {
    const path = join(folder(), 'folder.json');
    mkdirSync(path);
    expect(await readDocument(path, KIND)).toMatchObject({ state: 'foreign' });
  });
});
