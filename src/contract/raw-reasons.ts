/** Reasons of RAW printing where the device was asked for its model. */
import type { ReasonText } from './reason-text.ts';

/** `seen` is the model as the device names it. */
export const RAW_REASONS = {
  'raw-model': {
    message: {
      ru: 'Соединение установлено, устройство назвало модель: {seen}',
      en: 'The connection was established, and the device named its model: {seen}',
    },
    remedy: null,
  },
  'raw-no-model': {
    message: {
      ru: 'Соединение установлено; на вопрос о модели (PJL) устройство не ответило',
      en: 'The connection was established; the device did not answer the question for its model (PJL)',
    },
    remedy: {
      ru: 'Посмотреть, не напечатало ли устройство {host} вопрос, и больше не спрашивать его о модели',
      en: 'See whether the device {host} printed the question, and do not ask it for its model again',
    },
  },
} as const satisfies Record<string, ReasonText>;
