/** Russian words of the settings. */
export const settings = {
  title: 'Настройки',
  engineer: 'Инженер',
  engineerHint: 'Фамилия, имя, отчество: стоят на бумаге и у подписи',
  company: 'Организация',
  companyHint: 'Кто проводит проверку',
  theme: 'Тема',
  themes: { system: 'Как в системе', light: 'Светлая', dark: 'Тёмная' },
  version: 'Версия {{version}}',
} as const;
