/** The messages from the window to the main process: channel → the schema of its one argument. */
import { z } from 'zod';
import { firewallRequestSchema, REQUEST_BASES } from './firewall-request.ts';
import { settingsChangeSchema } from './settings.ts';
import { SITE_MAX_BYTES, siteSchema } from './site.ts';
import { LISTEN_SECONDS } from './traps.ts';
import { visitSchema } from './visit.ts';
import { LANGUAGES, STAGES, VIEWPOINTS } from './words.ts';

const nothing = z.strictObject({});
const siteId = z.uuid();
const runId = z.uuid();
const visitId = z.uuid();
const requestId = z.uuid();
const address = z.string().max(64).nullable();

/** What paper is made of: finished runs of one site, a request, or the blank form of a site before any run. */
const runIds = z.array(runId).min(1).max(20);
const paperSchema = z.discriminatedUnion('kind', [
  /** The checklist; with a visit also its waivers, manual items and notes. */
  z.strictObject({ kind: z.literal('runs'), siteId, runIds, visitId: visitId.nullable() }),
  /** The act of one page. */
  z.strictObject({ kind: z.literal('act'), siteId, runIds, visitId }),
  z.strictObject({ kind: z.literal('request'), siteId, requestId }),
  z.strictObject({ kind: z.literal('blank'), siteId }),
]);
export type Paper = Readonly<z.infer<typeof paperSchema>>;

/** `nftables`, `windows` (PowerShell) and `cisco` are the rules of a request. */
export const SAVED_FORMATS = ['pdf', 'html', 'csv', 'json', 'nftables', 'windows', 'cisco'] as const;
export type SavedFormat = (typeof SAVED_FORMATS)[number];

/** What the probes log in with; the FTP user, the database user and so on stand in the profile. */
export const SECRET_KINDS = ['ftp', 'postgresql', 'redis'] as const;
export type SecretKind = (typeof SECRET_KINDS)[number];
/** `kept`: in the system's key store. `memory`: until the program ends. `environment`: given at the start. */
export type SecretPlace = 'kept' | 'memory' | 'environment' | 'none';

export const CHANNELS = {
  'app:bootstrap': nothing,
  /** Shows the log file in the system's file manager. */
  'app:show-log': nothing,
  /** Copies the end of the log, which never holds a secret, to the clipboard. */
  'app:copy-log': nothing,
  /** While true, closing the window asks first: something would be lost. */
  'app:guard': z.strictObject({ guarded: z.boolean() }),
  'settings:save': z.strictObject({ settings: settingsChangeSchema }),
  /** Both ask in a dialog of the system. */
  'settings:choose-logo': nothing,
  'settings:choose-reports-folder': nothing,
  'settings:clear': z.strictObject({ what: z.enum(['logo', 'reportsFolder']) }),
  'catalogues:add': nothing,
  'catalogues:remove': z.strictObject({ id: z.string().max(100) }),
  'sites:list': nothing,
  'sites:get': z.strictObject({ id: siteId }),
  'sites:save': z.strictObject({ site: siteSchema }),
  'sites:delete': z.strictObject({ id: siteId }),
  'sites:restore': z.strictObject({ id: siteId }),
  'sites:import': nothing,
  /** A profile dropped on the window. */
  'sites:import-text': z.strictObject({ name: z.string().max(255), text: z.string().max(SITE_MAX_BYTES) }),
  'sites:duplicate': z.strictObject({ id: siteId }),
  'sites:export': z.strictObject({ id: siteId }),
  /** A CSV file of devices, chosen in a dialog of the system. */
  'sites:read-devices': nothing,
  /** Sites whose network this computer stands in now, as seen at earlier visits. */
  'sites:recognise': nothing,
  'secrets:status': z.strictObject({ siteId }),
  'secrets:set': z.strictObject({
    siteId,
    kind: z.enum(SECRET_KINDS),
    /** Null forgets it. */
    password: z.string().min(1).max(500).nullable(),
  }),
  'visits:list': z.strictObject({ siteId }),
  'visits:begin': z.strictObject({ siteId, stage: z.enum(STAGES) }),
  'visits:save': z.strictObject({ visit: visitSchema }),
  /** Asks in a dialog of the system; the pictures are copied beside the visit. */
  'visits:add-photos': z.strictObject({ siteId, visitId }),
  'visits:photo': z.strictObject({ siteId, visitId, photoId: z.uuid() }),
  'requests:list': z.strictObject({ siteId }),
  'requests:create': z.strictObject({
    siteId,
    basis: z.enum(REQUEST_BASES),
    stage: z.enum(STAGES),
    runIds: z.array(runId).max(20),
    /** Where the users' workstations and the devices stand, in CIDR notation, as the person gave it; may be empty. */
    networks: z.strictObject({
      workstation: z.array(z.string().max(64)).max(50),
      device: z.array(z.string().max(64)).max(50),
    }),
  }),
  'requests:save': z.strictObject({ request: firewallRequestSchema }),
  'requests:delete': z.strictObject({ siteId, requestId }),
  'sites:open-demo': nothing,
  'place:interfaces': nothing,
  'runs:plan': z.strictObject({
    siteId,
    viewpoint: z.enum(VIEWPOINTS),
    stage: z.enum(STAGES),
    indirect: z.boolean(),
    localAddress: address,
  }),
  'runs:start': z.strictObject({
    siteId,
    viewpoint: z.enum(VIEWPOINTS),
    stage: z.enum(STAGES),
    indirect: z.boolean(),
    localAddress: address,
    /** Why this place in spite of the warning; printed. */
    placeReason: z.string().max(500).nullable(),
    /** Only these checks, as of a request that is tested again; null: all of the plan. */
    only: z.array(z.string().max(500)).min(1).max(100_000).nullable(),
    /** Run only these checks again and carry the other results over from a finished run. */
    again: z.strictObject({ runId, checkIds: z.array(z.string()).min(1).max(100_000) }).nullable(),
  }),
  'runs:cancel': z.strictObject({ runId }),
  'runs:list': z.strictObject({ siteId }),
  'runs:get': z.strictObject({ siteId, runId }),
  'standin:start-traps': z.strictObject({
    siteId,
    /** Null: every address of this computer. */
    address: z.union([z.ipv4(), z.ipv6()]).nullable(),
    seconds: z.int().min(LISTEN_SECONDS.min).max(LISTEN_SECONDS.max),
  }),
  'standin:stop': nothing,
  'report:preview': z.strictObject({ paper: paperSchema, language: z.enum(LANGUAGES) }),
  'report:print': z.strictObject({ paper: paperSchema, language: z.enum(LANGUAGES) }),
  'report:save': z.strictObject({
    paper: paperSchema,
    language: z.enum(LANGUAGES),
    format: z.enum(SAVED_FORMATS),
  }),
} as const satisfies Record<string, z.ZodType>;
export type Channel = keyof typeof CHANNELS;
export type Argument<C extends Channel> = z.infer<(typeof CHANNELS)[C]>;
