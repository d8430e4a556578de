/** Every cause that a rule can find, in words: the families in one table. */
import type { CauseText } from './cause-text.ts';
import { DEVICE_CAUSES } from './cause-texts-devices.ts';
import { FTP_CAUSES } from './cause-texts-ftp.ts';
import { LAPTOP_CAUSES } from './cause-texts-laptop.ts';
import { NETWORK_CAUSES } from './cause-texts-network.ts';
import { PATH_CAUSES } from './cause-texts-path.ts';
import { PORT_CAUSES } from './cause-texts-ports.ts';
import { STORE_CAUSES } from './cause-texts-stores.ts';
import { TLS_CAUSES } from './cause-texts-tls.ts';

export const CAUSE_TEXTS = {
  ...LAPTOP_CAUSES,
  ...NETWORK_CAUSES,
  ...PORT_CAUSES,
  ...TLS_CAUSES,
  ...FTP_CAUSES,
  ...DEVICE_CAUSES,
  ...PATH_CAUSES,
  ...STORE_CAUSES,
} as const satisfies Record<string, CauseText>;

export type CauseCode = keyof typeof CAUSE_TEXTS;
export const CAUSE_CODES = Object.keys(CAUSE_TEXTS) as CauseCode[];
