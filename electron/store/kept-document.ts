/** Reads a document of a store, and tells of one that cannot be read or is not what its name says. */
import type { LocalText } from '../../src/contract/words.ts';
import { type DocumentKind, readDocument } from './document.ts';
import type { SetAside } from './set-aside.ts';

export interface KeptDocument<T> {
  readonly path: string;
  readonly kind: DocumentKind<T>;
  readonly setAside: SetAside;
  /** Whether what is written inside agrees with the name of the file and its folder. */
  readonly belongs: (document: T) => boolean;
  /** Said of one that does not belong; it stays where it is. */
  readonly otherName: LocalText;
}

/** Null where there is none, or none that can be read: a corrupt one is set aside, a foreign one is only named. */
export async function readKept<T>(document: KeptDocument<T>): Promise<T | null> {
  const { path, kind, setAside, belongs, otherName } = document;
  const reading = await readDocument(path, kind);
  if (reading.state === 'ok' && belongs(reading.value)) {
    setAside.forget(path);
    return reading.value;
  }
  if (reading.state === 'ok') setAside.name(path, otherName);
  else if (reading.state === 'foreign') setAside.name(path, reading.problem);
  else if (reading.state === 'corrupt') await setAside.move(path, reading.problem);
  else setAside.forget(path);
  return null;
}
