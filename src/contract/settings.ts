/** What the engineer has chosen for this laptop: language, theme, and the names that stand on paper. */
import { z } from 'zod';
import { probeSettingsSchema } from './site.ts';
import { LANGUAGES } from './words.ts';

export const SETTINGS_FORMAT = 'printum-sitecheck/settings';
export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];
export const DENSITIES = ['compact', 'comfortable'] as const;
export type Density = (typeof DENSITIES)[number];
/** A picture of about 200 KB. */
export const LOGO_MAX_CHARACTERS = 300_000;

const choices = {
  language: z.enum(LANGUAGES),
  theme: z.enum(THEMES),
  engineer: z.string().max(200),
  company: z.string().max(200),
  density: z.enum(DENSITIES),
  /** Folder that the save dialogs open in; null: the system's documents. Chosen in a dialog of the main process. */
  reportsFolder: z.string().max(4096).nullable(),
  /** The company's logo on paper, as a `data:` URL of a PNG or JPEG; null: none. Chosen in a dialog too. */
  logo: z
    .string()
    .max(LOGO_MAX_CHARACTERS)
    .regex(/^data:image\/(png|jpeg);base64,[A-Za-z0-9+/=]+$/)
    .nullable(),
  /** What a new site begins with. */
  probe: probeSettingsSchema,
};

export const settingsSchema = z.strictObject({
  format: z.literal(SETTINGS_FORMAT),
  version: z.literal(1),
  language: choices.language.default('ru'),
  theme: choices.theme.default('system'),
  engineer: choices.engineer.default(''),
  company: choices.company.default(''),
  density: choices.density.default('compact'),
  reportsFolder: choices.reportsFolder.default(null),
  logo: choices.logo.default(null),
  probe: choices.probe.prefault({}),
});
export type Settings = Readonly<z.infer<typeof settingsSchema>>;

/** What is absent stays as it is: a default here would put back everything that the change does not name. */
export const settingsChangeSchema = z
  .strictObject(choices)
  .omit({ reportsFolder: true, logo: true })
  .partial();
export type SettingsChange = Readonly<z.infer<typeof settingsChangeSchema>>;
