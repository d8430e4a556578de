/** Every cause that a rule can find, in words: the families in one table. */
import type { CauseText } from './cause-text.ts';
import { DEVICE_CAUSES } from './cause-texts-devices.ts';
import { FTP_CAUSES } from './cause-texts-ftp.ts';
import { NETWORK_CAUSES } from './cause-texts-network.ts';
import { PATH_CAUSES } from './cause-texts-path.ts';

export const CAUSE_TEXTS = {
  ...NETWORK_CAUSES,
  ...FTP_CAUSES,
  ...DEVICE_CAUSES,
  ...PATH_CAUSES,
} as const satisfies Record<string, CauseText>;

export type CauseCode = keyof typeof CAUSE_TEXTS;
export const CAUSE_CODES = Object.keys(CAUSE_TEXTS) as CauseCode[];
