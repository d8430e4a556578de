/** File names that every system accepts, made from what a person wrote. */
import type { SavedFormat } from '../src/contract/channels.ts';

export const FILE_EXTENSIONS: Readonly<Record<SavedFormat, string>> = {
  pdf: 'pdf',
  html: 'html',
  csv: 'csv',
  json: 'json',
  nftables: 'nft',
  windows: 'ps1',
  cisco: 'txt',
};

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what has to go.
const NOT_IN_NAMES = /[\u0000-\u001F\u007F<>:"/\\|?*«»„“”]/g;
/** Windows keeps these names for devices, with any extension (learn.microsoft.com, "Naming files"). */
const RESERVED = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|$)/i;
const LONGEST = 100;

/** `ООО «Ромашка»/офис` → `ООО Ромашка офис`; `fallback` where nothing is left. */
export function safeFileName(text: string, fallback: string): string {
  const cleaned = [...text.replace(NOT_IN_NAMES, ' ').replace(/\s+/g, ' ').trim()]
    .slice(0, LONGEST)
    .join('')
    .replace(/^[. ]+|[. ]+$/g, '');
  if (cleaned === '') return fallback;
  return RESERVED.test(cleaned) ? `_${cleaned}` : cleaned;
}
