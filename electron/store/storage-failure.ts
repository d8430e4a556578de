/** What went wrong with a file, as one sentence: no errno without words. */
import type { LocalText } from '../../src/contract/words.ts';
import { BridgeFailure, errnoOf } from '../failure.ts';

const WRITE_CAUSES: Readonly<Record<string, LocalText>> = {
  ENOSPC: { ru: 'на диске нет места', en: 'the disk is full' },
  EDQUOT: { ru: 'исчерпана квота на диске', en: 'the disk quota is used up' },
  EACCES: { ru: 'нет права записи', en: 'there is no right to write there' },
  EPERM: { ru: 'нет права записи', en: 'there is no right to write there' },
  EROFS: { ru: 'диск доступен только для чтения', en: 'the disk is read-only' },
  ENOENT: { ru: 'папки больше нет', en: 'the folder is gone' },
  ENOTDIR: { ru: 'на месте папки лежит файл', en: 'a file is in the place of the folder' },
  EEXIST: { ru: 'на месте папки лежит файл', en: 'a file is in the place of the folder' },
  EISDIR: { ru: 'на месте файла лежит папка', en: 'a folder is in the place of the file' },
  EBUSY: { ru: 'файл занят другой программой', en: 'another program is using the file' },
  EIO: { ru: 'ошибка диска', en: 'the disk reported an error' },
};

const READ_CAUSES: Readonly<Record<string, LocalText>> = {
  ...WRITE_CAUSES,
  ENOENT: { ru: 'файла нет', en: 'there is no such file' },
  EACCES: { ru: 'нет права чтения', en: 'there is no right to read it' },
  EPERM: { ru: 'нет права чтения', en: 'there is no right to read it' },
  EISDIR: { ru: 'это папка', en: 'it is a folder' },
};

/** Wraps a failed write; what was there before is still there. */
export function writeFailure(path: string, cause: unknown): BridgeFailure {
  if (cause instanceof BridgeFailure) return cause;
  const why = WRITE_CAUSES[errnoOf(cause) ?? ''] ?? UNKNOWN;
  return new BridgeFailure(
    'storage',
    {
      ru: `Не удалось записать ${path}: ${why.ru}. Прежние данные целы.`,
      en: `Could not write ${path}: ${why.en}. The earlier data is intact.`,
    },
    { cause },
  );
}

/** Why a file cannot be read, for an error and for the list of unreadable files alike. */
export function readProblem(cause: unknown): LocalText {
  const why = READ_CAUSES[errnoOf(cause) ?? ''] ?? UNKNOWN;
  return { ru: `Не удалось прочитать: ${why.ru}.`, en: `Could not be read: ${why.en}.` };
}

const UNKNOWN: LocalText = { ru: 'неизвестная причина', en: 'unknown reason' };
