/** `app://sitecheck/…`: the built window, read from the program's own folder and nowhere else. */
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CustomScheme, Session } from 'electron';

const SCHEME = 'app';
export const PAGE_ORIGIN = `${SCHEME}://sitecheck`;
export const PAGE_URL = `${PAGE_ORIGIN}/index.html`;

/** To be registered before the program is ready: without it module scripts and a policy by origin do not work. */
export const PAGE_SCHEME: CustomScheme = {
  scheme: SCHEME,
  privileges: { standard: true, secure: true, supportFetchAPI: true },
};

/**
 * Paper is previewed in a sandboxed `srcdoc` frame, which inherits this policy: its inline styles and its fonts
 * and pictures as `data:` must pass, its scripts must not. Mantine writes inline styles too.
 */
const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self' data:",
  "img-src 'self' data:",
  "frame-src 'self' blob: data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

/** The folder that the renderer was built into, beside this bundle. */
const PAGE_FOLDER = fileURLToPath(new URL('../renderer', import.meta.url));

export function servePages(session: Session): void {
  session.protocol.handle(SCHEME, (request) => answerPage(request.url, PAGE_FOLDER));
}

/** The file that a URL of the page names, or 404; never a file outside the folder. */
export async function answerPage(url: string, folder: string): Promise<Response> {
  const { protocol, host, pathname } = new URL(url);
  const path = filePath(pathname, folder);
  const contentType = path === null ? undefined : CONTENT_TYPES[extname(path)];
  if (`${protocol}//${host}` !== PAGE_ORIGIN || path === null || contentType === undefined) return notFound();
  try {
    const body = await readFile(path);
    return new Response(new Uint8Array(body), {
      headers: {
        'content-type': contentType,
        'content-security-policy': PAGE_POLICY,
        'x-content-type-options': 'nosniff',
      },
    });
  } catch {
    return notFound();
  }
}

function filePath(pathname: string, folder: string): string | null {
  try {
    const path = normalize(join(folder, decodeURIComponent(pathname)));
    return path.startsWith(folder + sep) ? path : null;
  } catch {
    return null;
  }
}

function notFound(): Response {
  return new Response('', { status: 404 });
}
