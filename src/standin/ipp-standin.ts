/** An IPP service in place of a printing device or of the print server's CUPS: it answers questions and prints nothing. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type IppMessage, parseIppMessage } from '../probes/wire/ipp-message.ts';
import { encodeIppReply, IPP_TAGS, type IppAttribute } from '../probes/wire/ipp-reply.ts';
import { type ListenOptions, listen, type Standin } from './standin.ts';

export interface IppDeviceOptions extends ListenOptions {
  readonly makeAndModel: string;
}

export interface CupsOptions extends ListenOptions {
  /** The first is the default one. */
  readonly queues: readonly string[];
}

type Answer = (request: IppMessage) => { status: number; printers: readonly (readonly IppAttribute[])[] };

const REQUEST_LIMIT = 64 * 1024;
const GET_PRINTER_ATTRIBUTES = 0x000b;
const CUPS_GET_DEFAULT = 0x4001;
const CUPS_GET_PRINTERS = 0x4002;
const SUCCESSFUL_OK = 0x0000;
const NOT_FOUND = 0x0406;
const OPERATION_NOT_SUPPORTED = 0x0501;
const IDLE = 3;

/** Answers Get-Printer-Attributes on `/ipp/print`; any other path is not found. */
export function startIppDeviceStandin({ makeAndModel, ...where }: IppDeviceOptions): Promise<Standin> {
  const printer: readonly IppAttribute[] = [
    { tag: IPP_TAGS.name, name: 'printer-name', values: ['demo'] },
    { tag: IPP_TAGS.text, name: 'printer-make-and-model', values: [makeAndModel] },
    { tag: IPP_TAGS.enum, name: 'printer-state', values: [IDLE] },
    { tag: IPP_TAGS.keyword, name: 'printer-state-reasons', values: ['none'] },
    { tag: IPP_TAGS.keyword, name: 'ipp-versions-supported', values: ['1.1', '2.0'] },
    { tag: IPP_TAGS.mediaType, name: 'document-format-supported', values: ['application/octet-stream'] },
    { tag: IPP_TAGS.keyword, name: 'uri-security-supported', values: ['none'] },
  ];
  return startIpp(where, '/ipp/print', ({ code }) =>
    code === GET_PRINTER_ATTRIBUTES
      ? { status: SUCCESSFUL_OK, printers: [printer] }
      : { status: OPERATION_NOT_SUPPORTED, printers: [] },
  );
}

/** Answers CUPS-Get-Printers and CUPS-Get-Default on `/`. */
export function startCupsStandin({ queues, ...where }: CupsOptions): Promise<Standin> {
  const printers = queues.map((name) => [{ tag: IPP_TAGS.name, name: 'printer-name', values: [name] }]);
  return startIpp(where, '/', ({ code }) => {
    const wanted = code === CUPS_GET_PRINTERS ? printers : printers.slice(0, 1);
    if (code !== CUPS_GET_PRINTERS && code !== CUPS_GET_DEFAULT) {
      return { status: OPERATION_NOT_SUPPORTED, printers: [] };
    }
    return { status: wanted.length === 0 ? NOT_FOUND : SUCCESSFUL_OK, printers: wanted };
  });
}

function startIpp(where: ListenOptions, path: string, answer: Answer): Promise<Standin> {
  return listen(
    createServer((request, response) => {
      void receive(request).then((body) => respond(request, response, body, path, answer));
    }),
    where,
  );
}

function respond(
  { method, url }: IncomingMessage,
  response: ServerResponse,
  body: Uint8Array,
  path: string,
  answer: Answer,
): void {
  const parse = parseIppMessage(body);
  if (url !== path) refuse(response, 404);
  else if (method !== 'POST') refuse(response, 405);
  else if (parse.kind !== 'message') refuse(response, 400);
  else {
    const { message } = parse;
    const reply = encodeIppReply({ requestId: message.requestId, ...answer(message) });
    response.writeHead(200, {
      'Content-Type': 'application/ipp',
      'Content-Length': reply.length,
      Server: 'sitecheck-standin',
    });
    response.end(reply);
  }
}

function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status, { 'Content-Length': 0, Server: 'sitecheck-standin' });
  response.end();
}

/** What is beyond the limit is read and forgotten; a request that breaks off is an empty one. */
async function receive(request: IncomingMessage): Promise<Uint8Array> {
  const pieces: Buffer[] = [];
  let length = 0;
  try {
    for await (const piece of request as AsyncIterable<Buffer>) {
      if (length < REQUEST_LIMIT) pieces.push(piece);
      length += piece.length;
    }
  } catch {
    return new Uint8Array(0);
  }
  return Buffer.concat(pieces).subarray(0, REQUEST_LIMIT);
}
