/** HTML → PDF or printer, in a hidden window without scripts and without a way out. Nothing else. */
import { randomUUID } from 'node:crypto';
import { BrowserWindow, type Session, session } from 'electron';
import { PAGE_MARGINS_MM } from '../src/report/footer.ts';
import { BridgeFailure } from './failure.ts';
import { guardContents } from './window.ts';

const MILLIMETRES_PER_INCH = 25.4;

/** In inches, as Chromium wants them. */
const MARGINS = {
  top: PAGE_MARGINS_MM.top / MILLIMETRES_PER_INCH,
  right: PAGE_MARGINS_MM.right / MILLIMETRES_PER_INCH,
  bottom: PAGE_MARGINS_MM.bottom / MILLIMETRES_PER_INCH,
  left: PAGE_MARGINS_MM.left / MILLIMETRES_PER_INCH,
};

const PAPER_POLICY = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:";
const PAPER_ORIGIN = 'app://paper';

/** Chromium gives no code for it. */
const CANCELLED = /cancel/i;

export interface PrintedPage {
  readonly html: string;
  /** Chromium's template of the foot line; its sizes must be inline. */
  readonly footer: string;
}

/** The bytes of an A4 document. Throws a `BridgeFailure` with code `print`. */
export function renderPdf({ html, footer }: PrintedPage): Promise<Uint8Array> {
  return withPage(html, async (window) => {
    try {
      return await window.webContents.printToPDF({
        pageSize: 'A4',
        margins: MARGINS,
        printBackground: true,
        preferCSSPageSize: false,
        displayHeaderFooter: true,
        headerTemplate: '<span></span>',
        footerTemplate: footer,
      });
    } catch (cause) {
      throw new BridgeFailure('print', NO_PDF, { cause });
    }
  });
}

/** Opens the system's dialog; false where the person closed it. Throws a `BridgeFailure` with code `print`. */
export function printPage(html: string): Promise<boolean> {
  return withPage(
    html,
    (window) =>
      new Promise((resolve, reject) => {
        window.webContents.print(
          { silent: false, printBackground: true, pageSize: 'A4' },
          (printed, problem) => {
            if (printed) resolve(true);
            else if (CANCELLED.test(problem)) resolve(false);
            else reject(new BridgeFailure('print', NOT_PRINTED, { cause: new Error(problem) }));
          },
        );
      }),
  );
}

async function withPage<T>(html: string, use: (window: BrowserWindow) => Promise<T>): Promise<T> {
  const { url, partition, forget } = offer(html);
  const window = new BrowserWindow({
    show: false,
    webPreferences: {
      session: partition,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      javascript: false,
      spellcheck: false,
    },
  });
  guardContents(window.webContents);
  try {
    await window.loadURL(url);
    return await use(window);
  } finally {
    window.destroy();
    forget();
  }
}

const pages = new Map<string, string>();
let paperSession: Session | null = null;

/** A page too long for a `data:` URL, served from memory to one window. */
function offer(html: string) {
  const url = `${PAPER_ORIGIN}/${randomUUID()}`;
  pages.set(url, html);
  return { url, partition: paperPartition(), forget: () => pages.delete(url) };
}

/** A session in memory, apart from the window's: nothing of it is on disk, and it knows only these pages. */
function paperPartition(): Session {
  if (paperSession !== null) return paperSession;
  paperSession = session.fromPartition('paper');
  paperSession.protocol.handle('app', ({ url }) => {
    const html = pages.get(url);
    if (html === undefined) return new Response('', { status: 404 });
    return new Response(html, {
      headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': PAPER_POLICY },
    });
  });
  return paperSession;
}

const NO_PDF = {
  ru: 'Не удалось создать PDF; подробности записаны в журнал.',
  en: 'The PDF could not be made; the details are in the log.',
};

const NOT_PRINTED = {
  ru: 'Не удалось напечатать: проверьте, что принтер подключён, или сохраните PDF.',
  en: 'Printing did not work: check that a printer is connected, or save a PDF.',
};
