/** What somebody asks of a run. */
import type { Catalogue } from '../contract/catalogue.ts';
import type { WebProxy } from '../contract/facts-online-install.ts';
import type { Run } from '../contract/run.ts';
import type { Site } from '../contract/site.ts';
import type { Language, Stage, Viewpoint } from '../contract/words.ts';
import type { RunSecrets } from './secrets.ts';

export interface RunRequest {
  /** UUID of the document to be. */
  readonly runId: string;
  readonly site: Site;
  readonly catalogue: Catalogue;
  readonly viewpoint: Viewpoint;
  readonly stage: Stage;
  /** Whether flows that start elsewhere are probed too, with proof `indirect`. */
  readonly indirect: boolean;
  /** The address the checks are bound to; null lets the system choose. */
  readonly localAddress: string | null;
  readonly onlyRequirements?: ReadonlySet<string>;
  readonly onlyHosts?: ReadonlySet<string>;
  readonly onlyChecks?: ReadonlySet<string>;
  /** Why this place in spite of a warning. */
  readonly placeReason?: string;
  /** Probe only these checks and carry the other results over from a finished run of the same site and place. */
  readonly again?: { readonly previous: Run; readonly checkIds: readonly string[] };
  readonly secrets?: RunSecrets;
  /** The system's proxy for a URL; without it, everything is reached directly. */
  readonly proxyFor?: ((url: string) => Promise<WebProxy | null>) | undefined;
  /** The language of the messages in the document. */
  readonly language: Language;
  readonly toolVersion: string;
}
