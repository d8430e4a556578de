/** What the engineer has chosen for this laptop: language, theme, and the names that stand on paper. */
import { z } from 'zod';
import { LANGUAGES } from './words.ts';

export const SETTINGS_FORMAT = 'printum-sitecheck/settings';
export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

export const settingsSchema = z.strictObject({
  format: z.literal(SETTINGS_FORMAT),
  version: z.literal(1),
  language: z.enum(LANGUAGES).default('ru'),
  theme: z.enum(THEMES).default('system'),
  engineer: z.string().max(200).default(''),
  company: z.string().max(200).default(''),
});
export type Settings = Readonly<z.infer<typeof settingsSchema>>;
