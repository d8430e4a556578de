/** Everything that crosses between the window and the main process: channel → argument schema and answer. */
import { z } from 'zod';
import type { Catalogue } from './catalogue.ts';
import type { PlannedCheck } from './check.ts';
import type { Run, RunEvent, Summary } from './run.ts';
import { type Settings, settingsChangeSchema } from './settings.ts';
import { type Site, siteSchema } from './site.ts';
import { LISTEN_SECONDS, type TrapRecord, type TrapReport, type TrapTally } from './traps.ts';
import { LANGUAGES, STAGES, type Stage, VIEWPOINTS, type Viewpoint } from './words.ts';

const nothing = z.strictObject({});
const siteId = z.uuid();
const runId = z.uuid();

/** What paper is made of: finished runs of one site, or the blank form of a site before any run. */
const paperSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('runs'), siteId, runIds: z.array(runId).min(1).max(20) }),
  z.strictObject({ kind: z.literal('blank'), siteId }),
]);
export type Paper = Readonly<z.infer<typeof paperSchema>>;

export const CHANNELS = {
  'app:bootstrap': nothing,
  'settings:save': z.strictObject({ settings: settingsChangeSchema }),
  'sites:list': nothing,
  'sites:get': z.strictObject({ id: siteId }),
  'sites:save': z.strictObject({ site: siteSchema }),
  'sites:delete': z.strictObject({ id: siteId }),
  'sites:restore': z.strictObject({ id: siteId }),
  'sites:import': nothing,
  'sites:export': z.strictObject({ id: siteId }),
  'sites:open-demo': nothing,
  'place:interfaces': nothing,
  'runs:plan': z.strictObject({
    siteId,
    viewpoint: z.enum(VIEWPOINTS),
    stage: z.enum(STAGES),
    indirect: z.boolean(),
    localAddress: z.string().max(64).nullable(),
  }),
  'runs:start': z.strictObject({
    siteId,
    viewpoint: z.enum(VIEWPOINTS),
    stage: z.enum(STAGES),
    indirect: z.boolean(),
    localAddress: z.string().max(64).nullable(),
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
    format: z.enum(['pdf', 'html', 'csv', 'json']),
  }),
} as const satisfies Record<string, z.ZodType>;
export type Channel = keyof typeof CHANNELS;
export type Argument<C extends Channel> = z.infer<(typeof CHANNELS)[C]>;

/** The channels from the main process to the window. */
export const RUN_PROGRESS_CHANNEL = 'runs:progress';
export const STANDIN_PROGRESS_CHANNEL = 'standin:progress';

export interface SiteSummary {
  readonly site: Site;
  readonly demo: boolean;
  /** Those of its runs that say how it stands now, as `standingRuns` chooses them. */
  readonly runs: readonly RunSummary[];
}

export interface RunSummary {
  readonly id: string;
  readonly siteId: string;
  readonly viewpoint: Viewpoint;
  readonly stage: Stage;
  readonly finishedAt: string;
  readonly interrupted: boolean;
  readonly summary: Summary;
}

/** A file that could not be read: it was set aside under `movedTo`, never replaced by an empty one. */
export interface UnreadableFile {
  readonly file: string;
  readonly movedTo: string | null;
  readonly problem: string;
}

export interface NetworkInterface {
  readonly name: string;
  readonly address: string;
  /** Bits of the network prefix. */
  readonly prefixLength: number;
  readonly family: 'IPv4' | 'IPv6';
  readonly mac: string;
  readonly internal: boolean;
}

export interface Answers {
  'app:bootstrap': {
    readonly version: string;
    readonly platform: string;
    readonly settings: Settings;
    readonly catalogues: readonly Catalogue[];
    /** The site to open at once: a profile given on the command line. */
    readonly openSiteId: string | null;
    /** A profile given on the command line that could not be opened: one sentence a line. */
    readonly openProblems: readonly string[];
  };
  'settings:save': Settings;
  'sites:list': { readonly sites: readonly SiteSummary[]; readonly unreadable: readonly UnreadableFile[] };
  'sites:get': Site;
  'sites:save': Site;
  'sites:delete': { readonly id: string };
  'sites:restore': Site;
  /** Null where the person closed the dialog. */
  'sites:import': { readonly site: Site } | null;
  'sites:export': { readonly path: string } | null;
  'sites:open-demo': Site;
  'place:interfaces': {
    readonly hostname: string;
    readonly gateway: string | null;
    readonly interfaces: readonly NetworkInterface[];
  };
  'runs:plan': { readonly checks: readonly PlannedCheck[] };
  'runs:start': { readonly runId: string; readonly checks: readonly PlannedCheck[] };
  'runs:cancel': { readonly runId: string };
  'runs:list': { readonly runs: readonly RunSummary[]; readonly unreadable: readonly UnreadableFile[] };
  'runs:get': Run;
  'standin:start-traps': {
    readonly listeningId: string;
    readonly addresses: readonly string[];
    readonly port: number;
    readonly tally: TrapTally;
  };
  'standin:stop': { readonly stopped: boolean };
  'report:preview': { readonly html: string };
  /** False where the person closed the dialog. */
  'report:print': { readonly printed: boolean };
  'report:save': { readonly path: string } | null;
}

/** `code` is for programs; `message` is one sentence for a person, in the language of the settings. */
export interface BridgeError {
  readonly code:
    | 'invalid-argument'
    | 'not-found'
    | 'invalid-file'
    | 'busy'
    | 'storage'
    | 'print'
    | 'listen'
    | 'internal';
  readonly message: string;
}

export type Reply<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: BridgeError };

/** Pushed in batches while a run goes on; `finished` is the last message of a run and carries its document. */
export interface RunProgress {
  readonly runId: string;
  readonly events: readonly RunEvent[];
  readonly finished: Run | null;
  /** Set where the run could not be carried through or saved. */
  readonly error: BridgeError | null;
}

/** Pushed in batches while it listens; `finished` or `error` is the last message of a listening. */
export interface StandinProgress {
  readonly listeningId: string;
  /** Those that came since the last message. */
  readonly traps: readonly TrapRecord[];
  readonly tally: TrapTally;
  readonly finished: TrapReport | null;
  readonly error: BridgeError | null;
}

type Call<C extends Channel> = (argument: Argument<C>) => Promise<Reply<Answers[C]>>;

/** What the preload exposes as `window.sitecheck`: literal, named methods. */
export interface Bridge {
  readonly bootstrap: Call<'app:bootstrap'>;
  readonly saveSettings: Call<'settings:save'>;
  readonly listSites: Call<'sites:list'>;
  readonly getSite: Call<'sites:get'>;
  readonly saveSite: Call<'sites:save'>;
  readonly deleteSite: Call<'sites:delete'>;
  readonly restoreSite: Call<'sites:restore'>;
  readonly importSite: Call<'sites:import'>;
  readonly exportSite: Call<'sites:export'>;
  readonly openDemo: Call<'sites:open-demo'>;
  readonly listInterfaces: Call<'place:interfaces'>;
  readonly planRun: Call<'runs:plan'>;
  readonly startRun: Call<'runs:start'>;
  readonly cancelRun: Call<'runs:cancel'>;
  readonly listRuns: Call<'runs:list'>;
  readonly getRun: Call<'runs:get'>;
  readonly startTraps: Call<'standin:start-traps'>;
  readonly stopStandin: Call<'standin:stop'>;
  readonly previewReport: Call<'report:preview'>;
  readonly printReport: Call<'report:print'>;
  readonly saveReport: Call<'report:save'>;
  /** Returns the function that ends the subscription. */
  readonly onRunProgress: (listener: (progress: RunProgress) => void) => () => void;
  readonly onStandinProgress: (listener: (progress: StandinProgress) => void) => () => void;
}
