/** What paper is made from: everything is handed in, so that the same run prints the same next year. */
import type { Catalogue, ManualItem } from '../contract/catalogue.ts';
import type { PlannedCheck } from '../contract/check.ts';
import type { Outcome } from '../contract/coverage.ts';
import type { FirewallRequest } from '../contract/firewall-request.ts';
import type { Run } from '../contract/run.ts';
import type { Site } from '../contract/site.ts';
import type { Visit } from '../contract/visit.ts';
import type { Language } from '../contract/words.ts';

interface PaperInput {
  readonly language: Language;
  /** Empty where the person at the table writes it by hand. */
  readonly engineer: string;
  readonly company: string;
  /** The company's logo as a `data:` URL of a PNG or JPEG; none where absent. */
  readonly logo?: string | null;
  /** ISO time of printing. */
  readonly printedAt: string;
  /** IANA zone of the times on paper; the computer's own where absent. */
  readonly timeZone?: string;
  /**
   * Who draws the foot of each page: the PDF printer from `footerTemplate` (also where absent), or the page itself
   * in margin boxes (CSS Paged Media, 5), for a print dialog, which has no template. Both at once would overlap.
   */
  readonly pageFoot?: 'template' | 'margin-boxes';
}

export interface ReportInput extends PaperInput {
  /** One run or several of one site, in any order; never empty. On a checklist all of one stage. */
  readonly runs: readonly Run[];
  /** SHA-256 of `canonicalJson(runs)`, hexadecimal. */
  readonly digest: string;
  /** Derived from the first run where absent. */
  readonly documentNumber?: string;
}

export interface ChecklistInput extends ReportInput, Outcome {
  /** What people have added to the runs: waivers, manual items, notes, names; null where there was no visit. */
  readonly visit: Visit | null;
  /** Those of the catalogue that apply to the site. */
  readonly manualItems: readonly ManualItem[];
}

export interface ActInput extends ChecklistInput {
  readonly visit: Visit;
  /** Numbers of the firewall requests that go with the act. */
  readonly requestNumbers: readonly string[];
}

export interface BlankInput extends PaperInput {
  readonly toolVersion: string;
  readonly site: Site;
  readonly catalogue: Pick<Catalogue, 'revision' | 'source' | 'requirements'>;
  /** The plan of any viewpoint: every flow is in it, and `place` says the section. */
  readonly checks: readonly PlannedCheck[];
}

export interface RequestPaperInput extends PaperInput {
  readonly request: FirewallRequest;
  readonly toolVersion: string;
  /** The profile as it stood when the request was made, or as it stands now. */
  readonly site: Site;
  readonly catalogue: Pick<Catalogue, 'requirements'>;
  /** The runs that the request names, as far as they are still there; later ones may be among them. */
  readonly runs: readonly Run[];
  /** SHA-256 of `canonicalJson(request)`, hexadecimal. */
  readonly digest: string;
}
