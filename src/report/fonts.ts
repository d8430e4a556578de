/**
 * Static Inter for paper, embedded as data: the variable font turns into nameless Type 3 fonts in a PDF.
 * The extended subsets cover names of customers (Kazakh, Tatar, Polish and the like).
 */
import cyrillic400 from '@fontsource/inter/files/inter-cyrillic-400-normal.woff2?inline';
import cyrillic600 from '@fontsource/inter/files/inter-cyrillic-600-normal.woff2?inline';
import cyrillicExt400 from '@fontsource/inter/files/inter-cyrillic-ext-400-normal.woff2?inline';
import cyrillicExt600 from '@fontsource/inter/files/inter-cyrillic-ext-600-normal.woff2?inline';
import latin400 from '@fontsource/inter/files/inter-latin-400-normal.woff2?inline';
import latin600 from '@fontsource/inter/files/inter-latin-600-normal.woff2?inline';
import latinExt400 from '@fontsource/inter/files/inter-latin-ext-400-normal.woff2?inline';
import latinExt600 from '@fontsource/inter/files/inter-latin-ext-600-normal.woff2?inline';

/** What each subset holds, as @fontsource/inter declares it in unicode.json. */
const RANGES = {
  latin:
    'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD',
  latinExt:
    'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF',
  cyrillic: 'U+0301,U+0400-045F,U+0490-0491,U+04B0-04B1,U+2116',
  cyrillicExt: 'U+0460-052F,U+1C80-1C8A,U+20B4,U+2DE0-2DFF,U+A640-A69F,U+FE2E-FE2F',
} as const;

function face(weight: number, range: string, dataUri: string): string {
  return `@font-face{font-family:Inter;font-style:normal;font-weight:${weight};src:url(${dataUri}) format("woff2");unicode-range:${range}}`;
}

/** Weights 400 and 600 for a whole document, about 200 kB. */
export const DOCUMENT_FONTS: string = [
  face(400, RANGES.latinExt, latinExt400),
  face(400, RANGES.cyrillicExt, cyrillicExt400),
  face(400, RANGES.cyrillic, cyrillic400),
  face(400, RANGES.latin, latin400),
  face(600, RANGES.latinExt, latinExt600),
  face(600, RANGES.cyrillicExt, cyrillicExt600),
  face(600, RANGES.cyrillic, cyrillic600),
  face(600, RANGES.latin, latin600),
].join('\n');

/** Weight 400 alone, for the foot line that a PDF printer draws in a document of its own. */
export const FOOT_FONTS: string = [
  face(400, RANGES.cyrillic, cyrillic400),
  face(400, RANGES.latin, latin400),
].join('\n');
