/** What a picture is by its first bytes: its name says nothing. */
import { basename } from 'node:path';
import { BridgeFailure } from './failure.ts';
import { readChosenFile } from './read-chosen-file.ts';

export type PictureType = 'image/png' | 'image/jpeg';

export interface Picture {
  readonly type: PictureType;
  readonly bytes: Buffer;
}

/** RFC 2083, 3.1; ISO/IEC 10918-1, B.1.1.3 (SOI and the first marker). */
const SIGNATURES: Readonly<Record<PictureType, readonly number[]>> = {
  'image/png': [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  'image/jpeg': [0xff, 0xd8, 0xff],
};

export function pictureType(bytes: Uint8Array): PictureType | null {
  const types = Object.keys(SIGNATURES) as PictureType[];
  return types.find((type) => SIGNATURES[type].every((byte, index) => bytes[index] === byte)) ?? null;
}

/** Throws a `BridgeFailure` with code `invalid-file`. */
export async function readPicture(path: string, maxBytes: number): Promise<Picture> {
  const bytes = await readChosenFile(path, maxBytes);
  const type = pictureType(bytes);
  if (type !== null) return { type, bytes };
  throw new BridgeFailure('invalid-file', {
    ru: `${basename(path)}: это не картинка PNG или JPEG.`,
    en: `${basename(path)}: this is not a PNG or JPEG picture.`,
  });
}

export function dataUrl({ type, bytes }: Picture): string {
  return `data:${type};base64,${bytes.toString('base64')}`;
}
