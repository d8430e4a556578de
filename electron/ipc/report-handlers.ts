/** Paper: preview, print, and saving as a page or as data. */
import type { Catalogue, ManualItem } from '../../src/contract/catalogue.ts';
import type { Paper, SavedFormat } from '../../src/contract/channels.ts';
import type { Run } from '../../src/contract/run.ts';
import type { Settings } from '../../src/contract/settings.ts';
import type { Language } from '../../src/contract/words.ts';
import { everyFlow } from '../../src/plan/plan.ts';
import { requestsOf, runsOf, visitsOf } from '../archive.ts';
import type { DemoHost } from '../demo-host.ts';
import type { Dialogs } from '../dialogs.ts';
import { BridgeFailure } from '../failure.ts';
import { FILE_EXTENSIONS } from '../file-name.ts';
import { actSheet } from '../paper/act-sheet.ts';
import { blankSheet } from '../paper/blank-sheet.ts';
import { requestSheet } from '../paper/request-sheet.ts';
import { digestOf, type RunsPaper, runsSheet } from '../paper/runs-sheet.ts';
import { NOT_IN_THIS_FORMAT, type Sheet, type SheetCommon } from '../paper/sheet.ts';
import { SHARED_FILE_MODE, writeFileAtomically } from '../store/atomic-file.ts';
import { type RequestStore, requestNotFound } from '../store/request-store.ts';
import type { RunStore } from '../store/run-store.ts';
import type { SiteStore } from '../store/site-store.ts';
import { type VisitStore, visitNotFound } from '../store/visit-store.ts';
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
  readonly requests: RequestStore;
  readonly visits: VisitStore;
  readonly demo: DemoHost;
  readonly dialogs: Dialogs;
  readonly settings: () => Settings;
  readonly catalogues: () => readonly Catalogue[];
  readonly toolVersion: string;
  readonly printer: Printer;
  readonly now: () => Date;
}

export function createReportHandlers(
  options: ReportHandlerOptions,
): Pick<Handlers, 'report:preview' | 'report:print' | 'report:save'> {
  const { printer, dialogs } = options;

  return {
    async 'report:preview'({ paper, language }) {
      return { html: (await sheetOf(paper, language, options)).html('none') };
    },
    async 'report:print'({ paper, language }) {
      const sheet = await sheetOf(paper, language, options);
      return { printed: await printer.printPage(sheet.html('self-footed')) };
    },
    async 'report:save'({ paper, language, format }) {
      const sheet = await sheetOf(paper, language, options);
      const content = contentOf(sheet, format, printer);
      const path = await dialogs.chooseTarget(`${sheet.fileName}.${FILE_EXTENSIONS[format]}`, format);
      if (path === null) return null;
      await writeFileAtomically(path, await content(), SHARED_FILE_MODE);
      return { path };
    },
  };
}

async function sheetOf(paper: Paper, language: Language, options: ReportHandlerOptions): Promise<Sheet> {
  const { engineer, company, logo } = options.settings();
  const common = { language, engineer, company, logo, printedAt: options.now().toISOString() };
  if (paper.kind === 'runs') return runsSheet(await runsPaperOf(paper, common, options));
  if (paper.kind === 'act') return actSheetOf(paper, common, options);
  if (paper.kind === 'request') return requestSheetOf(paper, common, options);
  const site = await knownSite(paper.siteId, options);
  const catalogue = catalogueOf(site, options.catalogues());
  // A blank says nothing about what this laptop is.
  const checks = everyFlow(site, catalogue);
  return blankSheet({ ...common, site, catalogue, checks, toolVersion: options.toolVersion });
}

async function runsPaperOf(
  { siteId, runIds, visitId }: Extract<Paper, { kind: 'runs' | 'act' }>,
  common: SheetCommon,
  options: ReportHandlerOptions,
): Promise<RunsPaper> {
  const runs: Run[] = [];
  for (const runId of runIds) runs.push(await knownRun(siteId, runId, options));
  const visit = visitId === null ? null : await visitsOf(siteId, options).find(siteId, visitId);
  if (visitId !== null && visit === null) throw visitNotFound();
  return { ...common, runs, digest: digestOf(runs), visit, manualItems: manualItemsFor(runs, options) };
}

/** Items of the catalogue that the runs were planned with; none where this program no longer has it. */
function manualItemsFor(runs: readonly Run[], { catalogues }: ReportHandlerOptions): readonly ManualItem[] {
  const [run] = runs;
  const catalogue = catalogues().find(({ id }) => id === run?.catalogue.id);
  return (catalogue?.manual ?? []).filter(
    ({ schemes }) => run !== undefined && schemes.includes(run.profile.scheme),
  );
}

/** Named as its attachments are the requests that were made of its runs. */
async function actSheetOf(
  paper: Extract<Paper, { kind: 'act' }>,
  common: SheetCommon,
  options: ReportHandlerOptions,
): Promise<Sheet> {
  const runsPaper = await runsPaperOf(paper, common, options);
  if (runsPaper.visit === null) throw visitNotFound();
  const requests = await requestsOf(paper.siteId, options).list(paper.siteId);
  const requestNumbers = requests
    .filter(({ runIds }) => runIds.some((id) => paper.runIds.includes(id)))
    .map(({ number }) => number);
  return actSheet({ ...runsPaper, visit: runsPaper.visit, requestNumbers });
}

/** With the runs that the request was made of and that confirmed its rows, as far as they are still there. */
async function requestSheetOf(
  { siteId, requestId }: Extract<Paper, { kind: 'request' }>,
  common: SheetCommon,
  options: ReportHandlerOptions,
): Promise<Sheet> {
  const request = await requestsOf(siteId, options).find(siteId, requestId);
  if (request === null) throw requestNotFound();
  const site = await knownSite(siteId, options);
  const confirming = request.rows.flatMap(({ confirmedBy }) => confirmedBy?.runId ?? []);
  const runs: Run[] = [];
  for (const runId of new Set([...request.runIds, ...confirming])) {
    const run = await runsOf(siteId, options).find(siteId, runId);
    if (run !== null) runs.push(run);
  }
  const catalogue = catalogueOf(site, options.catalogues());
  return requestSheet({ ...common, request, site, catalogue, runs, toolVersion: options.toolVersion });
}

/**
 * What would be wrong with the page is thrown at once, before the person chooses a file; a PDF is made only after
 * that, because it takes its time.
 */
function contentOf(sheet: Sheet, format: SavedFormat, printer: Printer): () => Promise<string | Uint8Array> {
  if (format === 'pdf') {
    const page = { html: sheet.html('none'), footer: sheet.footer() };
    return () => printer.renderPdf(page);
  }
  if (format === 'html') {
    const html = sheet.html('self-footed');
    return async () => html;
  }
  const data = sheet.data[format];
  if (data === undefined) throw new BridgeFailure('invalid-argument', NOT_IN_THIS_FORMAT);
  return async () => data();
}
