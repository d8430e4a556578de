/** Everything that crosses between the window and the main process: answers, and what the preload exposes. */
import type { Catalogue } from './catalogue.ts';
import type { Argument, Channel, SecretKind, SecretPlace } from './channels.ts';
import type { PlannedCheck } from './check.ts';
import type { FirewallRequest } from './firewall-request.ts';
import type { Readiness } from './labels.ts';
import type { Run, RunEvent, Summary } from './run.ts';
import type { Settings } from './settings.ts';
import type { Site } from './site.ts';
import type { TrapRecord, TrapReport, TrapTally } from './traps.ts';
import type { Photo, Visit } from './visit.ts';
import type { Stage, Viewpoint } from './words.ts';

/** The channels from the main process to the window. */
export const RUN_PROGRESS_CHANNEL = 'runs:progress';
export const STANDIN_PROGRESS_CHANNEL = 'standin:progress';
/** From the menu and its shortcuts. */
export const MENU_CHANNEL = 'menu:command';

export const MENU_COMMANDS = ['run', 'print', 'find', 'settings', 'new-site', 'import-site'] as const;
/** `open-site`: one of the recent sites. */
export type MenuCommand =
  | { readonly kind: (typeof MENU_COMMANDS)[number] }
  | { readonly kind: 'open-site'; readonly siteId: string };

export interface SiteSummary {
  readonly site: Site;
  readonly demo: boolean;
  /** Those of its runs that say how it stands now, as `standingRuns` chooses them. */
  readonly runs: readonly RunSummary[];
  /** The newest visit; null before the first. */
  readonly lastVisit: Pick<Visit, 'id' | 'startedAt' | 'updatedAt' | 'closedAt' | 'step'> | null;
  /** Computed with the waivers of the newest visit: the same word as on the result and on paper. */
  readonly readiness: Readiness;
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
  /** What kind of link it is, as far as the system tells; null where it does not. */
  readonly link: 'wired' | 'wireless' | 'tunnel' | null;
  /** The VLAN of a tagged interface (IEEE 802.1Q); null where untagged or unknown. */
  readonly vlan: number | null;
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
    /** Ids of the catalogues that were added on this computer and may be removed. */
    readonly addedCatalogues: readonly string[];
    /** Where the log is kept, for the person to read. */
    readonly logFile: string;
  };
  'app:show-log': { readonly shown: boolean };
  'app:copy-log': { readonly lines: number };
  'app:guard': { readonly guarded: boolean };
  'settings:save': Settings;
  'settings:choose-logo': Settings | null;
  'settings:choose-reports-folder': Settings | null;
  'settings:clear': Settings;
  'catalogues:add': Catalogue | null;
  'catalogues:remove': { readonly id: string };
  'sites:list': { readonly sites: readonly SiteSummary[]; readonly unreadable: readonly UnreadableFile[] };
  'sites:get': Site;
  'sites:save': Site;
  'sites:delete': { readonly id: string };
  'sites:restore': Site;
  /** Null where the person closed the dialog. */
  'sites:import': { readonly site: Site } | null;
  'sites:import-text': { readonly site: Site };
  'sites:duplicate': Site;
  'sites:export': { readonly path: string } | null;
  /** Text of the file, decoded from UTF-8 or Windows-1251. */
  'sites:read-devices': { readonly name: string; readonly text: string } | null;
  'sites:recognise': { readonly siteIds: readonly string[]; readonly gateway: string | null };
  'secrets:status': {
    /** False: the system has no key store, a password is kept until the program ends. */
    readonly keyStore: boolean;
    readonly secrets: Readonly<Record<SecretKind, SecretPlace>>;
  };
  'secrets:set': { readonly kind: SecretKind; readonly place: SecretPlace };
  /** Newest first. */
  'visits:list': { readonly visits: readonly Visit[]; readonly unreadable: readonly UnreadableFile[] };
  'visits:begin': Visit;
  'visits:save': Visit;
  'visits:add-photos': { readonly photos: readonly Photo[] } | null;
  'visits:photo': { readonly dataUrl: string };
  'requests:list': {
    readonly requests: readonly FirewallRequest[];
    readonly unreadable: readonly UnreadableFile[];
  };
  'requests:create': FirewallRequest;
  'requests:save': FirewallRequest;
  'requests:delete': { readonly id: string };
  'sites:open-demo': Site;
  'place:interfaces': {
    readonly hostname: string;
    readonly gateway: string | null;
    readonly dns: readonly string[];
    /** The system's proxy for web pages, as `host:port`; null where there is none. */
    readonly proxy: string | null;
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
  readonly showLog: Call<'app:show-log'>;
  readonly copyLog: Call<'app:copy-log'>;
  readonly guard: Call<'app:guard'>;
  readonly chooseLogo: Call<'settings:choose-logo'>;
  readonly chooseReportsFolder: Call<'settings:choose-reports-folder'>;
  readonly clearSetting: Call<'settings:clear'>;
  readonly addCatalogue: Call<'catalogues:add'>;
  readonly removeCatalogue: Call<'catalogues:remove'>;
  readonly importSiteText: Call<'sites:import-text'>;
  readonly duplicateSite: Call<'sites:duplicate'>;
  readonly readDevices: Call<'sites:read-devices'>;
  readonly recogniseSites: Call<'sites:recognise'>;
  readonly secretsStatus: Call<'secrets:status'>;
  readonly setSecret: Call<'secrets:set'>;
  readonly listVisits: Call<'visits:list'>;
  readonly beginVisit: Call<'visits:begin'>;
  readonly saveVisit: Call<'visits:save'>;
  readonly addPhotos: Call<'visits:add-photos'>;
  readonly getPhoto: Call<'visits:photo'>;
  readonly listRequests: Call<'requests:list'>;
  readonly createRequest: Call<'requests:create'>;
  readonly saveRequest: Call<'requests:save'>;
  readonly deleteRequest: Call<'requests:delete'>;
  /** Returns the function that ends the subscription. */
  readonly onMenuCommand: (listener: (command: MenuCommand) => void) => () => void;
  readonly onRunProgress: (listener: (progress: RunProgress) => void) => () => void;
  readonly onStandinProgress: (listener: (progress: StandinProgress) => void) => () => void;
}
