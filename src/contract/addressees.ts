/** Who can do something about a cause: the person a remedy is handed to. */
import type { LocalText } from './words.ts';

export const ADDRESSEES = ['network-admin', 'device-admin', 'printum-admin', 'engineer'] as const;
export type Addressee = (typeof ADDRESSEES)[number];

export const ADDRESSEE_LABELS: Readonly<Record<Addressee, LocalText>> = {
  'network-admin': { ru: 'Сетевой администратор', en: 'Network administrator' },
  'device-admin': { ru: 'Ответственный за печать', en: 'Device administrator' },
  'printum-admin': { ru: 'Администратор Принтум', en: 'Printum administrator' },
  engineer: { ru: 'Инженер', en: 'Engineer' },
};
