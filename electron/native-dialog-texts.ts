/** The words of the system's dialogs, and the kinds of files that they offer. */
import type { SavedFormat } from '../src/contract/channels.ts';
import type { LocalText } from '../src/contract/words.ts';
import type { ChosenFile } from './dialogs.ts';

export interface FileChoice {
  readonly title: LocalText;
  readonly kind: LocalText;
  readonly extensions: readonly string[];
}

export const FILE_CHOICES: Readonly<Record<ChosenFile, FileChoice>> = {
  profile: {
    title: { ru: 'Открыть профиль площадки', en: 'Open a site profile' },
    kind: { ru: 'Профили площадок', en: 'Site profiles' },
    extensions: ['json'],
  },
  devices: {
    title: { ru: 'Открыть таблицу устройств', en: 'Open a table of devices' },
    kind: { ru: 'Таблицы CSV', en: 'CSV tables' },
    extensions: ['csv', 'tsv', 'txt'],
  },
  catalogue: {
    title: { ru: 'Добавить каталог требований', en: 'Add a requirement catalogue' },
    kind: { ru: 'Каталоги требований', en: 'Requirement catalogues' },
    extensions: ['json'],
  },
  logo: {
    title: {
      ru: 'Логотип компании (PNG или JPEG, до 200 КБ)',
      en: "The company's logo (PNG or JPEG, up to 200 KB)",
    },
    kind: { ru: 'Картинки', en: 'Pictures' },
    extensions: ['png', 'jpg', 'jpeg'],
  },
};

/** What the save dialogs call a kind of file. */
export const FORMAT_NAMES: Readonly<Record<SavedFormat, string>> = {
  pdf: 'PDF',
  html: 'HTML',
  csv: 'CSV',
  json: 'JSON',
  nftables: 'nftables',
  windows: 'PowerShell',
  cisco: 'Cisco IOS',
};

export const TEXTS = {
  chooseFolder: { ru: 'Папка для отчётов', en: 'Folder for reports' },
  choosePhotos: { ru: 'Добавить снимки', en: 'Add pictures' },
  pictures: { ru: 'Картинки', en: 'Pictures' },
  leave: { ru: 'Закрыть программу?', en: 'Close the program?' },
  leaveDetail: {
    ru: 'В окне есть изменения, которые ещё не сохранены. При закрытии они будут потеряны.',
    en: 'There are changes in the window that are not saved yet. Closing it will lose them.',
  },
  closeNow: { ru: 'Закрыть без сохранения', en: 'Close without saving' },
  stay: { ru: 'Вернуться', en: 'Go back' },
  saveAs: { ru: 'Сохранить как', en: 'Save as' },
  allFiles: { ru: 'Все файлы', en: 'All files' },
  knownSite: { ru: 'Профиль уже есть', en: 'The profile is already there' },
  knownSiteMessage: {
    ru: 'Профиль с этим номером уже есть: «{name}». Содержимое отличается.',
    en: 'There is already a profile with this id: "{name}". Its content differs.',
  },
  knownSiteDetail: {
    ru: 'Можно оставить оба (загруженный получит новый номер) или заменить имеющийся.',
    en: 'You can keep both (the loaded one gets a new id) or replace the present one.',
  },
  keepBoth: { ru: 'Оставить оба', en: 'Keep both' },
  replace: { ru: 'Заменить', en: 'Replace' },
  cancel: { ru: 'Отмена', en: 'Cancel' },
  showNow: { ru: 'Профиль загружен. Показать его сейчас?', en: 'The profile is loaded. Show it now?' },
  showNowDetail: {
    ru: 'Несохранённые изменения в окне будут потеряны. Профиль останется в списке площадок.',
    en: 'Unsaved changes in the window will be lost. The profile stays in the list of sites.',
  },
  show: { ru: 'Показать', en: 'Show' },
  later: { ru: 'Позже', en: 'Later' },
  notOpened: { ru: 'Профиль не открыт', en: 'The profile was not opened' },
  pageGone: { ru: 'Окно перестало отвечать.', en: 'The window has stopped working.' },
  pageGoneDetail: {
    ru: 'Сохранённые профили и запуски целы; начатый запуск продолжится и будет сохранён.',
    en: 'Saved profiles and runs are intact; a run that goes on will be finished and saved.',
  },
  reload: { ru: 'Загрузить снова', en: 'Load again' },
  quit: { ru: 'Выйти', en: 'Quit' },
} satisfies Record<string, LocalText>;
