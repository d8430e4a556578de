/** Reasons of the HAProxy panel beyond those of every HTTPS page. */
import type { ReasonText } from './reason-text.ts';

/** `seen` is the title of the page, or the HTTP reply. */
export const HAPROXY_REASONS = {
  'haproxy-other-page': {
    message: {
      ru: 'HTTPS отвечает, но это не панель HAProxy: {seen}',
      en: 'HTTPS answers, but it is not the HAProxy panel: {seen}',
    },
    remedy: {
      ru: 'Проверить в настройках HAProxy на {host}, что порт {port} отдан странице статистики (stats enable, stats uri)',
      en: 'Check in the settings of HAProxy on {host} that port {port} serves the statistics page (stats enable, stats uri)',
    },
  },
} as const satisfies Record<string, ReasonText>;
