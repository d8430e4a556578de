/** A web page in place of a panel of the server or of a device, over HTTP or within TLS. */
import { createServer, type RequestListener } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { KeyPair } from './certificate.ts';
import { type ListenOptions, listen, type Standin } from './standin.ts';

export interface PageOptions extends ListenOptions {
  readonly title: string;
}

/** Answers every request with one page of that title. */
export function startHttpStandin({ title, ...where }: PageOptions): Promise<Standin> {
  return listen(createServer(showPage(title)), where);
}

export function startHttpsStandin({
  title,
  certificate,
  ...where
}: PageOptions & { readonly certificate: KeyPair }): Promise<Standin> {
  const server = createTlsServer({ key: certificate.key, cert: certificate.cert }, showPage(title));
  server.on('tlsClientError', () => {});
  return listen(server, where);
}

function showPage(title: string): RequestListener {
  const safe = title.replace(/&/g, '&amp;').replace(/</g, '&lt;');
  const page = `<!doctype html><html lang="ru"><meta charset="utf-8"><title>${safe}</title><h1>${safe}</h1></html>\n`;
  return (_request, response) => {
    response.writeHead(200, {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Length': Buffer.byteLength(page),
      Server: 'sitecheck-standin',
    });
    response.end(page);
  };
}
