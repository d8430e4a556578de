/** Reading a file that a person chose or dropped: its size first, and what is wrong as one sentence. */
import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { BridgeFailure } from './failure.ts';
import { readProblem } from './store/storage-failure.ts';

/**
 * The size is asked of the opened file, so that it cannot change between the question and the reading.
 * Throws a `BridgeFailure` with code `invalid-file`.
 */
export async function readChosenFile(path: string, maxBytes: number): Promise<Buffer> {
  const name = basename(path);
  let file: Awaited<ReturnType<typeof open>> | null = null;
  try {
    file = await open(path, 'r');
    const { size } = await file.stat();
    if (size > maxBytes) throw tooBig(name, size, maxBytes);
    return await file.readFile();
  } catch (error) {
    if (error instanceof BridgeFailure) throw error;
    const problem = readProblem(error);
    throw new BridgeFailure(
      'invalid-file',
      { ru: `${name}. ${problem.ru}`, en: `${name}. ${problem.en}` },
      { cause: error },
    );
  } finally {
    await file?.close();
  }
}

function tooBig(name: string, bytes: number, maxBytes: number): BridgeFailure {
  return new BridgeFailure('invalid-file', {
    ru: `${name}: файл слишком велик (${sizeText(bytes, 'КБ', 'МБ')}), допустимо ${sizeText(maxBytes, 'КБ', 'МБ')}.`,
    en: `${name}: the file is too big (${sizeText(bytes, 'KB', 'MB')}), allowed are ${sizeText(maxBytes, 'KB', 'MB')}.`,
  });
}

function sizeText(bytes: number, kilo: string, mega: string): string {
  const kilobytes = Math.ceil(bytes / 1024);
  return kilobytes < 1024 ? `${kilobytes} ${kilo}` : `${Math.ceil(kilobytes / 1024)} ${mega}`;
}
