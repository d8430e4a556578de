/** English words of the settings. */
export const settings = {
  title: 'Settings',
  engineer: 'Engineer',
  engineerHint: 'Full name: it stands on paper and beside the signature',
  company: 'Company',
  companyHint: 'Who carries out the checks',
  theme: 'Theme',
  themes: { system: 'As the system', light: 'Light', dark: 'Dark' },
  version: 'Version {{version}}',
} as const;
