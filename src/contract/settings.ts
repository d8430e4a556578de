/** What the engineer has chosen for this laptop: language, theme, and the names that stand on paper. */
import { z } from 'zod';
import { LANGUAGES } from './words.ts';

export const SETTINGS_FORMAT = 'printum-sitecheck/settings';
export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

const choices = {
  language: z.enum(LANGUAGES),
  theme: z.enum(THEMES),
  engineer: z.string().max(200),
  company: z.string().max(200),
};

export const settingsSchema = z.strictObject({
  format: z.literal(SETTINGS_FORMAT),
  version: z.literal(1),
  language: choices.language.default('ru'),
  theme: choices.theme.default('system'),
  engineer: choices.engineer.default(''),
  company: choices.company.default(''),
});
export type Settings = Readonly<z.infer<typeof settingsSchema>>;

/** What is absent stays as it is: a default here would put back everything that the change does not name. */
export const settingsChangeSchema = z.strictObject(choices).partial();
export type SettingsChange = Readonly<z.infer<typeof settingsChangeSchema>>;
