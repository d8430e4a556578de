/** Paper: preview, print, and saving as PDF, HTML, CSV or JSON. */
import { createHash } from 'node:crypto';
import type { Catalogue } from '../../src/contract/catalogue.ts';
import type { Paper } from '../../src/contract/channels.ts';
import type { Settings } from '../../src/contract/settings.ts';
import type { Language, LocalText } from '../../src/contract/words.ts';
import { everyFlow } from '../../src/plan/plan.ts';
import { blankChecklistHtml } from '../../src/report/blank-html.ts';
import { canonicalJson } from '../../src/report/canonical-json.ts';
import { stagesOf } from '../../src/report/collate.ts';
import { footerTemplate } from '../../src/report/footer.ts';
import { REPORT_FORMATS } from '../../src/report/formats.ts';
import type { BlankInput, ReportInput } from '../../src/report/report-input.ts';
import type { DemoHost } from '../demo-host.ts';
import type { Dialogs, SavedFormat } from '../dialogs.ts';
import { BridgeFailure } from '../failure.ts';
import { safeFileName } from '../file-name.ts';
import { SHARED_FILE_MODE, writeFileAtomically } from '../store/atomic-file.ts';
import type { RunStore } from '../store/run-store.ts';
import type { SiteStore } from '../store/site-store.ts';
import type { Handlers } from './handlers.ts';
import { catalogueOf, knownRun } from './run-handlers.ts';
import { knownSite } from './site-handlers.ts';

/** What turns a page into paper: Electron's hidden window, or a stand-in in a test. */
export interface Printer {
  readonly renderPdf: (page: { readonly html: string; readonly footer: string }) => Promise<Uint8Array>;
  /** False where the person closed the dialog. */
  readonly printPage: (html: string) => Promise<boolean>;
}

export interface ReportHandlerOptions {
  readonly sites: SiteStore;
  readonly runs: RunStore;
  readonly demo: DemoHost;
  readonly dialogs: Dialogs;
  readonly settings: () => Settings;
  readonly catalogues: readonly Catalogue[];
  readonly toolVersion: string;
  readonly printer: Printer;
  readonly now: () => Date;
}

/** What is to be put on paper, with everything that stands on it. */
type Sheet =
  | { readonly kind: 'runs'; readonly input: ReportInput }
  | { readonly kind: 'blank'; readonly input: BlankInput };

export function createReportHandlers(
  options: ReportHandlerOptions,
): Pick<Handlers, 'report:preview' | 'report:print' | 'report:save'> {
  const { printer, dialogs } = options;

  return {
    async 'report:preview'({ paper, language }) {
      return { html: htmlOf(await sheetOf(paper, language, options)) };
    },
    async 'report:print'({ paper, language }) {
      return { printed: await printer.printPage(selfFooted(await sheetOf(paper, language, options))) };
    },
    async 'report:save'({ paper, language, format }) {
      const sheet = await sheetOf(paper, language, options);
      if (sheet.kind === 'blank' && (format === 'csv' || format === 'json')) {
        throw new BridgeFailure('invalid-argument', BLANK_IS_PAPER);
      }
      if (format === 'pdf' || format === 'html') assertOneStage(sheet);
      const path = await dialogs.chooseTarget(`${fileName(sheet)}.${format}`, format);
      if (path === null) return null;
      await writeFileAtomically(path, await contentOf(sheet, format, printer), SHARED_FILE_MODE);
      return { path };
    },
  };
}

async function sheetOf(paper: Paper, language: Language, options: ReportHandlerOptions): Promise<Sheet> {
  const { engineer, company } = options.settings();
  const common = { language, engineer, company, printedAt: options.now().toISOString() };
  if (paper.kind === 'runs') {
    const runs = [];
    for (const runId of paper.runIds) runs.push(await knownRun(paper.siteId, runId, options));
    const digest = createHash('sha256').update(canonicalJson(runs)).digest('hex');
    return { kind: 'runs', input: { ...common, runs, digest } };
  }
  const site = await knownSite(paper.siteId, options);
  const catalogue = catalogueOf(site, options.catalogues);
  // A blank says nothing about what this laptop is.
  const checks = everyFlow(site, catalogue);
  return { kind: 'blank', input: { ...common, site, catalogue, checks, toolVersion: options.toolVersion } };
}

/** A checklist comes to one readiness; what is a pass before the installation can be a failure after it. */
function assertOneStage(sheet: Sheet): void {
  if (sheet.kind === 'runs' && stagesOf(sheet.input.runs).length > 1) {
    throw new BridgeFailure('invalid-argument', SEVERAL_STAGES);
  }
}

function htmlOf(sheet: Sheet): string {
  assertOneStage(sheet);
  return sheet.kind === 'runs'
    ? REPORT_FORMATS['checklist-html'](sheet.input)
    : blankChecklistHtml(sheet.input);
}

/** For a print dialog, here or in a browser: the page draws its own foot, because nothing else does. */
function selfFooted(sheet: Sheet): string {
  assertOneStage(sheet);
  return sheet.kind === 'runs'
    ? REPORT_FORMATS['checklist-html']({ ...sheet.input, pageFoot: 'margin-boxes' })
    : blankChecklistHtml({ ...sheet.input, pageFoot: 'margin-boxes' });
}

async function contentOf(sheet: Sheet, format: SavedFormat, printer: Printer): Promise<string | Uint8Array> {
  if (format === 'pdf')
    return printer.renderPdf({ html: htmlOf(sheet), footer: footerTemplate(sheet.input) });
  if (format === 'html' || sheet.kind === 'blank') return selfFooted(sheet);
  return REPORT_FORMATS[format](sheet.input);
}

/** `Чек-лист ООО Ромашка 2026-11-22`, the day being that of the newest run, as the laptop counts days. */
function fileName(sheet: Sheet): string {
  const { language } = sheet.input;
  if (sheet.kind === 'blank') {
    return safeFileName(
      `${NAMES.checklist[language]} ${sheet.input.site.name} ${NAMES.blank[language]}`,
      'checklist',
    );
  }
  const newest = [...sheet.input.runs]
    .sort((one, other) => one.finishedAt.localeCompare(other.finishedAt))
    .at(-1);
  const day = newest === undefined ? '' : new Date(newest.finishedAt).toLocaleDateString('sv-SE');
  return safeFileName(`${NAMES.checklist[language]} ${newest?.site.name ?? ''}`, 'checklist').concat(
    ` ${day}`,
  );
}

const NAMES = {
  checklist: { ru: 'Чек-лист', en: 'Checklist' },
  blank: { ru: 'бланк', en: 'blank' },
} satisfies Record<string, LocalText>;

const BLANK_IS_PAPER: LocalText = {
  ru: 'Пустой бланк сохраняется только как PDF или HTML: данных в нём ещё нет.',
  en: 'A blank form is saved as PDF or HTML only: there is no data in it yet.',
};

const SEVERAL_STAGES: LocalText = {
  ru: 'Выбраны запуски разных этапов, до и после установки: чек-лист составляется по одному этапу.',
  en: 'Runs of different stages are chosen, before and after installation: a checklist is made of one stage.',
};
