/** What the demo site calls its own things, in the language of the person who opens it. */
import type { Language } from '../contract/words.ts';

interface DemoTexts {
  readonly site: string;
  readonly customer: string;
  readonly address: string;
  readonly server: string;
  readonly devices: readonly [string, string];
  readonly rooms: readonly [string, string];
  /** Titles of the pages that the stand-ins show. */
  readonly account: string;
  readonly monitoring: string;
  readonly printManager: string;
  readonly cupsFiles: string;
  readonly devicePanel: string;
}

export const DEMO_TEXTS: Readonly<Record<Language, DemoTexts>> = {
  ru: {
    site: 'Демо-площадка',
    customer: 'Демонстрация: всё на этом ноутбуке',
    address: 'Настоящих серверов и устройств здесь нет',
    server: 'Демо-сервер',
    devices: ['Демо-МФУ 1', 'Демо-МФУ 2'],
    rooms: ['приёмная', 'бухгалтерия'],
    account: 'Личный кабинет (демо)',
    monitoring: 'Мониторинг (демо)',
    printManager: 'ПринтМенеджер (демо)',
    cupsFiles: 'Файлы CUPS (демо)',
    devicePanel: 'Панель МФУ (демо)',
  },
  en: {
    site: 'Demo site',
    customer: 'Demonstration: everything is on this laptop',
    address: 'There are no real servers or devices here',
    server: 'Demo server',
    devices: ['Demo MFP 1', 'Demo MFP 2'],
    rooms: ['reception', 'accounting'],
    account: 'Personal account (demo)',
    monitoring: 'Monitoring (demo)',
    printManager: 'PrintManager (demo)',
    cupsFiles: 'CUPS files (demo)',
    devicePanel: 'MFP panel (demo)',
  },
};
