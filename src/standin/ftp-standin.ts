/** An FTP control port in place of a scan server's: greets, names its features, lets nobody in, keeps nothing. */
import { createServer, type Socket } from 'node:net';
import { type ListenOptions, listen, type Standin } from './standin.ts';

const REPLIES: Readonly<Record<string, string>> = {
  FEAT: '211-Features:\r\n EPSV\r\n PASV\r\n SIZE\r\n UTF8\r\n211 End',
  SYST: '215 UNIX Type: L8',
  NOOP: '200 OK',
  USER: '331 Password, please',
  PASS: '530 Nobody logs in here',
  QUIT: '221 Goodbye',
};
/** RFC 959 names no limit; no command of a scanner is longer. */
const MAX_LINE = 1024;

/** Says what RFC 959 asks of a server before the login; `greeting` is the text after 220. */
export function startFtpStandin({
  greeting,
  ...where
}: ListenOptions & { readonly greeting: string }): Promise<Standin> {
  return listen(
    createServer((socket) => {
      socket.write(`220 ${greeting}\r\n`);
      answerLines(socket);
    }),
    where,
  );
}

function answerLines(socket: Socket): void {
  let pending = '';
  socket.setEncoding('latin1').on('data', (text: string) => {
    pending += text;
    for (let end = pending.indexOf('\n'); end !== -1; end = pending.indexOf('\n')) {
      const verb = pending.slice(0, end).trim().split(' ')[0]?.toUpperCase() ?? '';
      pending = pending.slice(end + 1);
      socket.write(`${Object.hasOwn(REPLIES, verb) ? REPLIES[verb] : '530 Log in first'}\r\n`);
      if (verb === 'QUIT') socket.end();
    }
    if (pending.length > MAX_LINE) socket.destroy();
  });
}
